import { useState } from "react";
import { placed } from "@/api/pointers";
import { ProblemNote } from "@/api/problem_note";
import { useAnswer } from "@/leads/acts";
import type { Report } from "@/leads/queries";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/field";
import { Notice } from "@/ui/notice";
import { Panel } from "@/ui/panel";
import { FIELD_NAMES, IMPORT } from "@/words/leads";

/** What the server wants to know before anything of the file can become a lead. */
export function Question({ report }: { report: Report }) {
  const answer = useAnswer(report.id);
  const [region, setRegion] = useState("");
  const { question } = report;
  if (report.state !== "asking" || question === null) return null;
  const { proposal } = question;
  const found = placed(answer.error, (name) => name === "default_region");
  return (
    <Panel title={IMPORT.question}>
      <div className="grid gap-3 text-sm">
        <Notice tone="warning">{question.message}</Notice>
        <ProblemNote error={answer.error} placed={found} />
        <div className="grid gap-4 sm:grid-cols-2">
          {question.samples.map((sample) => (
            <div key={sample.column}>
              <h3 className="font-medium">{sample.column}</h3>
              <ul className="text-faint">
                {sample.texts.map((text, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two cells may hold the same, and none of them moves
                  <li key={place}>{text === "" ? "–" : text}</li>
                ))}
              </ul>
            </div>
          ))}
        </div>
        <div className="flex flex-wrap items-end gap-2">
          {Object.keys(proposal).length > 0 && (
            <Button
              weight="main"
              disabled={answer.isPending}
              onClick={() => answer.mutate({ mapping: { ...proposal } })}
            >
              {IMPORT.takeProposal(
                Object.entries(proposal)
                  .filter(([field, column]) => (report.mapping as Record<string, string>)[field] !== column)
                  .map(([field, column]) => `${FIELD_NAMES[field] ?? field} = ${column}`)
                  .join(", "),
              )}
            </Button>
          )}
          <Button disabled={answer.isPending} onClick={() => answer.mutate({ confirm: true })}>
            {IMPORT.confirm}
          </Button>
        </div>
        <form
          className="flex flex-wrap items-end gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            answer.mutate({ default_region: region.trim().toUpperCase() });
          }}
        >
          <TextField
            label={IMPORT.region}
            hint={IMPORT.regionHint}
            maxLength={2}
            required
            value={region}
            error={found.at.default_region}
            onChange={({ target }) => setRegion(target.value)}
          />
          <Button type="submit" disabled={answer.isPending}>
            {IMPORT.readAgain}
          </Button>
        </form>
      </div>
    </Panel>
  );
}
