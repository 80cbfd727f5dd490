import { expect, test } from "vitest";
import type { Preference } from "@/compliance/queries";
import { wishOf, wishSaid } from "@/compliance/wishes";
import { Typed } from "@/ui/typed";

function typed(fields: [string, string][]): Typed {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return new Typed(form);
}

const preference = (change: Partial<Preference>) =>
  ({ kind: "when", hours: null, writing: null, every_days: null, ...change }) as Preference;

test("only the chosen kind of wish is sent", () => {
  const fields: [string, string][] = [
    ["every", "7"],
    ["ways", "sms"],
    ["days", "mon"],
    ["from", "17:00"],
    ["to", "20:00"],
  ];
  expect(wishOf("how_often", typed(fields))).toEqual({ every_days: 7 });
  expect(wishOf("writing", typed(fields))).toEqual({ writing: ["sms"] });
  expect(wishOf("when", typed(fields))).toEqual({ hours: { mon: ["17:00-20:00"] } });
});

test("midnight as an end is the day's end", () => {
  const wish = wishOf(
    "when",
    typed([
      ["days", "fri"],
      ["from", "17:00"],
      ["to", "00:00"],
    ]),
  );
  expect(wish).toEqual({ hours: { fri: ["17:00-24:00"] } });
});

test("days with the same hours are told together", () => {
  const hours = { tue: ["09:00-12:00"], mon: ["09:00-12:00"], fri: ["17:00-24:00"], sun: [] };
  expect(wishSaid(preference({ hours }))).toBe("Monday, Tuesday 09:00-12:00; Friday 17:00-24:00");
});

test("no way of writing is told as neither", () => {
  expect(wishSaid(preference({ kind: "writing", writing: [] }))).toContain("neither");
});
