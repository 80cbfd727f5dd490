/** Words of the people of an account, of oneself, and of what each may do. */
import type { Named } from "@/words/states";

export const ROLES: Record<string, string> = {
  admin: "Admin",
  agent_manager: "Manager",
  agent: "Member of campaigns",
};

export const ROLE_HINT =
  "An admin may do everything. A manager runs campaigns and keeps lists. A member sees the calls of the campaigns that they were added to.";

export const PEOPLE = {
  title: "People",
  name: "Name",
  email: "Address",
  role: "Role",
  state: "State",
  seen: "Last seen",
  acts: "Change",
  invite: "Invite somebody",
  inviteAct: "Invite",
  inviteHint: "They come in by a link that is good once, for a week. Give it to them yourself.",
  link: (name: string) => `The way in of ${name}`,
  anotherLink: "Make another link",
  anotherLinkEffect: "A link made before is good no more. With the new one they choose another password.",
  disable: "Let in no more",
  disableTitle: (name: string) => `Let ${name} in no more?`,
  disableEffect: "Their sessions and their keys end at once. They can be let in again.",
  enable: "Let in again",
  noFactor: "Remove second factor",
  noFactorTitle: (name: string) => `Remove the second factor of ${name}?`,
  noFactorEffect:
    "They sign in by their password alone until they set up another. Do this only for whom you know.",
  none: "You are alone here",
  noneHint: "Invite whoever works with you; each person signs in for themselves.",
};

export const PERSON_STATES: Record<string, Named> = {
  in: { word: "Comes in", tone: "good" },
  invited: { word: "Invited", tone: "busy" },
  disabled: { word: "Not let in", tone: "bad" },
};

export const PROFILE = {
  title: "Your profile",
  you: "You",
  account: "Account",
  may: "What you may do",
  password: "Password",
  current: "Your password now",
  newPassword: "New password",
  newPasswordHint: "At least 12 characters. All your other sessions end.",
  changePassword: "Change password",
  passwordChanged: "Your password was changed; your other sessions have ended.",
  factor: "Second factor",
  factorOn: { word: "On", tone: "good" } as Named,
  factorOff: { word: "Off", tone: "warning" } as Named,
  factorWhy: "With a second factor, whoever learns your password is still not in.",
  setUp: "Set up",
  step: "Type this key into your authenticator, or open the link on the device that has it. Then type the code it shows.",
  key: "Key",
  openLink: "Open in the authenticator",
  code: "Code",
  confirm: "Turn on",
  recovery: "Recovery codes",
  removeFactor: "Turn off",
  sessions: "Where you are signed in",
  device: "Program",
  begun: "Since",
  seen: "Last seen",
  ends: "Ends",
  thisOne: "This one",
  end: "End",
  endTitle: "End this session?",
  endEffect: "Whoever uses it has to sign in again.",
  sessionsNone: "No open session.",
};
