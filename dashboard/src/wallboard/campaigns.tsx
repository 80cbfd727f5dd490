import { Link } from "@tanstack/react-router";
import { moment } from "@/shown/moments";
import { Badge } from "@/ui/badge";
import { columnsOf } from "@/ui/listed";
import { Empty } from "@/ui/panel";
import { Table } from "@/ui/table";
import type { Board } from "@/wallboard/queries";
import { CAMPAIGNS } from "@/words/campaigns";
import { CAMPAIGN_STATES, named } from "@/words/states";
import { BOARD } from "@/words/wallboard";

type Campaign = Board["campaigns"][number];

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
  [BOARD.onTheLine, (campaign) => campaign.live],
  [BOARD.ringing, (campaign) => campaign.dialling],
  [BOARD.due, (campaign) => `${campaign.queued} / ${campaign.window}`],
  [BOARD.next, (campaign) => moment(campaign.next_at)],
);

/** Campaigns that have begun and are not over. */
export function Campaigns({ campaigns }: { campaigns: Campaign[] }) {
  if (campaigns.length === 0)
    return (
      <Empty title={BOARD.campaigns}>
        <p>{BOARD.campaignsNone}</p>
        <Link to="/campaigns" className="text-accent underline underline-offset-2">
          {BOARD.toCampaigns}
        </Link>
      </Empty>
    );
  return <Table label={BOARD.campaigns} columns={COLUMNS} rows={campaigns} keyOf={(row) => row.id} />;
}
