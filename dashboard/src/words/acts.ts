/** What buttons say. */
export const CANCEL = "Go back";
export const SAVE = "Save";
export const MORE = "Show more";
export const CLOSE = "Close";
export const COPY = "Copy";
export const COPIED = "Copied";
export const KEPT = "I have kept it";
export const SHOWN_ONCE = "It is shown this once. Keep it where only those who need it can read it.";
export const REMOVE = "Remove";
export const ADD = "Add";
export const DROP_HERE = "Choose a file, or drop it here.";
/** Of a table under a heading of the same words, which would be two places of one name. */
export const TABLE_OF = (what: string) => `${what}, as a table`;
