/** A script as lines of text, for reading it beside another version. */
import type { Content } from "@/scripts/script_shape";
import { SCRIPT } from "@/words/scripts";

const flags = ["success", "retry", "suppress", "follow_up"] as const;

export function linesOf(content: Content): string[] {
  const part = (title: string, text: string | undefined) =>
    text ? [`${title}:`, ...text.split("\n").map((line) => `  ${line}`)] : [];
  const listed = <Item>(title: string, items: readonly Item[] | undefined, line: (item: Item) => string) =>
    items?.length ? [`${title}:`, ...items.map((item) => `  ${line(item)}`)] : [];
  const among = (choices: readonly string[] | undefined) =>
    choices?.length ? ` (${choices.join(" / ")})` : "";
  return [
    ...part(SCRIPT.opening, content.opening),
    ...part(SCRIPT.disclosure, content.disclosure),
    ...part(SCRIPT.instructions, content.instructions),
    ...listed(
      SCRIPT.questions,
      content.questions,
      (one) => `${one.key}: ${one.text} [${one.expects ?? "free"}]${among(one.choices)}`,
    ),
    ...listed(
      SCRIPT.fields,
      content.fields,
      (one) =>
        `${one.name}: ${one.question} [${one.type ?? "text"}${one.required ? `, ${SCRIPT.required}` : ""}]${among(one.choices)}`,
    ),
    ...listed(
      SCRIPT.outcomes,
      content.outcomes,
      (one) =>
        `${one.name}: ${one.description}${among(flags.filter((flag) => one[flag]))}${among(one.phrases)}`,
    ),
    ...listed(SCRIPT.objections, content.objections, (one) => `${one.objection}: ${one.answer}`),
    ...part(SCRIPT.voicemail, content.voicemail),
    ...part(SCRIPT.screening, content.screening),
    ...part(SCRIPT.closing, content.closing),
  ];
}
