/** Words of who may not be contacted, and of lists that say so. */
import type { Named } from "@/words/states";

export const COMPLIANCE = {
  title: "Compliance",
  doNotCall: "Do not call",
  lists: "Lists",
  consents: "Consents",
  preferences: "Preferences",
  requests: "People's requests",
  holds: "Legal holds",
  rules: "Rule packs",
  audit: "Audit log",
};

export const DO_NOT_CALL = {
  below: "Numbers that are not contacted. Whoever says so in a call or a message stands here at once.",
  number: "Number",
  scope: "What it forbids",
  source: "Came by",
  since: "Since",
  note: "Note",
  call: "The call",
  noneFound: "This number is not on the list.",
  none: "Nobody is on the list",
  noneHint:
    "Add numbers that must not be contacted, or bring a file of them. Opt-outs of calls come here by themselves.",
  add: "Add numbers",
  numbers: "Numbers, one a line",
  noteHint: "Where they come from, or why.",
  channel: "By",
  category: "Only for this purpose",
  campaign: "Only by this campaign",
  until: "Until (for good, if left empty)",
  added: (added: number, already: number) => `${added} added; ${already} stood on the list before.`,
  imports: "Bring a file",
  importAct: "Put them on the list",
  fileHint: "CSV or .xlsx with a header, gzipped or not; the column of numbers is found by itself.",
  imported: (rows: number, rejected: number) => `Of ${rows} rows, ${rejected} could not be read.`,
  row: (row: number) => `Row ${row}`,
  removeTitle: (number: string) => `Take ${number} off the list?`,
  removeEffect: "This person may be contacted again, by calls that wait now too. It stands in the audit log.",
  takeOff: "Take off",
};

export const SOURCES: Record<string, string> = {
  api: "Somebody here",
  import: "A file",
  sms: "Their message",
  carrier_opt_out: "Their carrier",
  said_on_call: "Said in a call",
  pressed_on_call: "A key in a call",
};

export const LISTS = {
  below:
    "Lists of numbers that calls are checked against, such as a country's registry. A list that is too old makes what it applies to wait.",
  name: "Name",
  kind: "Kind",
  state: "State",
  asOf: "As of",
  numbers: "Numbers",
  scope: "Applies to",
  limit: "May be",
  days: (days: number) => `${days} days old`,
  anyAge: "any age",
  create: "Make a list",
  source: "Where its numbers come from",
  maxAge: "May be this many days old",
  maxAgeHint:
    "A registry 31 days at most. A list with a limit holds what it applies to until it has numbers.",
  fill: "Fill",
  fillHint: "One a line, a number or its SHA-256, gzipped or not. They take the place of those before.",
  day: "The day of these numbers",
  filled: (numbers: number, rejected: number) =>
    `${numbers} numbers are in force; ${rejected} lines are no numbers.`,
  reading: (numbers: number) => `${numbers} read so far`,
  remove: (name: string) => `Remove the list “${name}”?`,
  removeEffect: "It forbids nothing any more; campaigns that require it wait for another.",
  none: "No list yet",
  noneHint:
    "Make one for each registry that you have to ask, fill it, and fill it again before it is too old.",
};

export const LIST_KINDS: Record<string, string> = { own: "Own", registry: "Registry" };

export const LIST_STATES: Record<string, Named> = {
  reading: { word: "Being read", tone: "busy" },
  empty: { word: "Empty", tone: "warning" },
  old: { word: "Too old", tone: "bad" },
  fresh: { word: "In force", tone: "good" },
};
