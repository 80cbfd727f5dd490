import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { AddLead } from "@/leads/add_lead";
import { Held } from "@/leads/held";
import { type Lead, leadPages } from "@/leads/queries";
import type { LeadSearch } from "@/leads/search";
import { WhichCampaign } from "@/leads/which_campaign";
import { useMay } from "@/session/session";
import { moment } from "@/shown/moments";
import { Answer } from "@/ui/answer";
import { Badge } from "@/ui/badge";
import { buttonLook } from "@/ui/button";
import { SelectField } from "@/ui/field";
import { linkLook } from "@/ui/link";
import { More } from "@/ui/more";
import { Page } from "@/ui/page";
import { Empty } from "@/ui/panel";
import { type Columns, Table } from "@/ui/table";
import { LEAD_STATES } from "@/words/lead_states";
import { LEADS } from "@/words/leads";
import { named } from "@/words/states";

const route = getRouteApi("/in/leads");
const HELD = "needs_review";

const COLUMNS: Columns<Lead> = [
  {
    id: "name",
    header: LEADS.name,
    cell: ({ row: { original: lead } }) => (
      <Link to="/leads/$leadId" params={{ leadId: lead.id }} className={`${linkLook} font-medium`}>
        {lead.name || lead.number}
      </Link>
    ),
  },
  { id: "number", header: LEADS.number, cell: ({ row }) => row.original.number },
  {
    id: "state",
    header: LEADS.state,
    cell: ({ row }) => <Badge named={named(LEAD_STATES, row.original.state)} />,
  },
  { id: "zones", header: LEADS.zones, cell: ({ row }) => row.original.zones.join(", ") || "–" },
  { id: "review", header: LEADS.review, cell: ({ row }) => row.original.review_message || "–" },
  { id: "added", header: LEADS.added, cell: ({ row }) => moment(row.original.created_at) },
];

export function LeadList() {
  const search = route.useSearch();
  const may = useMay("leads:write");
  const navigate = useNavigate();
  const { campaign } = search;
  return (
    <Page
      title={LEADS.title}
      acts={
        may && (
          <Link to="/leads/import" search={{ campaign }} className={buttonLook("main")}>
            {LEADS.import}
          </Link>
        )
      }
    >
      <WhichCampaign
        campaign={campaign}
        onChoose={(chosen) => void navigate({ to: "/leads", search: { campaign: chosen } })}
      />
      {campaign === undefined ? (
        <Empty title={LEADS.noCampaign}>{LEADS.noCampaignHint}</Empty>
      ) : (
        <OfCampaign key={campaign} campaign={campaign} search={search} />
      )}
      {campaign !== undefined && may && <AddLead key={`add ${campaign}`} campaign={campaign} />}
    </Page>
  );
}

function OfCampaign({ campaign, search }: { campaign: string; search: LeadSearch }) {
  const navigate = useNavigate();
  const found = useInfiniteQuery(leadPages(campaign, search));
  return (
    <>
      <div className="max-w-60">
        <SelectField
          label={LEADS.state}
          value={search.state ?? ""}
          onChange={({ target }) =>
            void navigate({ to: "/leads", search: { campaign, state: target.value || undefined } })
          }
        >
          <option value="">{LEADS.anyState}</option>
          {Object.entries(LEAD_STATES).map(([state, { word }]) => (
            <option key={state} value={state}>
              {word}
            </option>
          ))}
        </SelectField>
      </div>
      <Answer of={found}>
        {(leads) => {
          if (leads.length === 0) return <Empty title={LEADS.none}>{LEADS.noneHint}</Empty>;
          if (search.state === HELD)
            return <Held campaign={campaign} leads={leads} isOneReason={search.review !== undefined} />;
          return <Table label={LEADS.title} columns={COLUMNS} rows={leads} keyOf={(lead) => lead.id} />;
        }}
      </Answer>
      <More of={found} />
    </>
  );
}
