/** What is said of a field before anything is sent. */
export const Required = {
  email: "Type the address by which you sign in.",
  password: "Type a password.",
  account: "Type the account's id.",
};
export const NUMBER = "Telephone number";
export const NUMBER_HINT = "With its country, such as +1 415 555 2671.";
export const REGION = "Country of numbers without one";
export const REGION_HINT = "Two letters, such as US or IN; leave it empty if the number says it.";
export const FIND = "Find";
export const SHOW_ALL = "Show all";
export const FOR_ALL = "For all";
export const FILE = "File";
