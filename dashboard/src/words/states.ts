/** What people call the states and results that the API names for programs. */

export type Tone = "good" | "busy" | "quiet" | "warning" | "bad";

/** A word and how it is felt; colour is never all that says it. */
export interface Named {
  word: string;
  tone: Tone;
}

export const CAMPAIGN_STATES: Record<string, Named> = {
  draft: { word: "Draft", tone: "quiet" },
  running: { word: "Running", tone: "good" },
  paused: { word: "Paused", tone: "warning" },
  cancelling: { word: "Being cancelled", tone: "busy" },
  cancelled: { word: "Cancelled", tone: "quiet" },
  completed: { word: "Completed", tone: "quiet" },
};

export const CALL_STATES: Record<string, Named> = {
  claimed: { word: "Being planned", tone: "quiet" },
  waiting: { word: "Waiting", tone: "quiet" },
  queued: { word: "Due", tone: "busy" },
  dialling: { word: "Ringing", tone: "busy" },
  live: { word: "Speaking", tone: "good" },
  needs_review: { word: "To be looked at", tone: "warning" },
  closed: { word: "Ended", tone: "quiet" },
};

export const RESULTS: Record<string, Named> = {
  talked: { word: "Talked", tone: "good" },
  hung_up_early: { word: "Hung up early", tone: "warning" },
  no_response: { word: "Nobody spoke", tone: "warning" },
  voicemail_left: { word: "Message left", tone: "good" },
  voicemail_silent: { word: "Voicemail, no message", tone: "quiet" },
  busy: { word: "Busy", tone: "quiet" },
  no_answer: { word: "No answer", tone: "quiet" },
  invalid_number: { word: "No such number", tone: "bad" },
  number_unavailable: { word: "Number out of reach", tone: "warning" },
  unwanted: { word: "Not to be called", tone: "bad" },
  carrier_failed: { word: "The carrier failed", tone: "bad" },
  conversation_lost: { word: "Conversation lost", tone: "bad" },
  vendor_failed: { word: "A vendor failed", tone: "bad" },
  unconfirmed: { word: "Not known for certain", tone: "warning" },
  cancelled: { word: "Cancelled", tone: "quiet" },
  never_dialled: { word: "Never dialled", tone: "quiet" },
  writing_wanted: { word: "Wants to be written to", tone: "warning" },
};

export const OUTCOMES: Record<string, Named> = {
  interested: { word: "Interested", tone: "good" },
  not_interested: { word: "Not interested", tone: "quiet" },
  callback: { word: "Callback", tone: "busy" },
  opt_out: { word: "Opted out", tone: "bad" },
  wrong_number: { word: "Wrong number", tone: "bad" },
  follow_up: { word: "To be followed up", tone: "busy" },
  none: { word: "No outcome", tone: "quiet" },
};

/** A name that this page does not know, such as an outcome of a script's own: its words as they are. */
export function named(table: Record<string, Named>, name: string): Named {
  return table[name] ?? { word: sentence(name), tone: "quiet" };
}

/** "call_me_later" as "Call me later". */
export function sentence(name: string): string {
  const words = name.replaceAll("_", " ").replaceAll(".", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
