/** What is said when something is wrong and the API has no sentence for it. */
export const UNREACHABLE = "The server cannot be reached. What you see may be old; it is tried again.";
export const PAGE_FAILED = "This page could not be shown.";
export const NOT_FOUND = "There is nothing at this address.";
export const TRY_AGAIN = "Try again";
export const SIGNED_OUT = "You were signed out. Sign in to go on where you were.";
export const ERRORS_HEADING = "Not taken yet:";
export const OUTDATED =
  "Somebody changed this meanwhile, so nothing was done. Look at it again; it is shown as it is now.";
