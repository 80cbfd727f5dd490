/** A script as the editor holds it: the API's own names, so that what the API says of a field is said at it. */
import { z } from "zod";
import type { Schemas } from "@/api/client";
import { EDITOR } from "@/words/scripts";

export type Content = Schemas["ContentBody"];

const said = z.string().trim().min(1, EDITOR.needed).max(4000, EDITOR.long);
const maybe = z.string().max(4000, EDITOR.long);
const key = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, EDITOR.key);
const lines = z.array(z.string());

const contentShape = z.object({
  opening: said,
  disclosure: said,
  instructions: said,
  closing: said,
  voicemail: maybe,
  screening: maybe,
  questions: z.array(
    z.object({
      key,
      text: said,
      expects: z.enum(["yes_no", "number", "choice", "free", "digits", "phone", "email"]),
      choices: lines,
    }),
  ),
  objections: z.array(
    z.object({ objection: said.max(200, EDITOR.long), answer: said.max(1000, EDITOR.long) }),
  ),
  outcomes: z.array(
    z.object({
      name: key,
      description: said.max(300, EDITOR.long),
      success: z.boolean(),
      retry: z.boolean(),
      suppress: z.boolean(),
      follow_up: z.boolean(),
      phrases: lines,
    }),
  ),
  fields: z.array(
    z.object({
      name: key,
      question: said.max(300, EDITOR.long),
      type: z.enum(["text", "number", "boolean", "date", "choice", "phone", "email"]),
      required: z.boolean(),
      choices: lines,
    }),
  ),
});

export const scriptShape = z.object({
  name: z.string().trim().min(1, EDITOR.nameNeeded).max(200, EDITOR.long),
  content: contentShape,
});

export type Written = z.infer<typeof scriptShape>;

export const NEW_QUESTION = { key: "", text: "", expects: "free" as const, choices: [] };
export const NEW_OBJECTION = { objection: "", answer: "" };
export const NEW_FIELD = { name: "", question: "", type: "text" as const, required: false, choices: [] };
export const NEW_OUTCOME = {
  name: "",
  description: "",
  success: false,
  retry: false,
  suppress: false,
  follow_up: false,
  phrases: [],
};

export const EMPTY: Written = {
  name: "",
  content: {
    opening: "",
    disclosure: EDITOR.usualDisclosure,
    instructions: "",
    closing: "",
    voicemail: "",
    screening: "",
    questions: [],
    objections: [],
    outcomes: [],
    fields: [],
  },
};

/** A stored version as the editor holds it. */
export function writtenOf(name: string, content: Content): Written {
  return {
    name,
    content: {
      ...EMPTY.content,
      ...content,
      voicemail: content.voicemail ?? "",
      screening: content.screening ?? "",
      questions: (content.questions ?? []).map((one) => ({ ...NEW_QUESTION, ...one })),
      objections: content.objections ?? [],
      outcomes: (content.outcomes ?? []).map((one) => ({ ...NEW_OUTCOME, ...one })),
      fields: (content.fields ?? []).map((one) => ({ ...NEW_FIELD, ...one })),
    },
  };
}

/** What a kept draft holds, with everything that it lacks. */
export function completed(kept: unknown, start: Written): Written {
  if (typeof kept !== "object" || kept === null) return start;
  const { name, content } = kept as Partial<Written>;
  return { name: name ?? start.name, content: { ...start.content, ...content } };
}

/** What is sent: lists without the empty lines that typing leaves. */
export function contentOf({ content }: Written): Content {
  const filledIn = (texts: readonly string[]) => texts.map((text) => text.trim()).filter(Boolean);
  return {
    ...content,
    questions: content.questions.map((one) => ({ ...one, choices: filledIn(one.choices) })),
    outcomes: content.outcomes.map((one) => ({ ...one, phrases: filledIn(one.phrases) })),
    fields: content.fields.map((one) => ({ ...one, choices: filledIn(one.choices) })),
  };
}

/** Every text of a script in which a variable may stand. */
export function textsOf(content: Content): string[] {
  return [
    content.opening,
    content.disclosure,
    content.instructions,
    content.voicemail ?? "",
    content.screening ?? "",
    content.closing,
    ...(content.questions ?? []).map((one) => one.text),
    ...(content.fields ?? []).map((one) => one.question),
    ...(content.objections ?? []).map((one) => one.answer),
  ];
}
