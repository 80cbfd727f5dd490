import { useFieldArray, useFormContext } from "react-hook-form";
import type { Built } from "@/campaigns/plan_shape";
import { Button } from "@/ui/button";
import { ManyOf } from "@/ui/controlled";
import { TextField } from "@/ui/field";
import { Panel } from "@/ui/panel";
import { REMOVE } from "@/words/acts";
import { BUILDER } from "@/words/builder";

const DAYS = BUILDER.days.map((word, day) => [day, word] as const);
const WORKDAYS = { weekdays: [0, 1, 2, 3, 4], opens: "09:00", closes: "18:00" };

/** When people may be called, beside what the rules of their places say. */
export function Hours() {
  const { control, register, formState } = useFormContext<Built>();
  const windows = useFieldArray({ control, name: "plan.hours" });
  const errors = formState.errors.plan?.hours;
  return (
    <Panel title={BUILDER.hours}>
      <div className="grid gap-4">
        <p className="text-sm text-faint">{BUILDER.hoursHint}</p>
        {windows.fields.map((window, place) => (
          <div key={window.id} className="grid gap-3 border-b border-line pb-4">
            <ManyOf
              control={control}
              name={`plan.hours.${place}.weekdays`}
              label={BUILDER.weekdays}
              items={DAYS}
            />
            <div className="flex flex-wrap items-end gap-3">
              <TextField
                label={BUILDER.opens}
                placeholder="09:00"
                error={errors?.[place]?.opens?.message}
                {...register(`plan.hours.${place}.opens`)}
              />
              <TextField
                label={BUILDER.closes}
                placeholder="18:00"
                error={errors?.[place]?.closes?.message}
                {...register(`plan.hours.${place}.closes`)}
              />
              <Button onClick={() => windows.remove(place)}>{REMOVE}</Button>
            </div>
          </div>
        ))}
        <Button className="justify-self-start" onClick={() => windows.append({ ...WORKDAYS })}>
          {BUILDER.addWindow}
        </Button>
        <ClosedDays />
      </div>
    </Panel>
  );
}

function ClosedDays() {
  const { watch, setValue, formState } = useFormContext<Built>();
  const days = watch("plan.closed_on");
  const set = (changed: string[]) =>
    setValue("plan.closed_on", changed, { shouldDirty: true, shouldValidate: formState.isSubmitted });
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 text-sm font-medium">{BUILDER.closedOn}</legend>
      {days.map((day, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a day that is being typed is known by its place only
        <div key={place} className="flex flex-wrap items-end gap-2">
          <TextField
            label={BUILDER.dayLabel}
            type="date"
            value={day}
            error={formState.errors.plan?.closed_on?.[place]?.message}
            onChange={({ target }) => set(days.map((each, other) => (other === place ? target.value : each)))}
          />
          <Button onClick={() => set(days.filter((_, other) => other !== place))}>{REMOVE}</Button>
        </div>
      ))}
      <Button className="justify-self-start" onClick={() => set([...days, ""])}>
        {BUILDER.addDay}
      </Button>
    </fieldset>
  );
}
