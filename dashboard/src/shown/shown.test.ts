import { expect, test } from "vitest";
import { fromNow, momentIn, share, span } from "@/shown/moments";
import { progressOf } from "@/shown/parts";

test.each([
  [null, "–"],
  [0, "0:00"],
  [83.4, "1:23"],
  [59.6, "1:00"],
  [3661, "1:01:01"],
])("%s seconds read %s", (seconds, expected) => expect(span(seconds)).toBe(expected));

test.each([
  [null, "–"],
  [0, "0%"],
  [0.1234, "12.3%"],
])("a share of %s reads %s", (rate, expected) => expect(share(rate)).toBe(expected));

test.each([
  [-30, "30 seconds ago"],
  [90, "in 2 minutes"],
  [-7200, "2 hours ago"],
  [86_400, "tomorrow"],
])("%s seconds from now reads %s", (seconds, expected) => {
  const now = Date.parse("2027-01-15T16:30:00Z");
  expect(fromNow(new Date(now + seconds * 1000).toISOString(), now)).toBe(expected);
});

test("a moment in a person's own zone names the zone", () => {
  expect(momentIn("2027-01-15T16:30:00Z", "Asia/Kolkata")).toMatch(/10:00.*PM, Asia\/Kolkata$/);
});

test("progress counts closed calls by outcome, and those without one", () => {
  const parts = progressOf({ callback: 1, interested: 4 }, { closed: 7, waiting: 3 });
  expect(parts.map(({ name, count }) => [name, count])).toEqual([
    ["Interested", 4],
    ["Callback", 1],
    ["No outcome", 2],
  ]);
});
