import { useState } from "react";
import { useAct } from "@/api/acts";
import { api, dataOf, type Seen } from "@/api/client";
import { useMay } from "@/session/session";
import type { Retention, RetentionPlan } from "@/settings/account_queries";
import { useRetention } from "@/settings/retention_times";
import { count, moment } from "@/shown/moments";
import { Button } from "@/ui/button";
import { FormError } from "@/ui/form_errors";
import { columnsOf } from "@/ui/listed";
import { Panel } from "@/ui/panel";
import { SureButton } from "@/ui/sure_button";
import { Table } from "@/ui/table";
import { DATA_CLASSES, RETENTION } from "@/words/retention";
import { sentence } from "@/words/states";

const MEGABYTE = 1_000_000;

const COLUMNS = columnsOf<RetentionPlan["lines"][number]>(
  [RETENTION.where, ({ store }) => sentence(store)],
  [RETENTION.kind, ({ data_class }) => DATA_CLASSES[data_class] ?? data_class],
  [RETENTION.due, ({ due }) => count(due)],
  [RETENTION.size, ({ bytes }) => `${count(Math.round(bytes / MEGABYTE))} MB`],
  [RETENTION.oldest, ({ oldest_at }) => moment(oldest_at)],
  [RETENTION.held, ({ held }) => count(held)],
  [RETENTION.inUse, ({ in_use }) => count(in_use)],
);

/** What would go: retention is turned on by whoever has seen it, and by the plan that they saw. */
export function RetentionPlanPanel({ seen }: { seen: Seen<Retention> }) {
  const may = useMay("people:erase");
  const [plan, setPlan] = useState<RetentionPlan | null>(null);
  const look = useAct((_: null) => dataOf(api.GET("/api/retention/plan")), { onDone: setPlan });
  const turn = useRetention(seen);
  const { is_on, content_days, evidence_days, audit_days, countries } = seen.data;
  const times = { content_days, evidence_days, audit_days, countries };
  return (
    <Panel title={RETENTION.plan}>
      <div className="grid gap-3">
        <p className="text-sm text-faint">{RETENTION.planHint}</p>
        <FormError error={look.error} />
        <div className="flex flex-wrap gap-2">
          <Button disabled={look.isPending} onClick={() => void look.act(null)}>
            {RETENTION.look}
          </Button>
          {may && !is_on && plan !== null && (
            <SureButton
              word={RETENTION.turnOn}
              title={RETENTION.turnOnTitle}
              effect={RETENTION.turnOnEffect}
              sending={turn}
              onSure={() => void turn.act({ is_on: true, plan_seen: plan.plan, ...times })}
            />
          )}
          {may && is_on && (
            <Button disabled={turn.isPending} onClick={() => void turn.act({ is_on: false, ...times })}>
              {RETENTION.turnOff}
            </Button>
          )}
        </div>
        {plan !== null && <Lines plan={plan} />}
      </div>
    </Panel>
  );
}

function Lines({ plan }: { plan: RetentionPlan }) {
  if (plan.lines.length === 0) return <p className="text-sm">{RETENTION.planNone}</p>;
  return (
    <Table
      label={RETENTION.plan}
      columns={COLUMNS}
      rows={plan.lines}
      keyOf={({ store, data_class }) => `${store} ${data_class}`}
    />
  );
}
