/** For what, and by which way, people are contacted. */
export const PURPOSES: Record<string, string> = {
  survey: "Survey",
  service: "Service",
  marketing: "Marketing",
};

export const CHANNELS: Record<string, string> = {
  all: "Calls and messages",
  voice: "Calls",
  sms: "Text messages",
  whatsapp: "WhatsApp",
  email: "E-mail",
};
