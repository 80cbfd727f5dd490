/** Words of the wallboard. */
export const BOARD = {
  title: "Now",
  onTheLine: "On the line",
  ringing: "Ringing",
  due: "Due, not dialled yet",
  dialsAMinute: "Dials in the last minute",
  lastHour: "The last hour",
  answered: "Answered",
  byPerson: "By a person",
  goal: "Goal reached",
  technical: "Went as it should",
  abandonment: "Abandoned, 30 days",
  review: "To be looked at",
  atLeast: (share: string) => `at least ${share}`,
  atMost: (share: string) => `below ${share}`,
  met: "within its target",
  missed: "outside its target",
  noTarget: "no target",
  waits: "What due calls wait for",
  waitsNone: "Nothing that is due waits.",
  campaigns: "Campaigns under way",
  campaignsNone: "No campaign is under way. Start one, and its calls appear here by themselves.",
  toCampaigns: "To the campaigns",
  next: "Next opening",
  trunks: "Trunks",
  trunksNone: "No trunk yet: calls have no way out.",
  lines: (taken: number, all: number) => `${taken} of ${all} lines`,
  paused: (until: string, why: string) => `Held until ${until}: ${why}`,
  open: "Open",
  vendors: "Vendors that fail",
  vendorsNone: "None failed its last conversation.",
  failures: (count: number) => `${count} in a row`,
  held: "Calls wait for it",
  age: (time: string) => `As of ${time}`,
  pauseAll: "Pause everything",
  pauseTitle: "Pause every running campaign?",
  pauseEffect: (count: number) =>
    count === 1
      ? "One campaign stops dialling. Whoever is on the line is talked to to the end."
      : `${count} campaigns stop dialling. Whoever is on the line is talked to to the end.`,
  notPaused: (names: string) => `Not paused: ${names}`,
};

/** What a due call is short of. */
export const SHORTAGES: Record<string, string> = {
  line: "A free line",
  pace: "Its turn by the trunk's pace",
  breaker: "The trunk, which is held",
  media: "Room on a media server",
};
