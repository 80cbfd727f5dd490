import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { placed } from "@/api/pointers";
import { ProblemNote } from "@/api/problem_note";
import { useAnswer } from "@/leads/acts";
import { headingsOf } from "@/leads/headings";
import { importOf, type Report } from "@/leads/queries";
import { againOf, fileOf, useUpload } from "@/leads/upload";
import { Button } from "@/ui/button";
import { inputLook } from "@/ui/field";
import { FileChoice } from "@/ui/file_choice";
import { Panel } from "@/ui/panel";
import { FIELD_NAMES, IMPORT } from "@/words/leads";

/** What is sent of a mapping that was edited: fields with a column only. */
export function mappingOf(edited: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(edited)
      .map(([field, column]) => [field, column.trim()] as const)
      .filter(([, column]) => column !== ""),
  );
}

/** Which column is what, as the server guessed or was told; changed here, the file is read again so. */
export function Mapping({ report, onDone }: { report: Report; onDone: (report: Report) => void }) {
  const guessed = report.mapping as Record<string, string>;
  const [edited, setEdited] = useState<Record<string, string>>(guessed);
  const [chosen, setChosen] = useState<File | null>(null);
  const queries = useQueryClient();
  const answer = useAnswer(report.id);
  const upload = useUpload(report.campaign_id);
  const file = chosen ?? fileOf(report.id);
  const isAsking = report.state === "asking";
  const columns = useColumns(report, file);
  const changed = JSON.stringify(mappingOf(edited)) !== JSON.stringify(mappingOf(guessed));
  const error = answer.error ?? upload.error;
  const send = (event: FormEvent) => {
    event.preventDefault();
    const mapping = mappingOf(edited);
    const after = (read: Report) => {
      queries.setQueryData(importOf(read.id).queryKey, read);
      onDone(read);
    };
    if (isAsking) answer.mutate({ mapping }, { onSuccess: after });
    else if (file !== null) upload.mutate(againOf(report, file, { mapping }), { onSuccess: after });
  };
  const fields = Object.keys(FIELD_NAMES).filter((field) => field in guessed || !field.startsWith("number_"));
  return (
    <Panel title={IMPORT.mapping}>
      <form onSubmit={send} className="grid gap-3">
        <p className="text-sm text-faint">{IMPORT.mappingHint}</p>
        <ProblemNote error={error} placed={placed(error, () => false)} />
        <Choices fields={fields} edited={edited} columns={columns} onEdit={setEdited} />
        {!isAsking && changed && file === null && (
          <FileChoice label={IMPORT.fileAgain} hint={IMPORT.fileAgainHint} onChoose={setChosen} />
        )}
        <Button
          type="submit"
          className="justify-self-start"
          disabled={!changed || answer.isPending || upload.isPending || (!isAsking && file === null)}
        >
          {IMPORT.readAgain}
        </Button>
      </form>
    </Panel>
  );
}

function Choices({
  fields,
  edited,
  columns,
  onEdit,
}: {
  fields: string[];
  edited: Record<string, string>;
  columns: string[];
  onEdit: (edited: Record<string, string>) => void;
}) {
  const id = useId();
  return (
    <div className="grid gap-x-6 gap-y-2 sm:grid-cols-2 lg:grid-cols-3">
      <datalist id={`${id}-columns`}>
        {columns.map((column) => (
          <option key={column} value={column} />
        ))}
      </datalist>
      {fields.map((field) => (
        <label key={field} className="grid grid-cols-[9rem_1fr] items-center gap-2 text-sm">
          <span>{FIELD_NAMES[field]}</span>
          <input
            className={inputLook}
            list={`${id}-columns`}
            placeholder={IMPORT.noColumn}
            value={edited[field] ?? ""}
            onChange={({ target }) => onEdit({ ...edited, [field]: target.value })}
          />
        </label>
      ))}
    </div>
  );
}

/** Columns that are known to be in the file: what the report names, and the heading where the page can read it. */
function useColumns(report: Report, file: File | null): string[] {
  const { data = [] } = useQuery({
    queryKey: ["headings", report.id, file?.name, file?.lastModified],
    queryFn: () => (file === null ? [] : headingsOf(file)),
    enabled: file !== null,
  });
  const named = [
    ...data,
    ...Object.values(report.mapping as Record<string, string>),
    ...(report.question?.samples.map((sample) => sample.column) ?? []),
    ...Object.values(report.question?.proposal ?? {}),
  ];
  return [...new Set(named)];
}
