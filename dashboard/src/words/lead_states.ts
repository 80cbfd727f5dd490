/** What people call the states of leads and of their lists. */
import type { Named } from "@/words/states";

export const IMPORT_STATES: Record<string, Named> = {
  validating: { word: "Being read", tone: "busy" },
  asking: { word: "Has a question", tone: "warning" },
  staged: { word: "Ready to be taken", tone: "busy" },
  committing: { word: "Being taken", tone: "busy" },
  committed: { word: "Taken", tone: "good" },
  discarded: { word: "Discarded", tone: "quiet" },
  failed: { word: "Failed", tone: "bad" },
};

/** What became of rows. */
export const VERDICTS: Record<string, Named> = {
  rejected: { word: "Refused", tone: "bad" },
  duplicate: { word: "Twice", tone: "quiet" },
  review: { word: "Held", tone: "warning" },
  repaired: { word: "Repaired", tone: "good" },
};

export const LEAD_STATES: Record<string, Named> = {
  staged: { word: "Not yet taken", tone: "quiet" },
  ready: { word: "To be called", tone: "busy" },
  needs_review: { word: "Held", tone: "warning" },
  claimed: { word: "Has a call", tone: "good" },
};

export const CONTACT_VERDICTS: Record<string, Named> = {
  allow: { word: "May be contacted now", tone: "good" },
  defer: { word: "Not now, later", tone: "warning" },
  refuse: { word: "Not to be contacted", tone: "bad" },
};
