import { type FormEvent, useState } from "react";
import { placed } from "@/api/pointers";
import { ProblemNote } from "@/api/problem_note";
import type { Report } from "@/leads/queries";
import { againOf, fileOf, useUpload } from "@/leads/upload";
import { count } from "@/shown/moments";
import { Button } from "@/ui/button";
import { FileChoice } from "@/ui/file_choice";
import { Panel } from "@/ui/panel";
import { Tick } from "@/ui/tick";
import { IMPORT } from "@/words/leads";

/** Repairs that would make leads of refused rows, done only if somebody says so: the file is read again with them. */
export function Offers({ report, onDone }: { report: Report; onDone: (report: Report) => void }) {
  const [accepted, setAccepted] = useState<readonly string[]>([]);
  const [chosen, setChosen] = useState<File | null>(null);
  const upload = useUpload(report.campaign_id);
  const file = chosen ?? fileOf(report.id);
  const kinds = [...new Set(report.offers.map((offer) => offer.offer))];
  if (kinds.length === 0) return null;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (file === null) return;
    upload.mutate(againOf(report, file, { accept: accepted }), { onSuccess: onDone });
  };
  return (
    <Panel title={IMPORT.offers}>
      <form onSubmit={send} className="grid gap-2">
        <p className="text-sm text-faint">{IMPORT.offersHint}</p>
        <ProblemNote error={upload.error} placed={placed(upload.error, () => false)} />
        {kinds.map((kind) => (
          <Tick
            key={kind}
            checked={accepted.includes(kind)}
            onChange={({ target }) =>
              setAccepted(target.checked ? [...accepted, kind] : accepted.filter((each) => each !== kind))
            }
          >
            <b>{count(rowsOf(report, kind))}</b>{" "}
            {report.offers.find((offer) => offer.offer === kind)?.message}
          </Tick>
        ))}
        {accepted.length > 0 && file === null && (
          <FileChoice label={IMPORT.fileAgain} hint={IMPORT.fileAgainHint} onChoose={setChosen} />
        )}
        <Button
          type="submit"
          className="justify-self-start"
          disabled={accepted.length === 0 || file === null || upload.isPending}
        >
          {IMPORT.accept}
        </Button>
      </form>
    </Panel>
  );
}

function rowsOf(report: Report, kind: string): number {
  return report.offers.filter((offer) => offer.offer === kind).reduce((all, offer) => all + offer.rows, 0);
}
