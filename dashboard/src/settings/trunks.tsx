import { useInfiniteQuery } from "@tanstack/react-query";
import { useAct } from "@/api/acts";
import { api, asSeen, dataOf, type Schemas, seenOf, unlessChanged } from "@/api/client";
import { useMay } from "@/session/session";
import { connectionPages, type Trunk, trunkPages } from "@/settings/line_queries";
import { moment } from "@/shown/moments";
import { Badge } from "@/ui/badge";
import { Disclosed } from "@/ui/disclosed";
import { ChoiceField, TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { columnsOf, Listed } from "@/ui/listed";
import { Empty, Panel } from "@/ui/panel";
import { CONNECTIONS, TRUNKS } from "@/words/connections";
import { sentence } from "@/words/states";

const TOUCHES = [["trunks"]];

const COLUMNS = columnsOf<Trunk>(
  [CONNECTIONS.name, ({ name }) => <span className="font-medium">{name}</span>],
  [TRUNKS.number, ({ caller_number }) => <span className="whitespace-nowrap">{caller_number}</span>],
  [TRUNKS.lines, ({ lines_taken, lines }) => TRUNKS.of(lines_taken, lines)],
  [
    TRUNKS.state,
    ({ paused_until, paused_because }) => (
      <>
        <Badge named={paused_until === null ? TRUNKS.good : TRUNKS.paused(moment(paused_until))} />
        {paused_because !== null && <p className="text-faint">{sentence(paused_because)}</p>}
      </>
    ),
  ],
  [TRUNKS.pace, (trunk) => <Pace trunk={trunk} />],
);

export function Trunks() {
  const may = useMay("trunks:write");
  const found = useInfiniteQuery(trunkPages);
  return (
    <Panel title={TRUNKS.title}>
      <div className="grid gap-3">
        <p className="text-sm text-faint">{TRUNKS.below}</p>
        {may && <Add />}
        <Listed
          label={TRUNKS.title}
          of={found}
          columns={COLUMNS}
          empty={<Empty title={TRUNKS.none}>{TRUNKS.noneHint}</Empty>}
        />
      </div>
    </Panel>
  );
}

function Add() {
  const { data = [] } = useInfiniteQuery(connectionPages);
  const through = data.filter(({ kind }) => kind === "telephony").map(({ id, name }) => [id, name]);
  const add = useAct(
    (body: Schemas["TrunkBody"], header) => dataOf(api.POST("/api/trunks", { body, params: { header } })),
    { touches: [...TOUCHES, ["connections"]] },
  );
  return (
    <Disclosed word={TRUNKS.add} weight="main">
      <Form
        word={TRUNKS.add}
        sending={add}
        onSend={(typed) =>
          add.act({
            name: typed.text("name"),
            connection_id: typed.maybe("connection"),
            caller_number: typed.text("number"),
            lines: typed.number("lines") ?? 1,
            calls_per_second: typed.number("pace") ?? 1,
          })
        }
      >
        <TextField label={CONNECTIONS.name} name="name" required maxLength={100} />
        <ChoiceField
          label={TRUNKS.connection}
          name="connection"
          words={Object.fromEntries(through)}
          none={TRUNKS.installation}
        />
        <TextField label={TRUNKS.number} name="number" type="tel" required maxLength={60} />
        <TextField
          label={TRUNKS.count}
          name="lines"
          type="number"
          required
          min={1}
          max={5000}
          defaultValue={10}
        />
        <PaceField value={1} />
      </Form>
    </Disclosed>
  );
}

function PaceField({ value }: { value: number }) {
  return (
    <TextField
      label={TRUNKS.pace}
      name="pace"
      type="number"
      required
      min={0.01}
      max={20}
      step="any"
      defaultValue={value}
    />
  );
}

/** Binds at once. Another pace that was set meanwhile is another field, so that it is not overwritten unseen. */
function Pace({ trunk }: { trunk: Trunk }) {
  const may = useMay("trunks:write");
  const change = useAct((pace: number) => changed(trunk, pace), { touches: TOUCHES });
  if (!may) return trunk.calls_per_second;
  return (
    <Form
      key={trunk.calls_per_second}
      word={TRUNKS.changePace}
      weight="plain"
      sending={change}
      onSend={(typed) => change.act(typed.number("pace") ?? trunk.calls_per_second)}
    >
      <PaceField value={trunk.calls_per_second} />
    </Form>
  );
}

async function changed(shown: Trunk, calls_per_second: number): Promise<Trunk> {
  const path = { trunk_id: shown.id };
  const now = await seenOf(api.GET("/api/trunks/{trunk_id}", { params: { path } }));
  const header = asSeen(unlessChanged(now, shown, ["calls_per_second"]));
  return dataOf(
    api.PUT("/api/trunks/{trunk_id}/pace", { params: { path, header }, body: { calls_per_second } }),
  );
}
