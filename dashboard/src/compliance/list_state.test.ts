import { expect, test } from "vitest";
import { listState, numbersInForce } from "@/compliance/list_state";

const version = (state: string, numbers: number) => ({
  number: 1,
  as_of: "2026-12-01",
  state,
  numbers,
  rejected: 0,
  problems: [],
  added_by: "",
  created_at: "",
});

test.each([
  ["empty", null, true, []],
  ["empty", null, true, ["failed"]],
  ["reading", null, true, ["reading"]],
  ["reading", "2026-12-01", false, ["reading", "in_force"]],
  ["old", "2026-10-01", true, ["in_force"]],
  ["fresh", "2026-12-01", false, ["failed", "in_force"]],
])("%s: as of %s, stale %s, versions %o", (state, as_of, is_stale, states) => {
  expect(listState({ as_of, is_stale, versions: states.map((each) => version(each, 1)) })).toBe(state);
});

test("the numbers that bind are those in force, not the newest that were read", () => {
  expect(numbersInForce({ versions: [version("reading", 9), version("in_force", 5)] })).toBe(5);
  expect(numbersInForce({ versions: [version("failed", 9)] })).toBeNull();
});
