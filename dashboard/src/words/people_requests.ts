/** Words of what people may ask of whoever calls them, and of holds that forbid to delete. */
import type { Named } from "@/words/states";

export const REQUESTS = {
  below: "Whoever was called may ask what is known of them, and to be forgotten.",
  kind: "Asked for",
  state: "State",
  asked: "When",
  finished: "Done",
  receipt: "Receipt",
  export: "Export of one person",
  exportAct: "Put it together",
  exportWhy: "All that is known of the person at this number, to be fetched for a week.",
  fetch: "Save it",
  until: (when: string) => `to be fetched until ${when}`,
  erase: "Erasure of one person",
  eraseAct: "Erase for good",
  eraseEffect:
    "Their open calls end first. Then everything that tells of them is deleted for good: leads, words, recordings, messages. A do-not-call entry stays in force without its number. Nobody can undo it.",
  again: "The same number once more",
  differ: "The two numbers differ, so nothing was erased.",
  inCrm: "In the CRM",
  asEffect: "What is deleted cannot be brought back.",
  none: "Nobody has asked yet",
  noneHint:
    "When somebody asks what you know of them or to be forgotten, do it here: the receipt is your proof.",
  nothing: "Nothing was found.",
  store: "Where",
  found: "Found",
  deleted: "Deleted",
  emptied: "Emptied",
  kept: "Kept",
  why: "Why",
};

export const REQUEST_KINDS: Record<string, string> = { export: "Export", erasure: "Erasure" };

export const REQUEST_STATES: Record<string, Named> = {
  waiting: { word: "Under way", tone: "busy" },
  done: { word: "Done", tone: "good" },
  held: { word: "Forbidden by a hold", tone: "warning" },
};

export const IN_CRM: Record<string, string> = {
  contact: "Delete the contact, with all that the CRM has about them",
  calls: "Delete only our records of calls",
};

export const HOLDS = {
  below: "Nothing of a person under a hold is deleted, neither when they ask nor by age.",
  number: "Number",
  reason: "Reason",
  state: "State",
  since: "Since",
  holds: { word: "Holds", tone: "warning" } as Named,
  released: { word: "Released", tone: "quiet" } as Named,
  add: "Set a hold",
  release: "Release",
  releaseTitle: (number: string) => `Release the hold of ${number}?`,
  releaseEffect:
    "It forbids nothing any more: what is over goes in the next night. An erasure that it stopped has to be asked for again.",
  none: "No hold",
  noneHint: "Set one when a court or an authority wants something kept.",
};
