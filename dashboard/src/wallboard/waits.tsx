import { count } from "@/shown/moments";
import { Panel } from "@/ui/panel";
import { sentence } from "@/words/states";
import { BOARD, SHORTAGES } from "@/words/wallboard";

/** What due calls are short of, the most wanted first. */
export function Waits({ waits }: { waits: Record<string, number> }) {
  const sorted = Object.entries(waits).sort(([, one], [, other]) => other - one);
  return (
    <Panel title={BOARD.waits}>
      {sorted.length === 0 ? (
        <p className="text-sm text-faint">{BOARD.waitsNone}</p>
      ) : (
        <dl className="grid grid-cols-[1fr_max-content] gap-y-1 text-sm">
          {sorted.map(([name, calls]) => (
            <div key={name} className="contents">
              <dt>{SHORTAGES[name] ?? sentence(name)}</dt>
              <dd className="text-right font-semibold">{count(calls)}</dd>
            </div>
          ))}
        </dl>
      )}
    </Panel>
  );
}
