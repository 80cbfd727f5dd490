/** Words of the screens by which people come in. */
export const SIGN_IN = {
  title: "Sign in",
  email: "E-mail address",
  password: "Password",
  code: "Code of your authenticator, or a recovery code",
  account: "Account",
  accountHint: "Only if your address belongs to several accounts.",
  act: "Sign in",
  forgot: "Forgot your password?",
  company: "Sign in with your company's account",
  companyHint: "The account's id, as your admin gave it to you.",
  companyAct: "Go to your company's sign-in",
  otherWay: "Other ways to sign in",
  back: "Back to signing in",
  ended: "Your session has ended, or was ended elsewhere. Sign in to go on where you were.",
};

export const RESET = {
  title: "A new password",
  explained:
    "We write to this address, if somebody signs in by it with a password. The link in the letter is good for an hour.",
  act: "Send the letter",
};

export const ACCEPT = {
  invited: "Welcome",
  invitedExplained: "Choose the password by which you sign in from now on.",
  reset: "Choose a new password",
  resetExplained: "Sessions that are open elsewhere end.",
  password: "New password",
  passwordHint: "At least 12 characters; a sentence is good.",
  act: "Save and sign in",
};

export const FINISH = {
  title: "Signing you in",
  act: "Go on",
};
