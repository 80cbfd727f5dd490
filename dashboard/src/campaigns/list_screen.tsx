import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { type Campaign, campaignPages, numbersOf } from "@/campaigns/queries";
import { campaignSearch } from "@/campaigns/search";
import { useMay } from "@/session/session";
import { count, moment } from "@/shown/moments";
import { progressOf, sum } from "@/shown/parts";
import { Answer } from "@/ui/answer";
import { Badge } from "@/ui/badge";
import { buttonLook } from "@/ui/button";
import { SelectField } from "@/ui/field";
import { More } from "@/ui/more";
import { Page } from "@/ui/page";
import { Empty } from "@/ui/panel";
import { PartsBar } from "@/ui/parts_bar";
import { type Columns, Table } from "@/ui/table";
import { BUILDER } from "@/words/builder";
import { CAMPAIGN, CAMPAIGNS } from "@/words/campaigns";
import { CAMPAIGN_STATES, named } from "@/words/states";

const route = getRouteApi("/in/campaigns");

/** Whoever has begun has figures to show. */
const BEGUN: ReadonlySet<string> = new Set(["running", "paused", "cancelling"]);

const COLUMNS: Columns<Campaign> = [
  {
    id: "name",
    header: CAMPAIGNS.name,
    cell: ({ row }) => (
      <Link
        to="/campaigns/$campaignId"
        params={{ campaignId: row.original.id }}
        className="font-medium text-accent underline-offset-2 hover:underline"
      >
        {row.original.name}
      </Link>
    ),
  },
  {
    id: "state",
    header: CAMPAIGNS.state,
    cell: ({ row }) => <Badge named={named(CAMPAIGN_STATES, row.original.state)} />,
  },
  {
    id: "progress",
    header: CAMPAIGNS.progress,
    cell: ({ row }) => (BEGUN.has(row.original.state) ? <Progress id={row.original.id} /> : null),
  },
  { id: "started", header: CAMPAIGNS.started, cell: ({ row }) => moment(row.original.started_at) },
  { id: "created", header: CAMPAIGNS.created, cell: ({ row }) => moment(row.original.created_at) },
];

export function CampaignList() {
  const search = route.useSearch();
  const may = useMay("campaigns:write");
  const navigate = useNavigate();
  const found = useInfiniteQuery(campaignPages(search));
  return (
    <Page
      title={CAMPAIGNS.title}
      acts={
        may && (
          <Link to="/campaigns/new" search={{}} className={buttonLook("main")}>
            {BUILDER.new}
          </Link>
        )
      }
    >
      <div className="max-w-60">
        <SelectField
          label={CAMPAIGNS.filter}
          value={search.state ?? ""}
          onChange={({ target }) =>
            void navigate({ to: "/campaigns", search: campaignSearch.parse({ state: target.value }) })
          }
        >
          <option value="">{CAMPAIGNS.anyState}</option>
          {Object.entries(CAMPAIGN_STATES).map(([state, { word }]) => (
            <option key={state} value={state}>
              {word}
            </option>
          ))}
        </SelectField>
      </div>
      <Answer of={found}>
        {(rows) =>
          rows.length === 0 ? (
            <Nothing isFiltered={search.state !== undefined} />
          ) : (
            <Table label={CAMPAIGNS.title} columns={COLUMNS} rows={rows} keyOf={(row) => row.id} />
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

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  return isFiltered ? (
    <Empty title={CAMPAIGNS.noneInState} />
  ) : (
    <Empty title={CAMPAIGNS.none}>{CAMPAIGNS.noneHint}</Empty>
  );
}

function Progress({ id }: { id: string }) {
  const { data } = useQuery(numbersOf(id));
  if (data === undefined) return null;
  const all = sum(data.calls);
  return (
    <div className="grid min-w-32 gap-1">
      <PartsBar parts={progressOf(data.outcomes, data.calls)} of={all} />
      <span className="text-xs text-faint">{CAMPAIGN.of(count(data.calls.closed ?? 0), count(all))}</span>
    </div>
  );
}
