import { useQuery } from "@tanstack/react-query";
import { useFormContext } from "react-hook-form";
import { agentChoices, scriptChoices, trunkChoices, versionChoices, versionOf } from "@/api/choices";
import type { Built } from "@/campaigns/plan_shape";
import { moment } from "@/shown/moments";
import { ChoiceField, SelectField, TextField } from "@/ui/field";
import { Panel } from "@/ui/panel";
import { BUILDER } from "@/words/builder";

/** Who speaks to whom, with which words and why. */
export function Basics() {
  const { register, formState } = useFormContext<Built>();
  const { errors } = formState;
  const agents = useQuery(agentChoices);
  const trunks = useQuery(trunkChoices);
  return (
    <Panel title={BUILDER.basics}>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField label={BUILDER.name} error={errors.name?.message} {...register("name")} />
        <ChoiceField
          label={BUILDER.purpose}
          hint={BUILDER.purposeHint}
          words={BUILDER.purposes}
          {...register("plan.purpose")}
        />
        <Version />
        <Named name="agent_id" label={BUILDER.agent} found={agents} />
        <Named name="trunk_id" label={BUILDER.trunk} found={trunks} />
        <TextField
          label={BUILDER.defaultRegion}
          hint={BUILDER.region}
          maxLength={2}
          error={errors.default_region?.message}
          {...register("default_region")}
        />
      </div>
    </Panel>
  );
}

/** A script, then which of its versions: a campaign keeps the one that it was made with. */
function Version() {
  const { watch, setValue, formState, register } = useFormContext<Built>();
  const chosen = watch("script_version_id");
  const scripts = useQuery(scriptChoices);
  const version = useQuery(versionOf(chosen));
  const scriptId = version.data?.script_id ?? "";
  const versions = useQuery(versionChoices(scriptId));
  const choose = (id: string) =>
    setValue("script_version_id", scripts.data?.find((each) => each.script_id === id)?.id ?? "", {
      shouldDirty: true,
      shouldValidate: formState.isSubmitted,
    });
  const offered = versions.data ?? (version.data ? [version.data] : []);
  return (
    <>
      <SelectField
        label={BUILDER.script}
        error={formState.errors.script_version_id?.message ?? scripts.error?.message}
        value={scriptId}
        onChange={({ target }) => choose(target.value)}
      >
        <option value="">{scripts.data?.length === 0 ? BUILDER.noneYet : BUILDER.chooseOne}</option>
        {scripts.data?.map((script) => (
          <option key={script.script_id} value={script.script_id}>
            {script.name}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={BUILDER.version}
        disabled={scriptId === ""}
        {...register("script_version_id")}
        value={chosen}
      >
        {offered.length === 0 && <option value={chosen}>{chosen}</option>}
        {offered.map((each) => (
          <option key={each.id} value={each.id}>
            {BUILDER.versionOf(each.number, moment(each.created_at))}
          </option>
        ))}
      </SelectField>
    </>
  );
}

function Named({
  name,
  label,
  found: { data, error },
}: {
  name: "agent_id" | "trunk_id";
  label: string;
  found: { data: ReadonlyArray<{ id: string; name: string }> | undefined; error: Error | null };
}) {
  const { register, watch, formState } = useFormContext<Built>();
  const value = watch(name);
  return (
    <SelectField
      label={label}
      error={formState.errors[name]?.message ?? error?.message}
      {...register(name)}
      value={value}
    >
      <option value="">{data?.length === 0 ? BUILDER.noneYet : BUILDER.chooseOne}</option>
      {value !== "" && !data?.some((each) => each.id === value) && <option value={value}>{value}</option>}
      {data?.map((each) => (
        <option key={each.id} value={each.id}>
          {each.name}
        </option>
      ))}
    </SelectField>
  );
}
