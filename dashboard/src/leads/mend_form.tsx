import { type FormEvent, useState } from "react";
import { placed } from "@/api/pointers";
import { ProblemNote } from "@/api/problem_note";
import { useMend, useMendAll } from "@/leads/acts";
import { type Mendable, mendable, mendingOf, type PlaceField, saidOf } from "@/leads/mend_fields";
import type { Lead } from "@/leads/queries";
import { count } from "@/shown/moments";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/field";
import { Notice } from "@/ui/notice";
import { Tick } from "@/ui/tick";
import { MEND } from "@/words/leads";

/** Put one held lead right, where it is shown. */
export function MendOne({ lead }: { lead: Lead }) {
  const mend = useMend(lead.id, lead.campaign_id);
  const fields = mendable(lead.review ?? "");
  const [typed, setTyped] = useState<Record<string, string>>({});
  if (fields === null || lead.review === null) return null;
  const start = Object.fromEntries(fields.places.map((field) => [field, saidOf(lead, field)]));
  const send = (event: FormEvent) => {
    event.preventDefault();
    mend.mutate(mendingOf({ ...start, ...typed }, fields, lead));
  };
  return (
    <form onSubmit={send} className="grid gap-3">
      <Fields
        fields={fields}
        values={{ ...start, ...typed }}
        error={mend.error}
        onType={setTyped}
        typed={typed}
      />
      <Button type="submit" className="justify-self-start" disabled={mend.isPending}>
        {MEND.one}
      </Button>
    </form>
  );
}

/** Put all leads of a campaign right that are held for one reason; example: one of them, as its row has it. */
export function MendAll({ campaign, example }: { campaign: string; example: Lead }) {
  const mend = useMendAll(campaign);
  const review = example.review ?? "";
  const fields = mendable(review);
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [where, setWhere] = useState<readonly PlaceField[]>([]);
  if (fields === null) return null;
  const said = fields.places.filter((field) => saidOf(example, field) !== "");
  const send = (event: FormEvent) => {
    event.preventDefault();
    mend.mutate({
      review,
      where: Object.fromEntries(where.map((field) => [field, saidOf(example, field)])),
      mend: mendingOf(typed, fields, null),
    });
  };
  return (
    <form onSubmit={send} className="grid gap-3">
      {mend.data !== undefined && (
        <Notice tone={mend.data.held > 0 ? "warning" : "good"}>
          {MEND.done(count(mend.data.mended), count(mend.data.held))}
        </Notice>
      )}
      {said.map((field) => (
        <Tick
          key={field}
          checked={where.includes(field)}
          onChange={({ target }) =>
            setWhere(target.checked ? [...where, field] : where.filter((each) => each !== field))
          }
        >
          {MEND.only(`${MEND[field]}: “${saidOf(example, field)}”`)}
        </Tick>
      ))}
      <Fields
        fields={fields}
        values={typed}
        typed={typed}
        error={mend.error}
        onType={setTyped}
        isEmptyNothing
      />
      <Button type="submit" className="justify-self-start" disabled={mend.isPending}>
        {MEND.all}
      </Button>
    </form>
  );
}

function Fields({
  fields,
  values,
  typed,
  error,
  onType,
  isEmptyNothing = false,
}: {
  fields: Mendable;
  values: Record<string, string>;
  typed: Record<string, string>;
  error: Error | null;
  onType: (typed: Record<string, string>) => void;
  isEmptyNothing?: boolean;
}) {
  const names = [...fields.places, ...fields.variables.map((name) => `variables.${name}`)];
  const found = placed(error, (field) => names.includes(field) || field.replace(/^mend\./, "") !== field);
  const errorAt = (name: string) => found.at[name] ?? found.at[`mend.${name}`];
  const set = (name: string, value: string) => {
    const { [name]: _, ...others } = typed;
    onType(isEmptyNothing && value === "" ? others : { ...typed, [name]: value });
  };
  return (
    <>
      <ProblemNote error={error} placed={found} />
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        {fields.places.map((field) => (
          <TextField
            key={field}
            label={MEND[field]}
            hint={field === "timezone" ? MEND.timezoneHint : undefined}
            value={values[field] ?? ""}
            error={errorAt(field)}
            onChange={({ target }) => set(field, target.value)}
          />
        ))}
        {fields.variables.map((name) => (
          <TextField
            key={name}
            label={name}
            required
            value={values[`variables.${name}`] ?? ""}
            error={errorAt(`variables.${name}`)}
            onChange={({ target }) => set(`variables.${name}`, target.value)}
          />
        ))}
      </div>
    </>
  );
}
