import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { type Call, callPages } from "@/calls/queries";
import { type CallSearch, callSearch } from "@/calls/search";
import { moment, span } from "@/shown/moments";
import { Answer } from "@/ui/answer";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { SelectField } from "@/ui/field";
import { More } from "@/ui/more";
import { Page } from "@/ui/page";
import { Empty } from "@/ui/panel";
import { type Columns, Table } from "@/ui/table";
import { CALLS } from "@/words/calls";
import { CALL_STATES, type Named, named, OUTCOMES, RESULTS } from "@/words/states";

const route = getRouteApi("/in/calls");

const COLUMNS: Columns<Call> = [
  {
    id: "who",
    header: CALLS.who,
    cell: ({ row: { original: call } }) => (
      <Link
        to="/calls/$callId"
        params={{ callId: call.id }}
        className="font-medium text-accent underline-offset-2 hover:underline"
      >
        {call.name || call.number}
      </Link>
    ),
  },
  { id: "number", header: CALLS.number, cell: ({ row }) => row.original.number },
  { id: "state", header: CALLS.state, cell: ({ row }) => <StateBadge call={row.original} /> },
  { id: "outcome", header: CALLS.outcome, cell: ({ row }) => badgeOf(OUTCOMES, row.original.outcome) },
  { id: "result", header: CALLS.result, cell: ({ row }) => badgeOf(RESULTS, row.original.result) },
  { id: "attempts", header: CALLS.attempts, cell: ({ row }) => row.original.attempts },
  { id: "lasted", header: CALLS.lasted, cell: ({ row }) => span(row.original.duration_seconds) },
  {
    id: "ended",
    header: `${CALLS.ended} / ${CALLS.next}`,
    cell: ({ row }) => moment(row.original.closed_at ?? row.original.next_attempt_at),
  },
];

function StateBadge({ call }: { call: Call }) {
  const state = call.needs_review ? "needs_review" : call.state;
  return <Badge named={named(CALL_STATES, state)} />;
}

function badgeOf(words: Record<string, Named>, name: string | null) {
  return name === null ? "–" : <Badge named={named(words, name)} />;
}

export function CallList() {
  const search = route.useSearch();
  const found = useInfiniteQuery(callPages(search));
  return (
    <Page title={CALLS.title}>
      <Filters search={search} />
      <Answer of={found}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={CALLS.none}>{CALLS.noneHint}</Empty>
          ) : (
            <Table label={CALLS.title} columns={COLUMNS} rows={rows} keyOf={(row) => row.id} />
          )
        }
      </Answer>
      <More
        has={found.hasNextPage}
        isLoading={found.isFetchingNextPage}
        onMore={() => void found.fetchNextPage()}
      />
    </Page>
  );
}

function Filters({ search }: { search: CallSearch }) {
  const navigate = useNavigate();
  const filter = (change: Record<string, unknown>) =>
    void navigate({ to: "/calls", search: callSearch.parse({ ...search, ...change }) });
  return (
    <search className="grid grid-cols-2 items-end gap-3 md:grid-cols-4">
      <Choice
        label={CALLS.state}
        words={CALL_STATES}
        value={search.state}
        onChoose={(state) => filter({ state })}
      />
      <Choice
        label={CALLS.outcome}
        words={OUTCOMES}
        value={search.outcome}
        onChoose={(outcome) => filter({ outcome: outcome || undefined })}
      />
      <Choice
        label={CALLS.result}
        words={RESULTS}
        value={search.result}
        onChoose={(result) => filter({ result: result || undefined })}
      />
      <label className="flex min-h-9 items-center gap-2 text-sm">
        <input
          type="checkbox"
          className="size-5 accent-accent"
          checked={search.review ?? false}
          onChange={({ target }) => filter({ review: target.checked || undefined })}
        />
        {CALLS.onlyReview}
      </label>
      {search.campaign !== undefined && (
        <Button onClick={() => filter({ campaign: undefined })}>{CALLS.ofAll}</Button>
      )}
    </search>
  );
}

function Choice({
  label,
  words,
  value,
  onChoose,
}: {
  label: string;
  words: Record<string, Named>;
  value: string | undefined;
  onChoose: (name: string) => void;
}) {
  return (
    <SelectField label={label} value={value ?? ""} onChange={({ target }) => onChoose(target.value)}>
      <option value="">{CALLS.any}</option>
      {Object.entries(words).map(([name, { word }]) => (
        <option key={name} value={name}>
          {word}
        </option>
      ))}
    </SelectField>
  );
}
