import { useFieldArray, useFormContext } from "react-hook-form";
import type { Described } from "@/agents/agent_shape";
import { Button } from "@/ui/button";
import { ManyOf, NumberField } from "@/ui/controlled";
import { ChoiceField, TextField } from "@/ui/field";
import { Panel } from "@/ui/panel";
import { REMOVE } from "@/words/acts";
import { AGENT, AGENT_FORM, ENGINES, MENUS, RECOGNISERS, SPOKEN } from "@/words/agents";

/** What the API said of the last try, by field; what the form says of what is typed now comes first. */
type Said = Record<string, string>;

const SECOND = 1000;

export function Who({ said }: { said: Said }) {
  const { control, register, formState, getValues } = useFormContext<Described>();
  const { errors } = formState;
  const others = [...new Set([...Object.keys(SPOKEN), ...getValues("languages")])];
  return (
    <Panel title={AGENT_FORM.who}>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField label={AGENT_FORM.name} error={errors.name?.message ?? said.name} {...register("name")} />
        <TextField
          label={AGENT.language}
          hint={AGENT_FORM.tag}
          error={errors.language?.message ?? said.language}
          {...register("language")}
        />
        <ManyOf
          control={control}
          name="languages"
          label={AGENT.languages}
          hint={AGENT_FORM.languagesHint}
          items={others.map((tag) => [tag, SPOKEN[tag] ?? tag] as const)}
        />
        <ChoiceField label={AGENT.menus} words={MENUS} {...register("menus")} />
        <TextField
          label={AGENT.optOutKey}
          hint={AGENT_FORM.key}
          maxLength={1}
          inputMode="numeric"
          error={errors.opt_out_key?.message ?? said.opt_out_key}
          {...register("opt_out_key")}
        />
      </div>
    </Panel>
  );
}

export function Models({ said }: { said: Said }) {
  const { register, formState } = useFormContext<Described>();
  const { errors } = formState;
  return (
    <Panel title={AGENT_FORM.models}>
      <p className="mb-3 text-sm text-faint">{AGENT_FORM.modelsHint}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={AGENT.voice}
          hint={AGENT_FORM.voiceHint}
          error={errors.voice?.message ?? said.voice}
          {...register("voice")}
        />
        <TextField
          label={AGENT.voiceModel}
          error={errors.voice_model?.message ?? said.voice_model}
          {...register("voice_model")}
        />
        <TextField label={AGENT.model} error={errors.model?.message ?? said.model} {...register("model")} />
        <ChoiceField label={AGENT.engine} words={ENGINES} error={said.engine} {...register("engine")} />
        <ChoiceField
          label={AGENT.recogniser}
          words={RECOGNISERS}
          error={said.recogniser}
          {...register("recogniser")}
        />
      </div>
    </Panel>
  );
}

export function Backup({ said }: { said: Said }) {
  const { register, formState } = useFormContext<Described>();
  const errors = formState.errors.backup;
  return (
    <Panel title={AGENT_FORM.backup}>
      <p className="mb-3 text-sm text-faint">{AGENT_FORM.backupHint}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        <ChoiceField
          label={AGENT.recogniser}
          words={RECOGNISERS}
          none={AGENT_FORM.nothing}
          error={said["backup.recogniser"]}
          {...register("backup.recogniser")}
        />
        <TextField
          label={AGENT.model}
          error={errors?.model?.message ?? said["backup.model"]}
          {...register("backup.model")}
        />
        <TextField
          label={AGENT.voice}
          error={errors?.voice?.message ?? said["backup.voice"]}
          {...register("backup.voice")}
        />
        <TextField
          label={AGENT.voiceModel}
          error={errors?.voice_model?.message ?? said["backup.voice_model"]}
          {...register("backup.voice_model")}
        />
      </div>
    </Panel>
  );
}

export function Pronunciation() {
  const { control, register } = useFormContext<Described>();
  const words = useFieldArray({ control, name: "pronunciation" });
  return (
    <Panel title={AGENT_FORM.pronunciation}>
      <div className="grid gap-3">
        {words.fields.map((one, place) => (
          <div key={one.id} className="flex flex-wrap items-end gap-3">
            <TextField label={AGENT_FORM.word} {...register(`pronunciation.${place}.word`)} />
            <TextField label={AGENT_FORM.said} {...register(`pronunciation.${place}.said`)} />
            <Button onClick={() => words.remove(place)}>{REMOVE}</Button>
          </div>
        ))}
        <Button className="justify-self-start" onClick={() => words.append({ word: "", said: "" })}>
          {AGENT_FORM.addWord}
        </Button>
      </div>
    </Panel>
  );
}

export function Waits() {
  const { control, formState } = useFormContext<Described>();
  const isWrong = formState.errors.timeouts !== undefined;
  return (
    <details className="rounded-lg border border-line bg-panel p-4" open={isWrong || undefined}>
      <summary className="cursor-pointer font-semibold">{AGENT_FORM.waits}</summary>
      <p className="my-3 text-sm text-faint">{AGENT_FORM.waitsHint}</p>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {Object.entries(AGENT_FORM.timeouts).map(([name, label]) => (
          <NumberField key={name} control={control} name={`timeouts.${name}`} label={label} per={SECOND} />
        ))}
      </div>
    </details>
  );
}
