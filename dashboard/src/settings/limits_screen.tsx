import { useQuery } from "@tanstack/react-query";
import { useAct } from "@/api/acts";
import { api, asSeen, dataOf, type Schemas, seenOf, unlessChanged } from "@/api/client";
import { useMay } from "@/session/session";
import { failingVendors, type Limit, limits } from "@/settings/line_queries";
import { fromNow, moment } from "@/shown/moments";
import { Answer } from "@/ui/answer";
import { Badge } from "@/ui/badge";
import { TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { columnsOf } from "@/ui/listed";
import { Page } from "@/ui/page";
import { Empty, Panel } from "@/ui/panel";
import { Table } from "@/ui/table";
import { LIMITS, PERMIT_KINDS, VENDOR_NAMES } from "@/words/connections";

const EVERY_MS = 5000;

const COLUMNS = columnsOf<Limit>(
  [
    LIMITS.what,
    ({ kind, provider }) => (
      <>
        <span className="font-medium">{VENDOR_NAMES[provider] ?? provider}</span>
        <p className="text-faint">{PERMIT_KINDS[kind] ?? kind}</p>
      </>
    ),
  ],
  [LIMITS.use, ({ in_use }) => in_use],
  [LIMITS.waiting, ({ waiting }) => waiting],
  [LIMITS.most, (limit) => <Most limit={limit} />],
);

const FAILING = columnsOf<Schemas["FailingResponse"]>(
  [LIMITS.vendor, ({ vendor }) => <span className="font-medium">{vendor}</span>],
  [
    LIMITS.state,
    ({ held_until }) => (
      <Badge named={held_until === null ? LIMITS.notHeld : LIMITS.held(moment(held_until))} />
    ),
  ],
  [LIMITS.failures, ({ failures }) => failures],
  [LIMITS.last, ({ failed_at }) => fromNow(failed_at)],
  [LIMITS.waiting, ({ waiting }) => waiting],
);

export function LimitsScreen() {
  const found = useQuery({ ...limits, refetchInterval: EVERY_MS });
  const failing = useQuery({ ...failingVendors, refetchInterval: EVERY_MS });
  return (
    <Page title={LIMITS.title} below={LIMITS.below}>
      <Answer of={found}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={LIMITS.none} />
          ) : (
            <Table
              label={LIMITS.title}
              columns={COLUMNS}
              rows={rows}
              keyOf={({ kind, provider }) => `${kind} ${provider}`}
            />
          )
        }
      </Answer>
      <Panel title={LIMITS.failing}>
        <p className="mb-3 text-sm text-faint">{LIMITS.failingBelow}</p>
        <Answer of={failing}>
          {(rows) =>
            rows.length === 0 ? (
              <p className="text-sm">{LIMITS.failingNone}</p>
            ) : (
              <Table label={LIMITS.failing} columns={FAILING} rows={rows} keyOf={({ vendor }) => vendor} />
            )
          }
        </Answer>
      </Panel>
    </Page>
  );
}

function Most({ limit }: { limit: Limit }) {
  const may = useMay("limits:write");
  const change = useAct((most: number | null) => changed(limit, most), { touches: [["limits"]] });
  if (!may) return limit.most ?? LIMITS.unlimited;
  return (
    <Form
      key={limit.most}
      word={LIMITS.change}
      weight="plain"
      sending={change}
      onSend={(typed) => change.act(typed.number("most"))}
    >
      <TextField
        label={LIMITS.most}
        hint={LIMITS.mostHint}
        name="most"
        type="number"
        min={0}
        max={100_000}
        placeholder={LIMITS.unlimited}
        defaultValue={limit.most ?? ""}
      />
    </Form>
  );
}

async function changed(shown: Limit, most: number | null): Promise<Limit> {
  const path = { kind: shown.kind, provider: shown.provider };
  const now = await seenOf(api.GET("/api/provider-limits/{kind}/{provider}", { params: { path } }));
  const header = asSeen(unlessChanged(now, shown, ["most"]));
  return dataOf(
    api.PUT("/api/provider-limits/{kind}/{provider}", { params: { path, header }, body: { most } }),
  );
}
