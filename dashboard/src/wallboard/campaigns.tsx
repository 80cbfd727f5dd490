import { Link } from "@tanstack/react-router";
import { moment } from "@/shown/moments";
import { Badge } from "@/ui/badge";
import { Empty } from "@/ui/panel";
import { type Columns, Table } from "@/ui/table";
import type { Board } from "@/wallboard/queries";
import { CAMPAIGNS } from "@/words/campaigns";
import { CAMPAIGN_STATES, named } from "@/words/states";
import { BOARD } from "@/words/wallboard";

type Campaign = Board["campaigns"][number];

const COLUMNS: Columns<Campaign> = [
  {
    id: "name",
    header: CAMPAIGNS.name,
    cell: ({ row: { original: campaign } }) => (
      <Link
        to="/campaigns/$campaignId"
        params={{ campaignId: campaign.id }}
        className="font-medium text-accent underline-offset-2 hover:underline"
      >
        {campaign.name}
      </Link>
    ),
  },
  {
    id: "state",
    header: CAMPAIGNS.state,
    cell: ({ row }) => <Badge named={named(CAMPAIGN_STATES, row.original.state)} />,
  },
  { id: "live", header: BOARD.onTheLine, cell: ({ row }) => row.original.live },
  { id: "ringing", header: BOARD.ringing, cell: ({ row }) => row.original.dialling },
  {
    id: "due",
    header: BOARD.due,
    cell: ({ row }) => `${row.original.queued} / ${row.original.window}`,
  },
  { id: "next", header: BOARD.next, cell: ({ row }) => moment(row.original.next_at) },
];

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
