/** Words of vendors, the lines that go through them, and their limits. */
import type { Named } from "@/words/states";

export const CONNECTIONS = {
  title: "Connections and lines",
  vendors: "Connections",
  below:
    "Accounts at vendors through which calls and messages go, and CRMs. Credentials are sealed here and never shown again.",
  name: "Name",
  vendor: "Vendor",
  identity: "Account there",
  trunks: "Lines",
  addresses: "To be entered at the vendor",
  installation: { word: "The installation's own", tone: "quiet" } as Named,
  own: { word: "Own credentials", tone: "good" } as Named,
  kind: "Opened by",
  add: "Add a connection",
  credentials: "Other credentials",
  credentialsHint: "Of the same account at the vendor; used at once.",
  optional: (name: string) => `${name} (may be left out)`,
  none: "No connection of your own",
  noneHint: "Add the account from which you call; without one, calls go through the installation's own.",
};

export const TRUNKS = {
  title: "Lines",
  below: "Through which calls go out: how many at once, and how many begin in a second.",
  number: "Number",
  lines: "Lines taken",
  of: (taken: number, lines: number) => `${taken} of ${lines}`,
  pace: "Calls a second",
  state: "State",
  good: { word: "Dials", tone: "good" } as Named,
  paused: (until: string): Named => ({ word: `Rests until ${until}`, tone: "warning" }),
  add: "Add lines",
  count: "Lines, that is calls at the same time",
  connection: "Through",
  installation: "The installation's own account",
  changePace: "Change",
  none: "No lines yet",
  noneHint: "Add lines with the number that they call from; a campaign cannot call without them.",
};

export const CALLERS = {
  title: "Numbers to show",
  below:
    "What people see when they are called. The carrier is asked whether a number is yours, and each day again.",
  number: "Number",
  purposes: "For",
  countries: "In",
  everywhere: "everywhere",
  standing: "Standing",
  asked: "Asked",
  add: "Add a number",
  connection: "Of the connection",
  countriesHint: "Two letters each, such as US, IN; leave it empty for everywhere.",
  verify: "Ask the carrier",
  removeTitle: (number: string) => `Show ${number} no more?`,
  removeEffect: "From the next dial on. Campaigns that may show no other number wait.",
  none: "No number yet",
  noneHint: "Add one that is yours at the carrier of a connection.",
};

export const STANDINGS: Record<string, Named> = {
  asked: { word: "Asked, no answer yet", tone: "busy" },
  owned: { word: "Yours", tone: "good" },
  verified: { word: "Verified", tone: "good" },
  not_held: { word: "Not yours, says the carrier", tone: "bad" },
  unheard: { word: "The carrier has not answered for a week", tone: "warning" },
};

export const LIMITS = {
  title: "Limits",
  below:
    "How many calls at once may use a speech vendor. A vendor's plan allows so many; calls that would be more wait.",
  what: "What",
  use: "In use",
  most: "At most",
  unlimited: "any number",
  waiting: "Waiting",
  mostHint: "Nought for no new ones; leave it empty for any number.",
  change: "Change",
  failing: "Vendors that fail",
  failingBelow:
    "Vendors that failed the last conversations. From three in a row on, calls that have no other vendor wait.",
  vendor: "Vendor",
  failures: "Failures in a row",
  last: "Last",
  held: (until: string): Named => ({ word: `Calls wait, until ${until}`, tone: "bad" }),
  notHeld: { word: "Still used", tone: "warning" } as Named,
  state: "State",
  failingNone: "No vendor fails.",
  none: "No limit",
};

export const PERMIT_KINDS: Record<string, string> = { recogniser: "Recogniser", synthesiser: "Voice" };
export const VENDOR_NAMES: Record<string, string> = {
  twilio: "Twilio",
  hubspot: "HubSpot",
  deepgram: "Deepgram",
  elevenlabs: "ElevenLabs",
  openai: "OpenAI",
};
