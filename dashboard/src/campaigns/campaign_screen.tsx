import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { CampaignActs } from "@/campaigns/campaign_acts";
import { Figures } from "@/campaigns/figures";
import { LiveCalls } from "@/campaigns/live_calls";
import { Plan } from "@/campaigns/plan";
import { PreflightPanel } from "@/campaigns/preflight_panel";
import { type Campaign, campaignOf, numbersOf } from "@/campaigns/queries";
import { RESULT_TABLES, Shares } from "@/campaigns/shares";
import { useMay } from "@/session/session";
import { moment } from "@/shown/moments";
import { Answer } from "@/ui/answer";
import { Badge } from "@/ui/badge";
import { buttonLook } from "@/ui/button";
import { Page } from "@/ui/page";
import { BUILDER } from "@/words/builder";
import { CAMPAIGN, CAMPAIGNS } from "@/words/campaigns";
import { CAMPAIGN_STATES, named } from "@/words/states";

const route = getRouteApi("/in/campaigns/$campaignId");
const BEFORE_START = "draft";

export function CampaignScreen() {
  const { campaignId } = route.useParams();
  const found = useQuery(campaignOf(campaignId));
  return (
    <Answer of={found}>
      {(campaign) => (
        <Page
          title={campaign.name}
          below={
            <span className="flex flex-wrap gap-x-4 gap-y-1">
              <Badge named={named(CAMPAIGN_STATES, campaign.state)} />
              <span>
                {CAMPAIGNS.started}: {moment(campaign.started_at)}
              </span>
            </span>
          }
          acts={
            <>
              <CampaignActs campaign={campaign} />
              <Ways campaign={campaign} />
            </>
          }
        >
          {campaign.state === BEFORE_START && <PreflightPanel id={campaign.id} />}
          <Numbers id={campaign.id} />
          <LiveCalls id={campaign.id} />
          <Plan campaign={campaign} />
          <Link
            to="/calls"
            search={{ campaign: campaign.id }}
            className="justify-self-start text-sm text-accent underline underline-offset-2"
          >
            {CAMPAIGN.allCalls}
          </Link>
        </Page>
      )}
    </Answer>
  );
}

/** Where one goes on from here: to its people, and to another campaign like it. */
function Ways({ campaign }: { campaign: Campaign }) {
  const maySee = useMay("leads:read");
  const mayImport = useMay("leads:write");
  const mayBuild = useMay("campaigns:write");
  return (
    <>
      {maySee && (
        <Link to="/leads" search={{ campaign: campaign.id }} className={buttonLook()}>
          {CAMPAIGN.leads}
        </Link>
      )}
      {mayImport && !isOver(campaign) && (
        <Link to="/leads/import" search={{ campaign: campaign.id }} className={buttonLook()}>
          {CAMPAIGN.importLeads}
        </Link>
      )}
      {mayBuild && (
        <Link to="/campaigns/new" search={{ from: campaign.id }} className={buttonLook()}>
          {BUILDER.duplicate}
        </Link>
      )}
    </>
  );
}

function isOver({ state }: Campaign): boolean {
  return state === "cancelled" || state === "cancelling" || state === "completed";
}

function Numbers({ id }: { id: string }) {
  const found = useQuery(numbersOf(id));
  return (
    <Answer of={found}>
      {(numbers) => (
        <>
          <Figures numbers={numbers} />
          <div className="grid gap-4 md:grid-cols-3">
            {RESULT_TABLES.map((table) => (
              <Shares key={table.title} {...table} counts={table.of(numbers)} />
            ))}
          </div>
        </>
      )}
    </Answer>
  );
}
