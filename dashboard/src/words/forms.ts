/** What is said of a field before anything is sent. */
export const Required = {
  email: "Type the address by which you sign in.",
  password: "Type a password.",
  account: "Type the account's id.",
};
