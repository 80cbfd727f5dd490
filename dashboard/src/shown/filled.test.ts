import { expect, test } from "vitest";
import { filled, valuesOf, variablesIn } from "@/shown/filled";

test("what came from the list and what is missing are told apart", () => {
  const lead = { name: "Ada Lovelace", email: "", variables: { plan: "green", city: "" } };
  expect(filled("Hi {{first_name}}, your {{ plan }} in {{city}}.", valuesOf(lead))).toEqual([
    { text: "Hi ", kind: "said" },
    { text: "Ada", kind: "filled" },
    { text: ", your ", kind: "said" },
    { text: "green", kind: "filled" },
    { text: " in ", kind: "said" },
    { text: "city", kind: "missing" },
    { text: ".", kind: "said" },
  ]);
});

test("each variable is named once, in order", () => {
  expect(variablesIn(["Hi {{first_name}} of {{city}}", "{{ city }}", "none"])).toEqual([
    "first_name",
    "city",
  ]);
});
