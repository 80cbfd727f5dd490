/** Words of the programs that are told, asked, or bring leads. */
import type { Named } from "@/words/states";

export const WEBHOOKS = {
  title: "Webhooks",
  below: "Programs of yours that are told what happens, each message signed.",
  url: "Address",
  urlHint: "With https://; it answers with 2xx within seconds.",
  description: "What it is for",
  kinds: "Events",
  allKinds: "all",
  kindsHint: "Such as call.closed, opt_out, lead.created, with commas between; leave it empty for all.",
  state: "State",
  since: "Since",
  add: "Add a program",
  secret: "The secret by which its messages are signed",
  none: "No program is told",
  noneHint: "Add one, and it hears of calls, opt-outs and leads within seconds.",
  ping: "Send a ping",
  pinged: "A ping is on its way; how it went stands among the deliveries.",
  rotate: "New secret",
  rotateTitle: "Sign by a new secret?",
  rotateEffect:
    "For 24 hours the one before signs as well. Give the new one to the program within that time.",
  former: (until: string) => `The secret before signs as well until ${until}.`,
  disable: "Tell it nothing",
  disableTitle: "Tell this program nothing more?",
  disableEffect: "What happens meanwhile is not sent to it, but can be sent again later.",
  enable: "Tell it again",
  remove: "Remove",
  removeTitle: "Remove this program?",
  removeEffect: "It is told nothing more, and what it was told is forgotten. This cannot be undone.",
  change: "Change it",
  deliveries: "Deliveries",
  deliveriesNone: "Nothing was sent yet",
  deliveriesNoneHint: "Send a ping to see whether it answers.",
  kind: "Event",
  tries: "Tries",
  answer: "Answer",
  when: "When",
  next: (when: string) => `next try ${when}`,
  body: "What was sent",
  replay: "Send again",
  replayRange: "Send again what happened in a time",
  replayHint: "Also what was not sent then, such as while it was told nothing.",
  from: "From",
  to: "To",
  replayed: (count: number) => (count === 1 ? "1 is sent again." : `${count} are sent again.`),
};

export const ENDPOINT_STATES: Record<string, Named> = {
  told: { word: "Is told", tone: "good" },
  struggling: { word: "Does not answer well", tone: "warning" },
  asked: { word: "Told nothing, as you asked", tone: "quiet" },
  gone: { word: "Told nothing: it answered that it is gone", tone: "bad" },
  failing: { word: "Told nothing: it failed for a week", tone: "bad" },
};

export const DELIVERY_STATES: Record<string, Named> = {
  waiting: { word: "On its way", tone: "busy" },
  delivered: { word: "Delivered", tone: "good" },
  failed: { word: "Failed", tone: "bad" },
};

export const LEAD_HOOKS = {
  title: "Programs that bring leads",
  below: "Each adds leads to one campaign by a message of its own, such as a form's.",
  campaign: "Campaign",
  url: "Sends to",
  proof: "Proves itself by",
  networks: "Taken from these networks",
  networksHint: "Such as 10.0.0.0/8; leave it empty for anywhere.",
  mapping: "Its names of fields",
  mappingHint: "One a line, as number = phone_1; what is left out is guessed.",
  rehearsal: "For a rehearsal in the simulated world",
  add: "Add a program",
  secret: "The secret by which it proves itself",
  rotateEffect: "For 24 hours the one before is good as well.",
  revoke: "Take nothing more",
  revokeTitle: "Take nothing more through this?",
  revokeEffect: "Its program is refused from now on; what it brought stays. This cannot be undone.",
  messages: "What it brought",
  state: "State",
  when: "When",
  refusal: "Why not",
  none: "No program brings leads",
  noneHint: "Add one for each form or CRM that sends you people to call.",
  messagesNone: "Nothing came in the last month",
};

export const PROOFS: Record<string, string> = {
  signature: "A signature of each message",
  secret: "The secret itself",
};

export const MESSAGE_STATES: Record<string, Named> = {
  added: { word: "Added", tone: "good" },
  waiting: { word: "Waiting", tone: "busy" },
  refused: { word: "Refused", tone: "bad" },
};

export const PREDIAL = {
  title: "Questions before a dial",
  below: "A program of yours that is asked before each dial whether it may be made.",
  url: "Address",
  campaign: "Campaign",
  all: "All that have none of their own",
  timeout: "Waits for an answer, in seconds",
  unanswered: "Without an answer",
  add: "Add a program",
  secret: "The secret by which questions are signed",
  removeTitle: "Ask this program no more?",
  removeEffect: "From the next dial on, calls need no word of it. This cannot be undone.",
  none: "No program is asked",
  noneHint: "Add one if your own system knows better who may be called now.",
};

export const UNANSWERED: Record<string, string> = { hold: "The call waits", allow: "The call is made" };
