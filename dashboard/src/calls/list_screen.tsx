import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { type Call, callPages } from "@/calls/queries";
import { type CallSearch, callSearch } from "@/calls/search";
import { moment, span } from "@/shown/moments";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { SelectField } from "@/ui/field";
import { columnsOf, Listed } from "@/ui/listed";
import { Page } from "@/ui/page";
import { Empty } from "@/ui/panel";
import { CALLS } from "@/words/calls";
import { CALL_STATES, type Named, named, OUTCOMES, RESULTS } from "@/words/states";

const route = getRouteApi("/in/calls");

const COLUMNS = columnsOf<Call>(
  [
    CALLS.who,
    (call) => (
      <Link
        to="/calls/$callId"
        params={{ callId: call.id }}
        className="font-medium text-accent underline-offset-2 hover:underline"
      >
        {call.name || call.number}
      </Link>
    ),
  ],
  [CALLS.number, (call) => call.number],
  [CALLS.state, (call) => <StateBadge call={call} />],
  [CALLS.outcome, (call) => badgeOf(OUTCOMES, call.outcome)],
  [CALLS.result, (call) => badgeOf(RESULTS, call.result)],
  [CALLS.attempts, (call) => call.attempts],
  [CALLS.lasted, (call) => span(call.duration_seconds)],
  [`${CALLS.ended} / ${CALLS.next}`, (call) => moment(call.closed_at ?? call.next_attempt_at)],
);

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
      <Listed
        label={CALLS.title}
        of={found}
        columns={COLUMNS}
        empty={<Empty title={CALLS.none}>{CALLS.noneHint}</Empty>}
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
