import { useQuery } from "@tanstack/react-query";
import { versionOf } from "@/api/choices";
import { campaignOf, type Lead, type Report, stagedOf } from "@/leads/queries";
import { useMay } from "@/session/session";
import { filled, valuesOf } from "@/shown/filled";
import { Answer } from "@/ui/answer";
import { Panel } from "@/ui/panel";
import { IMPORT } from "@/words/leads";

/** How the call would begin for the first of them: what came from the list is marked, what is missing too. */
export function Preview({ report }: { report: Report }) {
  const may = useMay("scripts:read");
  const campaign = useQuery(campaignOf(report.campaign_id));
  const version = useQuery({
    ...versionOf(campaign.data?.script_version_id ?? ""),
    enabled: may && campaign.data !== undefined,
  });
  const staged = useQuery(stagedOf(report.campaign_id, report.id));
  if (report.state !== "staged" || report.accepted === 0) return null;
  const content = version.data?.content;
  return (
    <Panel title={IMPORT.preview}>
      <Answer of={staged}>
        {(leads) => (
          <ul className="grid gap-4 text-sm">
            {leads.map((lead) => (
              <li key={lead.id} className="grid gap-1">
                <span className="font-medium">
                  {lead.name || lead.number} <span className="font-normal text-faint">{lead.number}</span>
                </span>
                {content !== undefined && <Spoken text={content.opening} lead={lead} />}
                {content !== undefined && <Spoken text={content.instructions} lead={lead} />}
                {lead.review_message !== "" && <span className="text-warning">{lead.review_message}</span>}
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </Panel>
  );
}

function Spoken({ text, lead }: { text: string; lead: Lead }) {
  return (
    <p className="rounded-lg bg-sunken px-3 py-2 break-words">
      {filled(text, valuesOf(lead)).map((piece, place) => {
        // biome-ignore-start lint/suspicious/noArrayIndexKey: a sentence's pieces stand where they stand
        if (piece.kind === "filled") return <b key={place}>{piece.text}</b>;
        if (piece.kind === "missing")
          return (
            <em key={place} className="text-bad">
              {IMPORT.missing(piece.text)}
            </em>
          );
        return <span key={place}>{piece.text}</span>;
        // biome-ignore-end lint/suspicious/noArrayIndexKey: as above
      })}
    </p>
  );
}
