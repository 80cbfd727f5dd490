/** The places within the settings. */
export const SETTINGS = {
  title: "Settings",
  profile: "Your profile",
  people: "People",
  keys: "Keys",
  webhooks: "Webhooks",
  connections: "Connections and lines",
  limits: "Limits",
};
