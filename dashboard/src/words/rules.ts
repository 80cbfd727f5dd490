/** Words of the rules of countries. */
import type { Named } from "@/words/states";

export const RULES = {
  below:
    "By these rules it is decided whether a call may be made, each by where the person is. Each call's page names the version that decided.",
  why: "Why may a call not be made? Its page says it under “Whether they could be called”.",
  calls: "Calls that may not be made",
  name: "Pack",
  version: "Version",
  set: "Rule set",
  countries: "Countries",
  states: "States",
  own: "Own version",
  shipped: { word: "As shipped", tone: "quiet" } as Named,
  revision: (revision: number): Named => ({ word: `Own, version ${revision}`, tone: "good" }),
  text: "The rules as they are shipped",
  ownText: "The account's own, of which the stricter field counts",
  versions: "The account's own versions",
  versionsNone: "The account has no version of its own.",
  inForce: { word: "In force", tone: "good" } as Named,
  notInForce: { word: "Not in force", tone: "quiet" } as Named,
  from: "From",
  lessStrict: "Less strict in",
  because: "Because",
  add: "Store a version of one's own",
  addEffect:
    "It binds every decision from its moment on, of calls already queued too. Nothing is ever changed or removed; the next version replaces it.",
  toml: "The whole pack, in the form of the shipped one, with a version date of its own",
  becauseField: "If it is less strict: on which ground, and who answers for it",
  validFrom: "From (at once, if left empty)",
  none: "No rule pack",
};
