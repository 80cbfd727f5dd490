import { useMutation } from "@tanstack/react-query";
import { download } from "@/api/files";
import type { Report } from "@/leads/queries";
import { count } from "@/shown/moments";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { Notice } from "@/ui/notice";
import { Panel } from "@/ui/panel";
import { VERDICTS } from "@/words/lead_states";
import { IMPORT } from "@/words/leads";
import { named } from "@/words/states";

/** What became of the rows, in groups; a row's own words are nowhere repeated. */
export function ReportPanel({ report }: { report: Report }) {
  const figures: ReadonlyArray<readonly [string, number]> = [
    [IMPORT.rows, report.rows],
    [IMPORT.accepted, report.accepted],
    [IMPORT.rejected, report.rejected],
    [IMPORT.duplicates, report.duplicates],
    [IMPORT.barred, report.barred],
  ];
  return (
    <Panel title={IMPORT.report} beside={<Rejected report={report} />}>
      <dl className="mb-4 grid grid-cols-2 gap-4 sm:grid-cols-5">
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt className="text-xs text-faint">{name}</dt>
            <dd className="text-lg font-semibold">{count(value)}</dd>
          </div>
        ))}
      </dl>
      <div className="grid gap-4">
        {report.notes.map((note) => (
          <Notice key={note.code} tone="warning">
            {note.message}
          </Notice>
        ))}
        {report.problems.length === 0 && <p className="text-sm text-faint">{IMPORT.noProblems}</p>}
        <Groups
          title={IMPORT.problems}
          groups={report.problems.map((each) => ({ ...each, kind: each.verdict }))}
        />
        <Groups
          title={IMPORT.repairs}
          groups={report.repairs.map((each) => ({ ...each, kind: "repaired" }))}
        />
      </div>
    </Panel>
  );
}

interface Group {
  kind: string;
  code: string;
  column: string;
  rows: number;
  message: string;
  cells: string[];
}

function Groups({ title, groups }: { title: string; groups: Group[] }) {
  if (groups.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className="mb-2 text-sm font-medium">{title}</h3>
      <ul className="grid gap-2 text-sm">
        {groups.map((group) => (
          <li
            key={`${group.kind} ${group.code} ${group.column}`}
            className="grid gap-x-4 border-b border-line pb-2 last:border-0 sm:grid-cols-[8rem_4rem_1fr]"
          >
            <Badge named={named(VERDICTS, group.kind)} />
            <b>{count(group.rows)}</b>
            <span className="min-w-0 break-words">
              {group.message}
              <span className="block text-faint">{IMPORT.places(group.column, group.cells.join(", "))}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Every row with its cell and what is wrong with it, as a file. */
function Rejected({ report }: { report: Report }) {
  const save = useMutation({
    mutationFn: () => download(`/api/lead-imports/${report.id}/problems.csv`, `${report.id}-problems.csv`),
  });
  if (report.problems.length === 0) return null;
  return (
    <span className="flex flex-wrap items-center gap-2">
      {save.error !== null && <span className="text-sm text-bad">{save.error.message}</span>}
      <Button onClick={() => save.mutate()} disabled={save.isPending}>
        {IMPORT.download}
      </Button>
    </span>
  );
}
