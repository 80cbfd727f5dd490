/** Words of the campaigns' screens. */

export const CAMPAIGNS = {
  title: "Campaigns",
  name: "Name",
  state: "State",
  created: "Made",
  started: "Started",
  progress: "Progress",
  anyState: "In any state",
  filter: "State",
  none: "No campaign yet",
  noneHint:
    "A campaign calls a list of people with a script. Make the first one on the command line with `outbound campaigns create`, or by the API.",
  noneInState: "No campaign is in this state.",
};

export const CAMPAIGN = {
  figures: "Figures",
  outcomes: "Outcomes",
  outcome: "Outcome",
  results: "How calls ended on the line",
  result: "Result",
  calls: "Calls",
  live: "On the line now",
  liveNone: "Nobody is on the line.",
  waits: "What calls wait for",
  waitsNone: "Nothing waits.",
  plan: "How it calls",
  allCalls: "All calls of this campaign",
  preflight: "If it started now",
  warnings: "Before you start",
  abandonment: "Abandoned calls",
  window: "Calls due at once",
  windowHint: "From 1 to 1,000; binds at once.",
  setWindow: "Change",
  ringSeconds: "Rings for",
  seconds: (number: number) => `${number} s`,
  longest: "Longest call",
  voicemails: "Messages on voicemail, at most",
  record: "Recorded",
  yes: "Yes",
  no: "No",
  talked: "Time talked",
  attempts: "Dials",
  retries: "of them again",
  answerRate: "Answered",
  personRate: "By a person",
  goalRate: "Goal reached",
  technicalRate: "Went as it should",
  abandonmentRate: "Abandoned",
  review: "To be looked at",
  deferred: "Sleeping until a moment",
  of: (part: string, whole: string) => `${part} of ${whole}`,
};

export const ACTS = {
  start: {
    word: "Start",
    title: "Start this campaign?",
    effect: "From now on its leads are called, each within their own hours.",
  },
  pause: { word: "Pause" },
  resume: { word: "Resume" },
  cancel: {
    word: "Cancel",
    title: "Cancel this campaign?",
    effect:
      "Nobody is called any more and calls that ring are ended. A cancelled campaign cannot be resumed.",
  },
};
