import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type Import, importPages } from "@/leads/queries";
import { count, moment } from "@/shown/moments";
import { Answer } from "@/ui/answer";
import { Badge } from "@/ui/badge";
import { linkLook } from "@/ui/link";
import { More } from "@/ui/more";
import { Empty, Panel } from "@/ui/panel";
import { type Columns, Table } from "@/ui/table";
import { IMPORT_STATES } from "@/words/lead_states";
import { IMPORT } from "@/words/leads";
import { named } from "@/words/states";

const COLUMNS: Columns<Import> = [
  {
    id: "file",
    header: IMPORT.file,
    cell: ({ row: { original: one } }) => (
      <Link
        to="/leads/import"
        search={{ campaign: one.campaign_id, import: one.id }}
        className={`${linkLook} font-medium break-words`}
      >
        {one.file_name}
      </Link>
    ),
  },
  {
    id: "state",
    header: IMPORT.state,
    cell: ({ row }) => <Badge named={named(IMPORT_STATES, row.original.state)} />,
  },
  { id: "rows", header: IMPORT.rows, cell: ({ row }) => count(row.original.rows) },
  { id: "accepted", header: IMPORT.accepted, cell: ({ row }) => count(row.original.accepted) },
  { id: "rejected", header: IMPORT.rejected, cell: ({ row }) => count(row.original.rejected) },
  { id: "duplicates", header: IMPORT.duplicates, cell: ({ row }) => count(row.original.duplicates) },
  { id: "at", header: IMPORT.at, cell: ({ row }) => moment(row.original.created_at) },
];

/** What was uploaded before, of one campaign or of all. */
export function ImportList({ campaign }: { campaign: string | undefined }) {
  const found = useInfiniteQuery(importPages(campaign));
  return (
    <Panel title={IMPORT.before}>
      <Answer of={found}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={IMPORT.none}>{IMPORT.noneHint}</Empty>
          ) : (
            <Table label={IMPORT.before} columns={COLUMNS} rows={rows} keyOf={(row) => row.id} />
          )
        }
      </Answer>
      <div className="mt-2 grid">
        <More of={found} />
      </div>
    </Panel>
  );
}
