import { expect, test } from "vitest";
import { Presses } from "@/api/presses";
import { ProblemError, Unreachable } from "@/api/problems";

const problem = (retryable: boolean) =>
  new ProblemError({
    type: "",
    title: "",
    status: 409,
    detail: "",
    instance: "",
    code: "some_code",
    request_id: "",
    retryable,
  });

test.each([
  ["a lost answer", new Unreachable(), true],
  ["an answer that asks to try again", problem(true), true],
  ["a refusal", problem(false), false],
  ["success", null, false],
])("after %s the same press has the same key: %o", (_, error, isSame) => {
  const presses = new Presses();
  const first = presses.headerFor({ name: "a" });
  presses.settle(error);
  const second = presses.headerFor({ name: "a" });
  expect(second["Idempotency-Key"] === first["Idempotency-Key"]).toBe(isSame);
});

test("two presses at once are one, and one that says something else is another", () => {
  const presses = new Presses();
  const first = presses.headerFor({ name: "a" });
  expect(presses.headerFor({ name: "a" })).toEqual(first);
  presses.settle(new Unreachable());
  expect(presses.headerFor({ name: "b" })).not.toEqual(first);
});

test("two files are told apart", () => {
  const presses = new Presses();
  const first = presses.headerFor({ file: new File(["1"], "one.csv") });
  expect(presses.headerFor({ file: new File(["1"], "two.csv") })).not.toEqual(first);
});
