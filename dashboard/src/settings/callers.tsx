import { useInfiniteQuery } from "@tanstack/react-query";
import { useAct } from "@/api/acts";
import { api, dataOf, type Schemas } from "@/api/client";
import { useMay } from "@/session/session";
import { type Caller, callerPages, connectionPages } from "@/settings/line_queries";
import { moment } from "@/shown/moments";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { Checks } from "@/ui/checks";
import { Disclosed } from "@/ui/disclosed";
import { ChoiceField, TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { FormError } from "@/ui/form_errors";
import { columnsOf, Listed } from "@/ui/listed";
import { Empty, Panel } from "@/ui/panel";
import { SureButton } from "@/ui/sure_button";
import { REMOVE } from "@/words/acts";
import { CALLERS, STANDINGS } from "@/words/connections";
import { PURPOSES } from "@/words/contacts";
import { named } from "@/words/states";

const EVERY_MS = 2000;
const TOUCHES = [["callers"]];
const PURPOSE_CHOICES = Object.entries(PURPOSES).map(([name, word]) => ({ name, word }));

const COLUMNS = columnsOf<Caller>(
  [CALLERS.number, ({ number }) => <span className="font-medium whitespace-nowrap">{number}</span>],
  [CALLERS.standing, ({ standing }) => <Badge named={named(STANDINGS, standing)} />],
  [CALLERS.purposes, ({ purposes }) => purposes.map((purpose) => PURPOSES[purpose] ?? purpose).join(", ")],
  [CALLERS.countries, ({ countries }) => countries.join(", ") || CALLERS.everywhere],
  [CALLERS.asked, ({ asked_at }) => moment(asked_at)],
  [REMOVE, (caller) => <Acts caller={caller} />],
);

export function Callers() {
  const may = useMay("trunks:write");
  const found = useInfiniteQuery({
    ...callerPages,
    // The carrier answers within seconds, and no live event says so.
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ data }) => data.some(({ standing }) => standing === "asked")) && EVERY_MS,
  });
  return (
    <Panel title={CALLERS.title}>
      <div className="grid gap-3">
        <p className="text-sm text-faint">{CALLERS.below}</p>
        {may && <Add />}
        <Listed
          label={CALLERS.title}
          of={found}
          columns={COLUMNS}
          empty={<Empty title={CALLERS.none}>{CALLERS.noneHint}</Empty>}
        />
      </div>
    </Panel>
  );
}

function Add() {
  const { data = [] } = useInfiniteQuery(connectionPages);
  const through = data.filter(({ kind }) => kind === "telephony").map(({ id, name }) => [id, name]);
  const add = useAct(
    (body: Schemas["CallerBody"], header) =>
      dataOf(api.POST("/api/caller-identities", { body, params: { header } })),
    { touches: TOUCHES },
  );
  return (
    <Disclosed word={CALLERS.add} weight="main">
      <Form
        word={CALLERS.add}
        sending={add}
        onSend={(typed) =>
          add.act({
            connection_id: typed.text("connection"),
            number: typed.text("number"),
            purposes: typed.choices<Schemas["Purpose"]>("purposes"),
            countries: typed.words("countries").map((country) => country.toUpperCase()),
          })
        }
      >
        <ChoiceField
          label={CALLERS.connection}
          name="connection"
          required
          words={Object.fromEntries(through)}
        />
        <TextField label={CALLERS.number} name="number" type="tel" required maxLength={20} />
        <Checks legend={CALLERS.purposes} name="purposes" choices={PURPOSE_CHOICES} checked={["service"]} />
        <TextField label={CALLERS.countries} hint={CALLERS.countriesHint} name="countries" />
      </Form>
    </Disclosed>
  );
}

function Acts({ caller }: { caller: Caller }) {
  const may = useMay("trunks:write");
  const path = { caller_id: caller.id };
  const verify = useAct(
    (_: null, header) =>
      dataOf(api.POST("/api/caller-identities/{caller_id}/verification", { params: { path, header } })),
    { touches: TOUCHES },
  );
  const remove = useAct(
    (_: null) => dataOf(api.DELETE("/api/caller-identities/{caller_id}", { params: { path } })),
    { touches: TOUCHES },
  );
  if (!may) return null;
  return (
    <div className="flex flex-wrap gap-2">
      <Button disabled={verify.isPending} onClick={() => void verify.act(null)}>
        {CALLERS.verify}
      </Button>
      <FormError error={verify.error} />
      <SureButton
        word={REMOVE}
        title={CALLERS.removeTitle(caller.number)}
        effect={CALLERS.removeEffect}
        sending={remove}
        onSure={() => void remove.act(null)}
      />
    </div>
  );
}
