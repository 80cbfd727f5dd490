import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { WhyNotNow } from "@/leads/contactability";
import { mendable } from "@/leads/mend_fields";
import { MendOne } from "@/leads/mend_form";
import { Consents, Preferences } from "@/leads/person";
import { type LeadDetail, leadOf } from "@/leads/queries";
import { useMay } from "@/session/session";
import { moment, momentIn } from "@/shown/moments";
import { Answer } from "@/ui/answer";
import { Badge } from "@/ui/badge";
import { buttonLook } from "@/ui/button";
import { linkLook } from "@/ui/link";
import { Notice } from "@/ui/notice";
import { Page } from "@/ui/page";
import { Facts, Panel } from "@/ui/panel";
import { LEAD_STATES } from "@/words/lead_states";
import { IMPORT, LEAD, LEADS, MEND } from "@/words/leads";
import { named } from "@/words/states";

const route = getRouteApi("/in/leads/$leadId");

export function LeadScreen() {
  const { leadId } = route.useParams();
  const found = useQuery(leadOf(leadId));
  return (
    <Answer of={found}>
      {(lead) => (
        <Page
          title={lead.name || lead.number}
          below={
            <span className="flex flex-wrap gap-x-4 gap-y-1">
              <span>{lead.number}</span>
              <Badge named={named(LEAD_STATES, lead.state)} />
            </span>
          }
          acts={
            lead.campaign_id !== null && (
              <>
                <Link to="/leads" search={{ campaign: lead.campaign_id }} className={buttonLook()}>
                  {LEADS.title}
                </Link>
                <Link
                  to="/campaigns/$campaignId"
                  params={{ campaignId: lead.campaign_id }}
                  className={buttonLook()}
                >
                  {IMPORT.toCampaign}
                </Link>
              </>
            )
          }
        >
          <HeldBecause lead={lead} />
          <div className="grid gap-4 lg:grid-cols-2">
            <WhyNotNow id={lead.id} />
            <div className="grid content-start gap-4">
              <About lead={lead} />
              <Values lead={lead} />
              <Preferences preferences={lead.preferences} />
              <Consents number={lead.number} />
            </div>
          </div>
        </Page>
      )}
    </Answer>
  );
}

function HeldBecause({ lead }: { lead: LeadDetail }) {
  const may = useMay("leads:write");
  if (lead.review === null) return null;
  return (
    <Panel title={MEND.title}>
      <div className="grid gap-3">
        <Notice tone="warning">{lead.review_message}</Notice>
        {may && mendable(lead.review) !== null && <MendOne key={lead.review} lead={lead} />}
      </div>
    </Panel>
  );
}

function About({ lead }: { lead: LeadDetail }) {
  const [zone] = lead.zones;
  return (
    <Panel title={LEAD.facts}>
      <Facts
        facts={[
          [LEAD.email, lead.email || "–"],
          [LEAD.zones, lead.zones.join(", ") || "–"],
          [LEAD.zonesNow, zone === undefined ? "–" : momentIn(new Date().toISOString(), zone)],
          [LEAD.rules, lead.rules || "–"],
          [LEAD.added, moment(lead.created_at)],
          [LEAD.source, <FromList key="list" lead={lead} />],
        ]}
      />
    </Panel>
  );
}

function FromList({ lead }: { lead: LeadDetail }) {
  if (lead.import_id === null) return "–";
  return (
    <Link
      to="/leads/import"
      search={{ campaign: lead.campaign_id ?? undefined, import: lead.import_id }}
      className={linkLook}
    >
      {lead.import_id}
    </Link>
  );
}

function Values({ lead }: { lead: LeadDetail }) {
  const values = Object.entries(lead.variables);
  return (
    <Panel title={LEAD.values}>
      {values.length === 0 ? (
        <p className="text-sm text-faint">{LEAD.valuesNone}</p>
      ) : (
        <Facts facts={values} />
      )}
    </Panel>
  );
}
