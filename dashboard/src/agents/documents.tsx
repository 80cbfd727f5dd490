import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { documentsOf, type KnownDocument } from "@/agents/queries";
import { useAct } from "@/api/acts";
import { api, dataOf, formOf } from "@/api/client";
import { placed } from "@/api/pointers";
import { ProblemNote } from "@/api/problem_note";
import { useMay } from "@/session/session";
import { moment } from "@/shown/moments";
import { Answer } from "@/ui/answer";
import { Button } from "@/ui/button";
import { Confirmed } from "@/ui/dialog";
import { TextField } from "@/ui/field";
import { FileChoice } from "@/ui/file_choice";
import { FormError } from "@/ui/form_errors";
import { Panel } from "@/ui/panel";
import { AGENT } from "@/words/agents";

/** What the agent knows beside its script. */
export function Documents({ id }: { id: string }) {
  const may = useMay("agents:write");
  const found = useQuery(documentsOf(id));
  return (
    <Panel title={AGENT.documents}>
      <div className="grid gap-4 text-sm">
        <Answer of={found}>
          {(documents) =>
            documents.length === 0 ? (
              <p className="text-faint">{AGENT.documentsNone}</p>
            ) : (
              <ul className="grid gap-2">
                {documents.map((each) => (
                  <OneDocument key={each.id} document={each} may={may} />
                ))}
              </ul>
            )
          }
        </Answer>
        {may && <Adding id={id} />}
      </div>
    </Panel>
  );
}

function OneDocument({ document, may }: { document: KnownDocument; may: boolean }) {
  const { agent_id, id: document_id } = document;
  const remove = useAct(
    () =>
      dataOf(
        api.DELETE("/api/agents/{agent_id}/documents/{document_id}", {
          params: { path: { agent_id, document_id } },
        }),
      ),
    { touches: [documentsOf(agent_id).queryKey] },
  );
  return (
    <li className="grid gap-1">
      <span className="flex flex-wrap items-center justify-between gap-2">
        <span className="min-w-0 break-words">
          <b className="font-medium">{document.name}</b>{" "}
          <span className="text-faint">
            {AGENT.passages(document.passages)} · {moment(document.created_at)}
          </span>
        </span>
        {may && (
          <Confirmed
            opener={
              <Button weight="danger" disabled={remove.isPending}>
                {AGENT.deleteDocument}
              </Button>
            }
            title={AGENT.deleteTitle(document.name)}
            effect={AGENT.deleteEffect}
            act={AGENT.deleteDocument}
            onConfirm={() => void remove.act(document_id)}
          />
        )}
      </span>
      <FormError error={remove.error} />
    </li>
  );
}

function Adding({ id }: { id: string }) {
  const [file, setFile] = useState<File | null>(null);
  const [name, setName] = useState("");
  // A field for a file is emptied by another one in its place.
  const [round, setRound] = useState(0);
  const add = useAct(
    (given: { file: File; name: string }, once) =>
      dataOf(
        api.POST("/api/agents/{agent_id}/documents", {
          params: { path: { agent_id: id }, header: { ...once } },
          body: { file: given.file.name, name: given.name },
          bodySerializer: () => formOf(given),
        }),
      ),
    { touches: [documentsOf(id).queryKey] },
  );
  const found = placed(add.error, (field) => field === "file" || field === "name");
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (file === null || !(await add.act({ file, name: name.trim() }))) return;
    setFile(null);
    setName("");
    setRound(round + 1);
  };
  return (
    <form onSubmit={(event) => void send(event)} className="grid gap-3">
      <ProblemNote error={add.error} placed={found} />
      <FileChoice
        key={round}
        label={AGENT.file}
        hint={AGENT.documentsHint}
        accept=".txt,.md,text/plain,text/markdown"
        error={found.at.file}
        onChoose={setFile}
      />
      <TextField
        label={AGENT.documentName}
        hint={AGENT.documentNameHint}
        maxLength={200}
        value={name}
        error={found.at.name}
        onChange={({ target }) => setName(target.value)}
      />
      <Button type="submit" className="justify-self-start" disabled={file === null || add.isPending}>
        {AGENT.addDocument}
      </Button>
    </form>
  );
}
