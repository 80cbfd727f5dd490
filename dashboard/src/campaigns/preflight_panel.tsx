import { useQuery } from "@tanstack/react-query";
import { preflightOf } from "@/campaigns/queries";
import { count } from "@/shown/moments";
import { Answer } from "@/ui/answer";
import { Notice } from "@/ui/notice";
import { Panel } from "@/ui/panel";
import { CAMPAIGN } from "@/words/campaigns";

/** Whom the campaign would call now, later and never, and why. */
export function PreflightPanel({ id }: { id: string }) {
  const found = useQuery(preflightOf(id));
  return (
    <Panel title={CAMPAIGN.preflight}>
      <Answer of={found}>
        {(preflight) => (
          <div className="grid gap-3 text-sm">
            <p>{preflight.sentence}</p>
            <ul className="grid gap-1">
              {[...preflight.later_because, ...preflight.refused_because].map((reason) => (
                <li key={reason.code}>
                  <b>{count(reason.leads)}</b> {reason.text}
                </li>
              ))}
            </ul>
            {preflight.warnings.map((warning) => (
              <Notice key={warning} tone="warning">
                {warning}
              </Notice>
            ))}
          </div>
        )}
      </Answer>
    </Panel>
  );
}
