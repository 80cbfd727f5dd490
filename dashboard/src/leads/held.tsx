import { Link } from "@tanstack/react-router";
import { mendable } from "@/leads/mend_fields";
import { MendAll, MendOne } from "@/leads/mend_form";
import type { Lead } from "@/leads/queries";
import { useMay } from "@/session/session";
import { Badge } from "@/ui/badge";
import { linkLook } from "@/ui/link";
import { Panel } from "@/ui/panel";
import { LEAD_STATES } from "@/words/lead_states";
import { LEADS, MEND } from "@/words/leads";
import { named } from "@/words/states";

/** Held leads by what holds them; each is put right where it stands, or all of a kind at once. */
export function Held({
  campaign,
  leads,
  isOneReason,
}: {
  campaign: string;
  leads: Lead[];
  isOneReason: boolean;
}) {
  const may = useMay("leads:write");
  const reasons = [...new Set(leads.map((lead) => lead.review ?? ""))];
  return (
    <>
      <p className="text-sm text-faint">{LEADS.heldHint}</p>
      {reasons.map((review) => {
        const those = leads.filter((lead) => (lead.review ?? "") === review);
        const [example] = those;
        if (example === undefined) return null;
        return (
          <Panel
            key={review}
            title={example.review_message || review}
            beside={
              <Link
                to="/leads"
                search={{ campaign, state: "needs_review", review: isOneReason ? undefined : review }}
                className={`${linkLook} text-sm`}
              >
                {isOneReason ? LEADS.allReasons : LEADS.onlyReason}
              </Link>
            }
          >
            {may && mendable(review) !== null && (
              <details className="mb-4 rounded-md border border-line p-3 text-sm">
                <summary className="cursor-pointer font-medium">{MEND.all}</summary>
                <div className="mt-3">
                  <MendAll campaign={campaign} example={example} />
                </div>
              </details>
            )}
            <ul className="grid gap-3 text-sm">
              {those.map((lead) => (
                <li key={lead.id} className="border-b border-line pb-3 last:border-0">
                  <HeldLead lead={lead} may={may} />
                </li>
              ))}
            </ul>
          </Panel>
        );
      })}
    </>
  );
}

function HeldLead({ lead, may }: { lead: Lead; may: boolean }) {
  const said = Object.values(lead.whereabouts).filter(Boolean).join(", ");
  return (
    <div className="grid gap-2">
      <span className="flex flex-wrap items-center gap-x-4">
        <Link to="/leads/$leadId" params={{ leadId: lead.id }} className={`${linkLook} font-medium`}>
          {lead.name || lead.number}
        </Link>
        <span>{lead.number}</span>
        <span className="text-faint">{said}</span>
        <Badge named={named(LEAD_STATES, lead.state)} />
      </span>
      {may && mendable(lead.review ?? "") !== null && (
        <details>
          <summary className="cursor-pointer text-faint">{MEND.one}</summary>
          <div className="mt-2">
            <MendOne lead={lead} />
          </div>
        </details>
      )}
    </div>
  );
}
