import { expect, test } from "vitest";
import { fieldOf, isFieldOf, placed } from "@/api/pointers";
import { ProblemError, Unreachable } from "@/api/problems";

const problem = (...pointers: string[]) =>
  new ProblemError({
    type: "",
    title: "",
    status: 422,
    detail: "Not valid.",
    instance: "",
    code: "invalid_request",
    request_id: "",
    retryable: false,
    errors: pointers.map((pointer) => ({ pointer, code: "x", message: `wrong ${pointer}` })),
  });

test.each([
  ["/name", "name"],
  ["/plan/hours/0/opens", "plan.hours.0.opens"],
  ["/variables/a~1b~0c", "variables.a/b~c"],
])("%s is the field %s", (pointer, field) => expect(fieldOf(pointer)).toBe(field));

test("a sentence stands at its field, else at the nearest around it, else by itself with its place", () => {
  const fields = new Set(["name", "plan.hours.0.opens", "languages"]);
  const found = placed(problem("/plan/hours/0/opens", "/languages/3", "/plan/caps"), (field) =>
    fields.has(field),
  );
  expect(found.at).toEqual({
    "plan.hours.0.opens": "wrong /plan/hours/0/opens",
    languages: "wrong /languages/3",
  });
  expect(found.rest).toEqual(["plan.caps: wrong /plan/caps"]);
});

test("what names no field is said of the whole", () => {
  expect(placed(problem("/"), () => true)).toEqual({ at: {}, rest: ["wrong /"] });
  expect(placed(problem(), () => true)).toEqual({ at: {}, rest: ["Not valid."] });
  expect(placed(new Unreachable(), () => true).rest).toHaveLength(1);
  expect(placed(null, () => true)).toEqual({ at: {}, rest: [] });
});

test("a form's fields are its values by themselves and its lists of such, not what holds them", () => {
  const has = isFieldOf({ name: "", plan: { hours: [{ opens: "09:00" }], days: ["mon", "tue"], none: [] } });
  expect(["name", "plan.hours.0.opens", "plan.days"].map(has)).toEqual([true, true, true]);
  expect(["plan", "plan.hours", "plan.hours.0", "plan.days.1", "plan.else", "name.x"].some(has)).toBe(false);
  const found = placed(problem("/plan/days/1", "/plan/hours/0"), has);
  expect(found).toEqual({
    at: { "plan.days": "wrong /plan/days/1" },
    rest: ["plan.hours.0: wrong /plan/hours/0"],
  });
});
