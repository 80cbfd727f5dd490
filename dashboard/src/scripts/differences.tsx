import { linesOf } from "@/scripts/lines";
import type { Version } from "@/scripts/queries";
import { type DiffLine, diffOf } from "@/shown/diff";
import { Panel } from "@/ui/panel";
import { SCRIPT } from "@/words/scripts";

const SIGNS: Record<DiffLine["kind"], string> = { same: " ", gone: "−", new: "+" };
const LOOKS: Record<DiffLine["kind"], string> = {
  same: "text-faint",
  gone: "bg-sunken text-bad line-through decoration-1",
  new: "bg-sunken font-medium text-good",
};
const NAMES: Record<DiffLine["kind"], string> = {
  same: SCRIPT.same,
  gone: SCRIPT.gone,
  new: SCRIPT.added,
};

/** From the older of two versions to the newer: a sign, a word and a look for what was taken out and added. */
export function Differences({ one, other }: { one: Version; other: Version }) {
  const [before, after] = one.number < other.number ? [one, other] : [other, one];
  const lines = diffOf(linesOf(before.content), linesOf(after.content));
  return (
    <Panel title={SCRIPT.differences(before.number, after.number)}>
      {lines.every(({ kind }) => kind === "same") ? (
        <p className="text-sm text-faint">{SCRIPT.noDifference}</p>
      ) : (
        <ol className="grid text-sm">
          {lines.map((line, place) => (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of two versions that never change
              key={place}
              className={`grid grid-cols-[1.5rem_minmax(0,1fr)] px-2 py-0.5 ${LOOKS[line.kind]}`}
            >
              <span aria-hidden="true">{SIGNS[line.kind]}</span>
              <span className="break-words whitespace-pre-wrap">
                {line.kind !== "same" && <span className="sr-only">{NAMES[line.kind]}: </span>}
                {line.text}
              </span>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}
