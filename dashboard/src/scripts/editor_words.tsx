import { useFormContext } from "react-hook-form";
import { contentOf, textsOf, type Written } from "@/scripts/script_shape";
import { variablesIn } from "@/shown/filled";
import { TextArea, TextField } from "@/ui/field";
import { Panel } from "@/ui/panel";
import { EDITOR, SCRIPT } from "@/words/scripts";

const PARTS = [
  { name: "opening", hint: EDITOR.openingHint, rows: 2 },
  { name: "disclosure", hint: EDITOR.disclosureHint, rows: 2 },
  { name: "instructions", hint: EDITOR.instructionsHint, rows: 6 },
  { name: "closing", hint: undefined, rows: 2 },
  { name: "voicemail", hint: EDITOR.voicemailHint, rows: 2 },
  { name: "screening", hint: EDITOR.screeningHint, rows: 2 },
] as const;

/** What is said in every call, and which values it takes of each lead. */
export function Words({ isNew }: { isNew: boolean }) {
  const { register, formState } = useFormContext<Written>();
  const errors = formState.errors.content;
  return (
    <Panel title={EDITOR.words}>
      <div className="grid gap-4">
        <p className="text-sm text-faint">{EDITOR.wordsHint}</p>
        {isNew && (
          <TextField label={EDITOR.name} error={formState.errors.name?.message} {...register("name")} />
        )}
        {PARTS.map(({ name, hint, rows }) => (
          <TextArea
            key={name}
            label={SCRIPT[name]}
            hint={hint}
            rows={rows}
            error={errors?.[name]?.message}
            {...register(`content.${name}`)}
          />
        ))}
        <Uses />
      </div>
    </Panel>
  );
}

function Uses() {
  const { watch } = useFormContext<Written>();
  const names = variablesIn(textsOf(contentOf(watch())));
  return (
    <p className="text-sm">{names.length === 0 ? EDITOR.usesNone : `${EDITOR.uses} ${names.join(", ")}`}</p>
  );
}
