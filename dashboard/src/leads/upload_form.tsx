import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { placed } from "@/api/pointers";
import { ProblemNote } from "@/api/problem_note";
import { ProblemError } from "@/api/problems";
import { newestImportOf, type Report } from "@/leads/queries";
import { useUpload } from "@/leads/upload";
import { count } from "@/shown/moments";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/field";
import { FileChoice } from "@/ui/file_choice";
import { Notice } from "@/ui/notice";
import { Panel } from "@/ui/panel";
import { Tick } from "@/ui/tick";
import { IMPORT } from "@/words/leads";

const FIELDS = new Set(["file", "default_region", "sheet"]);
const PENDING = "import_pending";

/** The first step: a file. Nobody is called by it. */
export function UploadForm({ campaign, onDone }: { campaign: string; onDone: (report: Report) => void }) {
  const [file, setFile] = useState<File | null>(null);
  const [region, setRegion] = useState("");
  const [sheet, setSheet] = useState("");
  const [isRehearsal, setRehearsal] = useState(false);
  const [replace, setReplace] = useState(false);
  const upload = useUpload(campaign);
  const found = placed(upload.error, (name) => FIELDS.has(name));
  const isPending = upload.error instanceof ProblemError && upload.error.code === PENDING;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (file !== null) upload.mutate({ file, region, isRehearsal, sheet, replace }, { onSuccess: onDone });
  };
  return (
    <Panel title={IMPORT.fileStep}>
      <form onSubmit={send} className="grid gap-4">
        <ProblemNote error={upload.error} placed={found} />
        {(isPending || replace) && (
          <Tick checked={replace} onChange={({ target }) => setReplace(target.checked)}>
            {IMPORT.replace}
          </Tick>
        )}
        <FileChoice label={IMPORT.file} hint={IMPORT.fileHint} error={found.at.file} onChoose={setFile} />
        <details className="text-sm">
          <summary className="cursor-pointer py-1 text-faint">{IMPORT.more}</summary>
          <div className="mt-2 grid gap-4 sm:grid-cols-2">
            <TextField
              label={IMPORT.region}
              hint={IMPORT.regionHint}
              maxLength={2}
              value={region}
              error={found.at.default_region}
              onChange={({ target }) => setRegion(target.value)}
            />
            <Tick checked={isRehearsal} onChange={({ target }) => setRehearsal(target.checked)}>
              {IMPORT.rehearsal}
            </Tick>
            <TextField
              label={IMPORT.sheet}
              hint={IMPORT.sheetHint}
              value={sheet}
              error={found.at.sheet}
              onChange={({ target }) => setSheet(target.value)}
            />
          </div>
        </details>
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" weight="main" disabled={file === null || upload.isPending}>
            {IMPORT.upload}
          </Button>
          {upload.isPending && <Reading campaign={campaign} />}
        </div>
      </form>
    </Panel>
  );
}

/** How far the server has read a file that is on its way. */
function Reading({ campaign }: { campaign: string }) {
  const { data } = useQuery({ ...newestImportOf(campaign), refetchInterval: 1_500 });
  const rows = data?.state === "validating" ? data.rows : 0;
  return (
    <span role="status" className="text-sm text-faint">
      {rows > 0 ? IMPORT.readSoFar(count(rows)) : IMPORT.sending}
    </span>
  );
}

/** What keeps an upload of an earlier visit from being forgotten. */
export function Waiting({ campaign, onOpen }: { campaign: string; onOpen: (id: string) => void }) {
  const { data } = useQuery(newestImportOf(campaign));
  if (data === undefined || data === null || !["staged", "asking"].includes(data.state)) return null;
  return (
    <Notice tone="warning" acts={<Button onClick={() => onOpen(data.id)}>{IMPORT.goOn}</Button>}>
      {IMPORT.waiting(data.file_name)}
    </Notice>
  );
}
