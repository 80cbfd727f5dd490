import { useQuery } from "@tanstack/react-query";
import { useFormContext } from "react-hook-form";
import { callerChoices, listChoices } from "@/api/choices";
import type { Built } from "@/campaigns/plan_shape";
import { ManyOf, NumberField } from "@/ui/controlled";
import { Panel } from "@/ui/panel";
import { BUILDER } from "@/words/builder";
import { sentence } from "@/words/states";

/** How fast it calls, and as whom. */
export function Line() {
  const { control, register } = useFormContext<Built>();
  const callers = useQuery(callerChoices);
  const lists = useQuery(listChoices);
  return (
    <Panel title={BUILDER.line}>
      <div className="grid gap-4">
        <div className="grid gap-4 sm:grid-cols-3">
          <NumberField control={control} name="plan.window" label={BUILDER.window} step={1} />
          <NumberField control={control} name="plan.ring_seconds" label={BUILDER.ring} step={1} />
          <NumberField control={control} name="plan.longest_call_seconds" label={BUILDER.longest} step={1} />
        </div>
        <div className="flex flex-wrap gap-x-6">
          <label className="flex min-h-8 items-center gap-2 text-sm">
            <input type="checkbox" className="size-5 accent-accent" {...register("plan.record")} />
            {BUILDER.record}
          </label>
          <label className="flex min-h-8 items-center gap-2 text-sm">
            <input type="checkbox" className="size-5 accent-accent" {...register("plan.sync_crm")} />
            {BUILDER.syncCrm}
          </label>
        </div>
        <ManyOf
          control={control}
          name="plan.caller_identities"
          label={BUILDER.callers}
          hint={callers.data?.length === 0 ? BUILDER.callersNone : BUILDER.callersHint}
          items={(callers.data ?? []).map(
            (each) => [each.id, `${each.number} (${sentence(each.standing)})`] as const,
          )}
        />
        <ManyOf
          control={control}
          name="plan.required_lists"
          label={BUILDER.lists}
          hint={lists.data?.length === 0 ? BUILDER.listsNone : BUILDER.listsHint}
          items={(lists.data ?? []).map((each) => [each.id, each.name] as const)}
        />
      </div>
    </Panel>
  );
}
