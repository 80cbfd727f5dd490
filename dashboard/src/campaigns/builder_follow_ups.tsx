import { useQuery } from "@tanstack/react-query";
import { useFieldArray, useFormContext } from "react-hook-form";
import { versionOf } from "@/api/choices";
import type { Built } from "@/campaigns/plan_shape";
import { Button } from "@/ui/button";
import { ManyOf, NumberField } from "@/ui/controlled";
import { TextArea } from "@/ui/field";
import { Panel } from "@/ui/panel";
import { BUILDER } from "@/words/builder";
import { OUTCOMES, RESULTS, sentence } from "@/words/states";

const MINUTE = 60;
/** After these nobody is contacted again. */
const SILENT: ReadonlySet<string> = new Set(["opt_out", "wrong_number", "none"]);
const BUILT_IN = Object.entries(OUTCOMES)
  .filter(([name]) => !SILENT.has(name))
  .map(([name, { word }]) => [name, word] as const);
const ENDS = Object.entries(RESULTS).map(([name, { word }]) => [name, word] as const);

/** Text messages after calls that end so. */
export function FollowUps() {
  const { control, register, formState, watch } = useFormContext<Built>();
  const messages = useFieldArray({ control, name: "plan.follow_ups" });
  const version = useQuery(versionOf(watch("script_version_id")));
  const own = (version.data?.content.outcomes ?? [])
    .filter((outcome) => outcome.suppress !== true)
    .map(({ name }) => [name, sentence(name)] as const);
  const errors = formState.errors.plan?.follow_ups;
  return (
    <Panel title={BUILDER.followUps}>
      <div className="grid gap-4">
        <p className="text-sm text-faint">{BUILDER.followUpsHint}</p>
        {messages.fields.map((message, place) => (
          <fieldset key={message.id} className="grid gap-3 rounded-md border border-line p-3">
            <legend className="px-1 text-sm">{BUILDER.messageNumber(place + 1)}</legend>
            <TextArea
              label={BUILDER.text}
              error={errors?.[place]?.text?.message}
              {...register(`plan.follow_ups.${place}.text`)}
            />
            <div className="max-w-60">
              <NumberField
                control={control}
                name={`plan.follow_ups.${place}.delay_seconds`}
                label={BUILDER.delay}
                per={MINUTE}
              />
            </div>
            <ManyOf
              control={control}
              name={`plan.follow_ups.${place}.outcomes`}
              label={BUILDER.afterOutcomes}
              items={[...own, ...BUILT_IN]}
            />
            <ManyOf
              control={control}
              name={`plan.follow_ups.${place}.results`}
              label={BUILDER.afterResults}
              items={ENDS}
            />
            <Button className="justify-self-start" onClick={() => messages.remove(place)}>
              {BUILDER.removeMessage}
            </Button>
          </fieldset>
        ))}
        <Button
          className="justify-self-start"
          onClick={() => messages.append({ text: "", delay_seconds: MINUTE, outcomes: [], results: [] })}
        >
          {BUILDER.addMessage}
        </Button>
      </div>
    </Panel>
  );
}
