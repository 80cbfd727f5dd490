import type { Numbers } from "@/campaigns/queries";
import { count, share, span } from "@/shown/moments";
import { progressOf, sum } from "@/shown/parts";
import { Panel } from "@/ui/panel";
import { PartsBar } from "@/ui/parts_bar";
import { CAMPAIGN } from "@/words/campaigns";

/** The campaign in numbers, as the API counts them from its rows. */
export function Figures({ numbers }: { numbers: Numbers }) {
  const all = sum(numbers.calls);
  const answered: ReadonlyArray<readonly [string, string]> = [
    [CAMPAIGN.calls, CAMPAIGN.of(count(numbers.calls.closed ?? 0), count(all))],
    [CAMPAIGN.attempts, `${count(numbers.attempts)}, ${count(numbers.retries)} ${CAMPAIGN.retries}`],
    [CAMPAIGN.answerRate, share(numbers.answer_rate)],
    [CAMPAIGN.personRate, count(numbers.answered_by_person)],
    [CAMPAIGN.goalRate, share(numbers.goal_rate)],
    [CAMPAIGN.technicalRate, share(numbers.technical_rate)],
    [CAMPAIGN.abandonmentRate, share(numbers.abandonment_rate)],
    [CAMPAIGN.talked, span(numbers.talk_seconds)],
    [CAMPAIGN.deferred, count(numbers.deferred)],
    [CAMPAIGN.review, count(numbers.needs_review)],
  ];
  return (
    <Panel title={CAMPAIGN.figures}>
      <PartsBar parts={progressOf(numbers.outcomes, numbers.calls)} of={all} />
      <dl className="mt-4 grid grid-cols-2 gap-4 sm:grid-cols-3 lg:grid-cols-5">
        {answered.map(([name, value]) => (
          <div key={name}>
            <dt className="text-xs text-faint">{name}</dt>
            <dd className="text-lg font-semibold">{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
