/** What may be done, in words, under what it is done to. */
export const PERMISSION_NOUNS: Record<string, string> = {
  account: "Account",
  agents: "Agents",
  scripts: "Scripts",
  connections: "Connections",
  trunks: "Trunks and numbers to show",
  limits: "Limits of vendors",
  campaigns: "Campaigns",
  leads: "Leads",
  lead_hooks: "Programs that bring leads",
  calls: "Calls",
  transcripts: "What was said",
  recordings: "Recordings",
  conversations: "Conversations",
  suppressions: "Do not call",
  consents: "Consents",
  preferences: "Preferences",
  rules: "Rule packs",
  people: "People's requests, holds and retention",
  media: "Media processes",
  webhooks: "Webhooks and questions before a dial",
  audit: "Audit log",
  keys: "Keys",
  users: "People of the account",
  self: "Oneself",
};

export const PERMISSION_VERBS: Record<string, string> = {
  read: "see",
  write: "change",
  run: "start and stop",
  place: "place",
  erase: "erase",
  lift: "take off",
};

/** For a permission that is a noun alone. */
export const PERMISSION_ALONE = "own profile and sessions";
