/** What buttons say. */
export const CANCEL = "Go back";
export const SAVE = "Save";
export const MORE = "Show more";
export const CLOSE = "Close";
