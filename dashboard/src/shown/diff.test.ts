import { expect, test } from "vitest";
import { diffOf } from "@/shown/diff";

const said = (before: string, after: string) =>
  diffOf(before === "" ? [] : before.split(""), after === "" ? [] : after.split(""))
    .map(({ kind, text }) => ({ same: " ", gone: "-", new: "+" })[kind] + text)
    .join("");

test.each([
  ["abc", "abc", " a b c"],
  ["abc", "axc", " a-b+x c"],
  ["", "ab", "+a+b"],
  ["ab", "", "-a-b"],
  ["abcd", "bd", "-a b-c d"],
  ["aab", "ab", " a-a b"],
  ["", "", ""],
])("from %s to %s: %s", (before, after, expected) => expect(said(before, after)).toBe(expected));

test("every line of both is shown once, whatever they are", () => {
  const [before, after] = ["the quick brown fox jumps".split(""), "a quiet crown jumps over".split("")];
  const lines = diffOf(before, after);
  const without = (kind: string) => lines.filter((line) => line.kind !== kind).map((line) => line.text);
  expect(without("new")).toEqual(before);
  expect(without("gone")).toEqual(after);
});

test("beyond bounds the page answers all the same", () => {
  const long = Array.from({ length: 3_000 }, (_, place) => `${place}`);
  expect(diffOf(long, [...long, "more"])).toHaveLength(3_001);
});
