/** Words around every screen. */
export const NAVIGATION = {
  label: "Outbound",
  wallboard: "Now",
  campaigns: "Campaigns",
  calls: "Calls",
  compliance: "Compliance",
  settings: "Settings",
  leads: "Leads",
  scripts: "Scripts",
  agents: "Agents",
  review: "To be looked at",
};
export const SKIP = "Skip to the content";
export const SIGN_OUT = "Sign out";
export const LIGHT = "Light";
export const DARK = "Dark";
export const FEED = {
  connecting: "Connecting",
  live: "Live",
  lost: "Connection lost; what you see may be old",
};
export const ENDS_SOON = "Your session ends soon; sign in again to go on.";
