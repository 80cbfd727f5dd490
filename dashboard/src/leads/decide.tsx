import { Link } from "@tanstack/react-router";
import { useCommit, useDiscard } from "@/leads/acts";
import type { Report } from "@/leads/queries";
import { useMay } from "@/session/session";
import { count } from "@/shown/moments";
import { Button, buttonLook } from "@/ui/button";
import { Confirmed } from "@/ui/dialog";
import { FormError } from "@/ui/form_errors";
import { Notice } from "@/ui/notice";
import { IMPORT } from "@/words/leads";

/** The last step: the leads join the campaign, or the upload is forgotten. */
export function Decide({ report }: { report: Report }) {
  const may = useMay("leads:write");
  const commit = useCommit(report.id, report.campaign_id);
  const discard = useDiscard(report.id);
  const isBusy = commit.isPending || discard.isPending;
  if (report.state === "committed") return <Committed report={report} />;
  if (report.state === "validating")
    return <Notice tone="busy">{IMPORT.readSoFar(count(report.rows))}</Notice>;
  if (report.state === "committing" || commit.isPending)
    return <Notice tone="busy">{IMPORT.committing(count(report.accepted))}</Notice>;
  if (!may || (report.state !== "staged" && report.state !== "asking")) return null;
  return (
    <div className="grid gap-3">
      <FormError error={commit.error ?? discard.error} />
      <div className="flex flex-wrap gap-2">
        {report.state === "staged" && (
          <Confirmed
            opener={
              <Button weight="main" disabled={isBusy}>
                {IMPORT.commit(count(report.accepted))}
              </Button>
            }
            title={IMPORT.commitTitle}
            effect={IMPORT.commitEffect(count(report.accepted), count(report.barred))}
            act={IMPORT.commitAct}
            onConfirm={() => commit.mutate()}
          />
        )}
        <Confirmed
          opener={
            <Button weight="danger" disabled={isBusy}>
              {IMPORT.discard}
            </Button>
          }
          title={IMPORT.discardTitle}
          effect={IMPORT.discardEffect}
          act={IMPORT.discard}
          onConfirm={() => discard.mutate()}
        />
      </div>
    </div>
  );
}

function Committed({ report }: { report: Report }) {
  return (
    <Notice
      tone="good"
      acts={
        <Link
          to="/campaigns/$campaignId"
          params={{ campaignId: report.campaign_id }}
          className={buttonLook("main")}
        >
          {IMPORT.toCampaign}
        </Link>
      }
    >
      {IMPORT.committed(count(report.accepted))}
    </Notice>
  );
}
