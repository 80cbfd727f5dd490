/** The parts of a script of which there may be none or several. */
import type { ReactNode } from "react";
import { type UseFormRegisterReturn, useFieldArray, useFormContext } from "react-hook-form";
import { NEW_FIELD, NEW_OBJECTION, NEW_OUTCOME, NEW_QUESTION, type Written } from "@/scripts/script_shape";
import { Button } from "@/ui/button";
import { LinesField } from "@/ui/controlled";
import { ChoiceField, TextArea, TextField } from "@/ui/field";
import { Panel } from "@/ui/panel";
import { REMOVE } from "@/words/acts";
import { EDITOR, SCRIPT } from "@/words/scripts";

const CHOICE = "choice";

export function Questions() {
  const { control, register, formState, watch } = useFormContext<Written>();
  const list = useFieldArray({ control, name: "content.questions" });
  const errors = formState.errors.content?.questions;
  return (
    <Several title={SCRIPT.questions} add={EDITOR.addQuestion} onAdd={() => list.append(NEW_QUESTION)}>
      {list.fields.map((one, place) => (
        <Item key={one.id} onRemove={() => list.remove(place)}>
          <TextField
            label={EDITOR.questionText}
            error={errors?.[place]?.text?.message}
            {...register(`content.questions.${place}.text`)}
          />
          <TextField
            label={EDITOR.questionKey}
            hint={EDITOR.key}
            error={errors?.[place]?.key?.message}
            {...register(`content.questions.${place}.key`)}
          />
          <ChoiceField
            label={EDITOR.expects}
            words={EDITOR.kinds}
            {...register(`content.questions.${place}.expects`)}
          />
          {watch(`content.questions.${place}.expects`) === CHOICE && (
            <LinesField
              control={control}
              name={`content.questions.${place}.choices`}
              label={EDITOR.choices}
            />
          )}
        </Item>
      ))}
    </Several>
  );
}

export function TakenDown() {
  const { control, register, formState, watch } = useFormContext<Written>();
  const list = useFieldArray({ control, name: "content.fields" });
  const errors = formState.errors.content?.fields;
  return (
    <Several title={SCRIPT.fields} add={EDITOR.addField} onAdd={() => list.append(NEW_FIELD)}>
      {list.fields.map((one, place) => (
        <Item key={one.id} onRemove={() => list.remove(place)}>
          <TextField
            label={EDITOR.fieldName}
            hint={EDITOR.key}
            error={errors?.[place]?.name?.message}
            {...register(`content.fields.${place}.name`)}
          />
          <TextField
            label={EDITOR.fieldQuestion}
            error={errors?.[place]?.question?.message}
            {...register(`content.fields.${place}.question`)}
          />
          <ChoiceField
            label={EDITOR.fieldType}
            words={EDITOR.types}
            {...register(`content.fields.${place}.type`)}
          />
          {watch(`content.fields.${place}.type`) === CHOICE && (
            <LinesField control={control} name={`content.fields.${place}.choices`} label={EDITOR.choices} />
          )}
          <Box word={EDITOR.fieldRequired} field={register(`content.fields.${place}.required`)} />
        </Item>
      ))}
    </Several>
  );
}

export function Outcomes() {
  const { control, register, formState } = useFormContext<Written>();
  const list = useFieldArray({ control, name: "content.outcomes" });
  const errors = formState.errors.content?.outcomes;
  return (
    <Several title={SCRIPT.outcomes} add={EDITOR.addOutcome} onAdd={() => list.append(NEW_OUTCOME)}>
      {list.fields.map((one, place) => (
        <Item key={one.id} onRemove={() => list.remove(place)}>
          <TextField
            label={EDITOR.outcomeName}
            hint={EDITOR.key}
            error={errors?.[place]?.name?.message}
            {...register(`content.outcomes.${place}.name`)}
          />
          <TextField
            label={EDITOR.outcomeDescription}
            error={errors?.[place]?.description?.message}
            {...register(`content.outcomes.${place}.description`)}
          />
          <div className="flex flex-wrap gap-x-5">
            <Box word={EDITOR.success} field={register(`content.outcomes.${place}.success`)} />
            <Box word={EDITOR.retry} field={register(`content.outcomes.${place}.retry`)} />
            <Box word={EDITOR.suppress} field={register(`content.outcomes.${place}.suppress`)} />
            <Box word={EDITOR.followUp} field={register(`content.outcomes.${place}.follow_up`)} />
          </div>
          <LinesField control={control} name={`content.outcomes.${place}.phrases`} label={EDITOR.phrases} />
        </Item>
      ))}
    </Several>
  );
}

export function Objections() {
  const { control, register, formState } = useFormContext<Written>();
  const list = useFieldArray({ control, name: "content.objections" });
  const errors = formState.errors.content?.objections;
  return (
    <Several title={SCRIPT.objections} add={EDITOR.addObjection} onAdd={() => list.append(NEW_OBJECTION)}>
      {list.fields.map((one, place) => (
        <Item key={one.id} onRemove={() => list.remove(place)}>
          <TextField
            label={EDITOR.objection}
            error={errors?.[place]?.objection?.message}
            {...register(`content.objections.${place}.objection`)}
          />
          <TextArea
            label={EDITOR.answer}
            rows={2}
            error={errors?.[place]?.answer?.message}
            {...register(`content.objections.${place}.answer`)}
          />
        </Item>
      ))}
    </Several>
  );
}

function Several({
  title,
  add,
  onAdd,
  children,
}: {
  title: string;
  add: string;
  onAdd: () => void;
  children: ReactNode;
}) {
  return (
    <Panel title={title}>
      <div className="grid gap-4">
        {children}
        <Button className="justify-self-start" onClick={onAdd}>
          {add}
        </Button>
      </div>
    </Panel>
  );
}

function Item({ onRemove, children }: { onRemove: () => void; children: ReactNode }) {
  return (
    <div className="grid gap-3 rounded-md border border-line p-3">
      {children}
      <Button className="justify-self-start" onClick={onRemove}>
        {REMOVE}
      </Button>
    </div>
  );
}

function Box({ word, field }: { word: string; field: UseFormRegisterReturn }) {
  return (
    <label className="flex min-h-8 items-center gap-2 text-sm">
      <input type="checkbox" className="size-5 accent-accent" {...field} />
      {word}
    </label>
  );
}
