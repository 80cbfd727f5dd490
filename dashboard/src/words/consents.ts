/** Words of what people agreed to, and how they want to be contacted. */
import type { Named } from "@/words/states";

export const CONSENTS = {
  below:
    "Who agreed to what, when and by which words. A line is never changed; what somebody takes back is a line of its own.",
  number: "Number",
  kind: "Line",
  purposes: "For",
  channels: "By",
  all: "all",
  at: "Said at",
  unknown: "not known",
  source: "Came by",
  until: "Until (for good, if left empty)",
  give: "Enter a consent",
  giveAct: "Enter it",
  basis: "How firmly",
  text: "The words they agreed to",
  noText: "Not on record",
  when: "When they said so (now, if left empty)",
  evidence: "Evidence",
  evidenceHint: "Such as the form's address, or where the paper is kept.",
  withdraw: "Enter a withdrawal",
  withdrawAct: "Enter it",
  withdrawHint: "Check none for all.",
  takeBack: "They take it back",
  takeBackTitle: (number: string) => `Enter that ${number} takes this back?`,
  takeBackEffect:
    "They are not contacted for these purposes any more until they agree anew. The line stays for good.",
  none: "No consent on record",
  noneHint: "Consents come with lists, with orders of single calls, or are entered here.",
  noneFound: "Nothing is on record of this number.",
  texts: "Words that people agree to",
  textName: "Name of the form or the script",
  textNameHint: "Small letters, digits, - and _; the same name again makes its next version.",
  words: "The words, as people see or hear them",
  addText: "Keep a text",
  textsNone: "No text yet",
  textsNoneHint: "Keep the words of each form here, and consents can name them.",
  version: (name: string, version: number) => `${name}, version ${version}`,
};

export const CONSENT_STATES: Record<string, Named> = {
  holds: { word: "Agreed", tone: "good" },
  over: { word: "Agreed, holds no more", tone: "quiet" },
  withdrawn: { word: "Taken back", tone: "bad" },
};

export const BASES: Record<string, string> = { written: "In writing", express: "Expressly" };

export const CONSENT_SOURCES: Record<string, string> = {
  api: "Somebody here",
  import: "A list",
  call: "The order of a call",
};

export const PREFERENCES = {
  below: "How people want to be contacted. Of each kind the last wish holds.",
  number: "Number",
  wish: "Wish",
  said: "Said",
  state: "State",
  source: "Came by",
  add: "Note a wish",
  kind: "What about",
  from: "From",
  to: "To",
  days: "On these days",
  ways: "Written to by",
  waysHint: "Check none if they want no messages either.",
  every: "At most once in so many days",
  words: "Their own words",
  writing: (ways: string) => `Write instead: ${ways}`,
  noWriting: "neither calls nor messages",
  often: (days: number) => `At most every ${days} days`,
  holds: { word: "Holds", tone: "good" } as Named,
  replaced: { word: "Replaced", tone: "quiet" } as Named,
  unclear: { word: "Not understood", tone: "warning" } as Named,
  removeTitle: (number: string) => `Remove this wish of ${number}?`,
  removeEffect: "It binds no more, nor what it replaced, and its words are erased.",
  none: "No wish yet",
  noneHint:
    "What people say in calls about when and how comes here by itself; note here what they tell you otherwise.",
  noneFound: "This number has told no wish.",
};

export const PREFERENCE_KINDS: Record<string, string> = {
  when: "At which hours",
  writing: "In writing instead",
  how_often: "How often",
};

export const DAYS: Record<string, string> = {
  mon: "Monday",
  tue: "Tuesday",
  wed: "Wednesday",
  thu: "Thursday",
  fri: "Friday",
  sat: "Saturday",
  sun: "Sunday",
};
