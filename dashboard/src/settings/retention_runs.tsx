import { useInfiniteQuery } from "@tanstack/react-query";
import { useAct } from "@/api/acts";
import { api, dataOf } from "@/api/client";
import { useMay } from "@/session/session";
import { type RetentionRun, retentionRunPages } from "@/settings/account_queries";
import { count, moment } from "@/shown/moments";
import { Badge } from "@/ui/badge";
import { columnsOf, Listed } from "@/ui/listed";
import { Empty, Panel } from "@/ui/panel";
import { SureButton } from "@/ui/sure_button";
import { RETENTION } from "@/words/retention";
import { sentence } from "@/words/states";

const EVERY_MS = 2000;

const COLUMNS = columnsOf<RetentionRun>(
  [RETENTION.begun, ({ created_at }) => moment(created_at)],
  [
    RETENTION.state,
    ({ finished_at }) => <Badge named={finished_at === null ? RETENTION.goesOn : RETENTION.over} />,
  ],
  [RETENTION.finished, ({ finished_at }) => moment(finished_at)],
  [RETENTION.receipt, (run) => <Receipt run={run} />],
);

/** What went so far, and once it is over the receipt. */
function Receipt({ run: { receipt, gone } }: { run: RetentionRun }) {
  const lines = receipt?.lines.filter((line) => line.gone + line.held + line.in_use + line.left > 0);
  return (
    <details className="open:min-w-72">
      <summary className="cursor-pointer">
        {RETENTION.gone} {count(Object.values(gone).reduce((all, each) => all + each, 0))}
      </summary>
      <ul>
        {lines?.map((line) => (
          <li key={`${line.store} ${line.data_class}`}>
            {sentence(line.store)}: {RETENTION.gone} {count(line.gone)}, {RETENTION.held} {count(line.held)},{" "}
            {RETENTION.inUse} {count(line.in_use)}, {RETENTION.left} {count(line.left)}
          </li>
        ))}
        {receipt?.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </details>
  );
}

export function RetentionRuns() {
  const may = useMay("people:erase");
  const found = useInfiniteQuery({
    ...retentionRunPages,
    // No live event tells how far a run is.
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ data }) => data.some((run) => run.finished_at === null)) && EVERY_MS,
  });
  const run = useAct((_: null, header) => dataOf(api.POST("/api/retention/runs", { params: { header } })), {
    touches: [["retention", "runs"]],
  });
  return (
    <Panel title={RETENTION.runs}>
      <div className="grid justify-items-start gap-3">
        {may && (
          <SureButton
            word={RETENTION.runNow}
            title={RETENTION.runTitle}
            effect={RETENTION.runEffect}
            sending={run}
            onSure={() => void run.act(null)}
          />
        )}
        <div className="w-full min-w-0">
          <Listed
            label={RETENTION.runs}
            of={found}
            columns={COLUMNS}
            empty={<Empty title={RETENTION.runsNone}>{RETENTION.runsNoneHint}</Empty>}
          />
        </div>
      </div>
    </Panel>
  );
}
