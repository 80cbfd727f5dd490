import { useState } from "react";
import { useFormContext } from "react-hook-form";
import { type Built, USUAL_RETRY } from "@/campaigns/plan_shape";
import { Button } from "@/ui/button";
import { NumberField } from "@/ui/controlled";
import { SelectField } from "@/ui/field";
import { Panel } from "@/ui/panel";
import { BUILDER } from "@/words/builder";
import { named, RESULTS } from "@/words/states";

/** After these another dial can make a difference. */
const REPEATABLE = [
  "busy",
  "no_answer",
  "voicemail_silent",
  "voicemail_left",
  "no_response",
  "number_unavailable",
  "hung_up_early",
  "carrier_failed",
  "conversation_lost",
  "vendor_failed",
  "unconfirmed",
  "talked",
];
const MINUTE = 60;
const HOUR = 3600;

/** How often one person is tried, and how far apart. */
export function Tries() {
  const { control } = useFormContext<Built>();
  return (
    <Panel title={BUILDER.tries}>
      <div className="grid gap-4">
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          <NumberField control={control} name="plan.caps.per_lead" label={BUILDER.perLead} step={1} />
          <NumberField control={control} name="plan.caps.per_day" label={BUILDER.perDay} step={1} />
          <NumberField control={control} name="plan.caps.gap_seconds" label={BUILDER.gap} per={MINUTE} />
          <NumberField control={control} name="plan.voicemails" label={BUILDER.voicemails} step={1} />
          <NumberField
            control={control}
            name="plan.callback_default_seconds"
            label={BUILDER.callback}
            hint={BUILDER.callbackHint}
            per={HOUR}
          />
        </div>
        <Retries />
      </div>
    </Panel>
  );
}

function Retries() {
  const { watch, setValue } = useFormContext<Built>();
  const rules = watch("plan.retries");
  const [added, setAdded] = useState("");
  const set = (changed: Built["plan"]["retries"]) => setValue("plan.retries", changed, { shouldDirty: true });
  const without = (result: string) =>
    Object.fromEntries(Object.entries(rules).filter(([each]) => each !== result));
  return (
    <fieldset className="grid gap-3">
      <legend className="text-sm font-medium">{BUILDER.retries}</legend>
      <p className="text-xs text-faint">{BUILDER.retriesHint}</p>
      {Object.keys(rules).map((result) => (
        <Rule key={result} result={result} isNew={result === added} onUsual={() => set(without(result))} />
      ))}
      <div className="max-w-72">
        <SelectField
          label={BUILDER.changeRule}
          value=""
          onChange={({ target }) => {
            if (target.value === "") return;
            setAdded(target.value);
            set({ ...rules, [target.value]: USUAL_RETRY });
          }}
        >
          <option value="">{BUILDER.chooseOne}</option>
          {REPEATABLE.filter((result) => !(result in rules)).map((result) => (
            <option key={result} value={result}>
              {named(RESULTS, result).word}
            </option>
          ))}
        </SelectField>
      </div>
    </fieldset>
  );
}

/** Closed it says what it comes to; what is wrong with it opens it. */
function Rule({ result, isNew, onUsual }: { result: string; isNew: boolean; onUsual: () => void }) {
  const { control, register, watch, formState } = useFormContext<Built>();
  const [isOpen, setOpen] = useState(isNew);
  const at = `plan.retries.${result}` as const;
  const rule = watch(at);
  const isWrong = formState.errors.plan?.retries?.[result] !== undefined;
  return (
    <details
      className="rounded-md border border-line p-3 text-sm"
      open={isOpen || isWrong}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary className="cursor-pointer">
        <b>{named(RESULTS, result).word}</b>{" "}
        <span className="text-faint">
          {BUILDER.ruleSaid(rule?.attempts, (rule?.first_wait_seconds ?? 0) / MINUTE)}
        </span>
      </summary>
      <div className="mt-3 grid gap-3 sm:grid-cols-3">
        <NumberField control={control} name={`${at}.attempts`} label={BUILDER.attempts} step={1} />
        <NumberField
          control={control}
          name={`${at}.first_wait_seconds`}
          label={BUILDER.firstWait}
          per={MINUTE}
        />
        <NumberField control={control} name={`${at}.factor`} label={BUILDER.factor} />
      </div>
      <div className="mt-3 flex flex-wrap items-center justify-between gap-2">
        <label className="flex min-h-8 items-center gap-2 text-sm">
          <input
            type="checkbox"
            className="size-5 accent-accent"
            {...register(`${at}.another_part_of_day`)}
          />
          {BUILDER.anotherPart}
        </label>
        <Button onClick={onUsual}>{BUILDER.usual}</Button>
      </div>
    </details>
  );
}
