/** What buttons say. */
export const CANCEL = "Go back";
export const SAVE = "Save";
export const MORE = "Show more";
export const CLOSE = "Close";
export const COPY = "Copy";
export const COPIED = "Copied";
export const KEPT = "I have kept it";
export const SHOWN_ONCE = "It is shown this once. Keep it where only those who need it can read it.";
export const CHANGE = "Change";
export const REMOVE = "Remove";
export const ADD = "Add";
export const DONE = "Done.";
export const DROP_HERE = "Choose a file, or drop it here.";
