/** Words of the agents' screens. */
export const AGENTS = {
  title: "Agents",
  name: "Name",
  language: "Language",
  voice: "Voice",
  engine: "Engine",
  soon: "To be seen to",
  made: "Made",
  new: "New agent",
  none: "No agent yet",
  noneHint: "An agent is who speaks: its voice, its languages and the models behind it.",
};

export const ENGINES: Record<string, string> = {
  cascade: "Hears, thinks and speaks by three models",
  realtime: "One model hears and speaks",
};

export const RECOGNISERS: Record<string, string> = {
  flux: "Deepgram Flux",
  nova: "Deepgram Nova",
  openai: "OpenAI",
};

export const MENUS: Record<string, string> = {
  hang_up: "Hangs up",
  navigate: "Presses keys to reach a person",
};

export const SPOKEN: Record<string, string> = {
  en: "English",
  de: "German",
  es: "Spanish",
  fr: "French",
  hi: "Hindi",
  pt: "Portuguese",
};

export const AGENT = {
  facts: "This agent",
  language: "Language of its script",
  languages: "Also speaks",
  voice: "Voice",
  voiceModel: "Voice model",
  model: "Language model",
  engine: "Engine",
  recogniser: "Recogniser",
  menus: "At a telephone menu",
  optOutKey: "Key that opts out",
  backup: "If one of them fails",
  backupNone: "Nothing takes over.",
  pronunciation: "Said otherwise than written",
  none: "–",
  warnings: "To be seen to",
  warningsNone: "Nothing of it ends soon.",
  copy: "Another like it",
  documents: "What it answers from",
  documentsHint: "Plain text or Markdown in UTF-8, at most 1 MB. Answers name the document they rest on.",
  documentsNone: "No document yet. With one, the agent answers questions that the script does not.",
  passages: (number: number) => (number === 1 ? "1 passage" : `${number} passages`),
  file: "Document",
  documentName: "Name",
  documentNameHint: "Else the file's.",
  addDocument: "Add the document",
  deleteDocument: "Delete",
  deleteTitle: (name: string) => `Delete ${name}?`,
  deleteEffect: "Calls find nothing in it any more, also those that go on now.",
};

export const AGENT_FORM = {
  title: "A new agent",
  who: "Who it is",
  models: "What it speaks and thinks by",
  modelsHint:
    "The names tell the vendor: a voice model “eleven_…” or “aura-…”, a language model “gpt-…” or “claude-…”. What a vendor has ended is refused.",
  name: "Name",
  nameNeeded: "Type a name.",
  tag: "Two letters, such as en, or with a country, such as en-GB.",
  languagesHint: "It changes to one of these when the person asks for it or speaks it.",
  vendorName: "Letters, digits and _ . : - only.",
  voiceHint: "The voice's name at its vendor; “default” is the installation's.",
  key: "One digit, or nothing.",
  backup: "What takes over",
  backupHint: "For the rest of a call, when the first choice fails or is too slow. Empty for nothing.",
  nothing: "Nothing",
  pronunciation: "Said otherwise than written",
  word: "Written",
  said: "Said",
  addWord: "Add a word",
  waits: "How long it waits, in seconds",
  waitsHint: "Empty for the usual.",
  wait: "0 to 600 seconds.",
  timeouts: {
    long_greeting: "A greeting is long from",
    greeting_pause: "Pause that ends a greeting",
    who_speaks: "To know who speaks, at most",
    beep_wait: "For a beep, at most",
    shortest_beep: "Shortest beep",
    long_sound: "A sound is long from",
    screening_wait: "For a machine that asks who calls",
    moment: "After “one moment”",
    reassurance: "Until it says that it is still there",
    longest_call: "Closes politely after",
    recogniser_budget: "For the recogniser",
    model_budget: "For the language model",
    voice_budget: "For the voice",
  } as Record<string, string>,
  save: "Make the agent",
};
