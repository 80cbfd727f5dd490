/** Words of the keys by which programs ask. */
import type { Named } from "@/words/states";

export const KEYS = {
  title: "Keys",
  below: "A key lets a program act for this account. It may do no more than whoever makes it.",
  name: "Name",
  nameHint: "What it is for, such as “reports every night”.",
  begins: "Begins with",
  state: "State",
  may: "May",
  everything: "Everything",
  few: (count: number) => (count === 1 ? "1 thing" : `${count} things`),
  from: "Taken from",
  anywhere: "anywhere",
  used: "Last used",
  expires: "Until",
  never: "for good",
  create: "Make a key",
  act: "Make it",
  secret: (name: string) => `The key “${name}”`,
  scopes: "What it may do",
  scopesHint: "Check none, and it may do all that you may.",
  networks: "Networks it is taken from",
  networksHint: "Such as 10.0.0.0/8; leave it empty for anywhere.",
  expiresHint: "Leave it empty for a key that lasts.",
  removeTitle: (name: string) => `Remove the key “${name}”?`,
  removeEffect: "It is refused from now on, and so are the keys that it made. This cannot be undone.",
  none: "No key yet",
  noneHint: "Make one for each program that asks the API; a key that leaks is then removed alone.",
};

export const KEY_STATES: Record<string, Named> = {
  good: { word: "Good", tone: "good" },
  expired: { word: "Expired", tone: "warning" },
  removed: { word: "Removed", tone: "quiet" },
};
