import { expect, test } from "vitest";
import { isFieldOf, placed } from "@/api/pointers";
import { ProblemError } from "@/api/problems";
import { linesOf } from "@/scripts/lines";
import { pointersOf } from "@/scripts/problems";
import {
  completed,
  contentOf,
  EMPTY,
  NEW_OUTCOME,
  NEW_QUESTION,
  scriptShape,
  writtenOf,
} from "@/scripts/script_shape";
import { diffOf } from "@/shown/diff";

const written = {
  ...EMPTY,
  name: "Survey",
  content: { ...EMPTY.content, opening: "Hello {{first_name}}", instructions: "Ask.", closing: "Bye" },
};

test("the disclosure cannot be left out", () => {
  expect(scriptShape.safeParse(written).success).toBe(true);
  const without = { ...written, content: { ...written.content, disclosure: " " } };
  expect(scriptShape.safeParse(without).error?.issues.map(({ path }) => path.join("."))).toEqual([
    "content.disclosure",
  ]);
});

test("what a version says comes back as it was, and empty lines are not sent", () => {
  const content = { opening: "a", disclosure: "b", instructions: "c", closing: "d" };
  const back = contentOf(writtenOf("n", content));
  expect(back).toMatchObject(content);
  const typed = {
    ...written,
    content: { ...written.content, questions: [{ ...NEW_QUESTION, choices: ["a ", ""] }] },
  };
  expect(contentOf(typed).questions?.[0]?.choices).toEqual(["a"]);
  expect(completed({ content: { opening: "x" } }, written).content).toEqual({
    ...written.content,
    opening: "x",
  });
});

test("a problem with a version is shown where a problem with a script is", () => {
  const at = (pointer: string) =>
    new ProblemError({
      type: "",
      title: "",
      status: 422,
      detail: "",
      instance: "",
      code: "",
      request_id: "",
      retryable: false,
      errors: [{ pointer, code: "", message: "wrong" }],
    });
  const has = isFieldOf(written);
  expect(placed(pointersOf(at("/opening"), true), has).at).toEqual({ "content.opening": "wrong" });
  expect(placed(pointersOf(at("/content/opening"), false), has).at).toEqual({ "content.opening": "wrong" });
});

test("two versions differ in the lines that were changed", () => {
  const outcomes = [{ ...NEW_OUTCOME, name: "booked", description: "They booked", success: true }];
  const changed = { ...contentOf(written), closing: "Goodbye", outcomes };
  const lines = diffOf(linesOf(contentOf(written)), linesOf(changed)).filter(({ kind }) => kind !== "same");
  expect(lines.map(({ kind, text }) => `${kind} ${text.trim()}`)).toEqual([
    "new Outcomes of its own:",
    "new booked: They booked (success)",
    "gone Bye",
    "new Goodbye",
  ]);
});
