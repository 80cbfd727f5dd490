import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { type Campaign, campaignPages, numbersOf } from "@/campaigns/queries";
import { campaignSearch } from "@/campaigns/search";
import { useMay } from "@/session/session";
import { count, moment } from "@/shown/moments";
import { progressOf, sum } from "@/shown/parts";
import { Badge } from "@/ui/badge";
import { buttonLook } from "@/ui/button";
import { SelectField } from "@/ui/field";
import { columnsOf, Listed } from "@/ui/listed";
import { Page } from "@/ui/page";
import { Empty } from "@/ui/panel";
import { PartsBar } from "@/ui/parts_bar";
import { BUILDER } from "@/words/builder";
import { CAMPAIGN, CAMPAIGNS } from "@/words/campaigns";
import { CAMPAIGN_STATES, named } from "@/words/states";

const route = getRouteApi("/in/campaigns");

/** Whoever has begun has figures to show. */
const BEGUN: ReadonlySet<string> = new Set(["running", "paused", "cancelling"]);

const COLUMNS = columnsOf<Campaign>(
  [
    CAMPAIGNS.name,
    (campaign) => (
      <Link
        to="/campaigns/$campaignId"
        params={{ campaignId: campaign.id }}
        className="font-medium text-accent underline-offset-2 hover:underline"
      >
        {campaign.name}
      </Link>
    ),
  ],
  [CAMPAIGNS.state, ({ state }) => <Badge named={named(CAMPAIGN_STATES, state)} />],
  [CAMPAIGNS.progress, ({ id, state }) => (BEGUN.has(state) ? <Progress id={id} /> : null)],
  [CAMPAIGNS.started, (campaign) => moment(campaign.started_at)],
  [CAMPAIGNS.created, (campaign) => moment(campaign.created_at)],
);

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
      <Listed
        label={CAMPAIGNS.title}
        of={found}
        columns={COLUMNS}
        empty={<Nothing isFiltered={search.state !== undefined} />}
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
