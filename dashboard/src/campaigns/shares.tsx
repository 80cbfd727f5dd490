import type { Numbers } from "@/campaigns/queries";
import { count, share } from "@/shown/moments";
import { partsOf, sum } from "@/shown/parts";
import { Mark } from "@/ui/badge";
import { Panel } from "@/ui/panel";
import { CAMPAIGN } from "@/words/campaigns";
import { type Named, OUTCOMES, RESULTS } from "@/words/states";

interface Shown {
  title: string;
  words: Record<string, Named>;
  none: string;
  of: (numbers: Numbers) => Record<string, number>;
}

export const RESULT_TABLES: readonly Shown[] = [
  { title: CAMPAIGN.outcomes, words: OUTCOMES, none: "–", of: (numbers) => numbers.outcomes },
  { title: CAMPAIGN.results, words: RESULTS, none: "–", of: (numbers) => numbers.results },
  { title: CAMPAIGN.waits, words: {}, none: CAMPAIGN.waitsNone, of: (numbers) => numbers.waits_for },
];

/** Counts by name with their share, the greatest first. */
export function Shares({
  title,
  words,
  none,
  counts,
}: Omit<Shown, "of"> & { counts: Record<string, number> }) {
  const parts = partsOf(counts, words).filter((part) => part.count > 0);
  const all = sum(counts);
  return (
    <Panel title={title}>
      {parts.length === 0 ? (
        <p className="text-sm text-faint">{none}</p>
      ) : (
        <table className="w-full text-sm">
          <tbody>
            {parts.map((part) => (
              <tr key={part.name}>
                <th scope="row" className="py-1 text-left font-normal">
                  <span className="inline-flex items-center gap-1.5">
                    <Mark tone={part.tone} />
                    {part.name}
                  </span>
                </th>
                <td className="py-1 pl-3 text-right">{count(part.count)}</td>
                <td className="py-1 pl-3 text-right text-faint">{share(part.count / all)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
