import { expect, test } from "vitest";
import { grouped } from "@/shown/permissions";

test("permissions stand under their nouns, none is lost", () => {
  expect(grouped(["calls:read", "keys:read", "calls:place", "self"])).toEqual([
    {
      noun: "Calls",
      may: [
        { name: "calls:read", word: "see" },
        { name: "calls:place", word: "place" },
      ],
    },
    { noun: "Keys", may: [{ name: "keys:read", word: "see" }] },
    { noun: "Oneself", may: [{ name: "self", word: "own profile and sessions" }] },
  ]);
});

test("a permission that this page does not know yet is told by its own words", () => {
  expect(grouped(["new_things:fold"])).toEqual([
    { noun: "New things", may: [{ name: "new_things:fold", word: "Fold" }] },
  ]);
});
