/** Fields of a form whose values are no texts. */
import { type Control, type FieldPath, type FieldValues, useController } from "react-hook-form";
import { inputLook, Labelled, TextArea } from "@/ui/field";

interface Bound<Values extends FieldValues> {
  control: Control<Values>;
  name: FieldPath<Values>;
  label: string;
  hint?: string;
}

/** A number; per: how many of the value's units one shown unit has, as 60 for minutes of a value in seconds. Empty is null. */
export function NumberField<Values extends FieldValues>({
  control,
  name,
  label,
  hint,
  per = 1,
  step = "any",
}: Bound<Values> & { per?: number; step?: number | "any" }) {
  const { field, fieldState } = useController({ control, name });
  const value: unknown = field.value;
  return (
    <Labelled label={label} hint={hint} error={fieldState.error?.message}>
      {(ties) => (
        <input
          {...ties}
          className={inputLook}
          type="number"
          inputMode="decimal"
          step={step}
          ref={field.ref}
          name={field.name}
          onBlur={field.onBlur}
          value={typeof value === "number" && !Number.isNaN(value) ? value / per : ""}
          onChange={({ target }) => field.onChange(target.value === "" ? null : target.valueAsNumber * per)}
        />
      )}
    </Labelled>
  );
}

/** Several of a few. */
export function ManyOf<Values extends FieldValues, Item extends string | number>({
  control,
  name,
  label,
  hint,
  items,
}: Bound<Values> & { items: ReadonlyArray<readonly [Item, string]> }) {
  const { field, fieldState } = useController({ control, name });
  const chosen = (Array.isArray(field.value) ? field.value : []) as Item[];
  const toggle = (item: Item, isOn: boolean) =>
    // In the order in which they are offered, whichever came first.
    field.onChange(
      items.map(([each]) => each).filter((each) => (each === item ? isOn : chosen.includes(each))),
    );
  return (
    <fieldset className="grid gap-1">
      <legend className="text-sm font-medium">{label}</legend>
      {hint !== undefined && <p className="text-xs text-faint">{hint}</p>}
      <div className="flex flex-wrap gap-x-5 gap-y-1">
        {items.map(([item, word], place) => (
          <label key={item} className="flex min-h-8 items-center gap-2 text-sm">
            <input
              type="checkbox"
              ref={place === 0 ? field.ref : undefined}
              className="size-5 accent-accent"
              checked={chosen.includes(item)}
              onBlur={field.onBlur}
              onChange={({ target }) => toggle(item, target.checked)}
            />
            {word}
          </label>
        ))}
      </div>
      {fieldState.error?.message !== undefined && (
        <p role="alert" className="text-sm text-bad">
          {fieldState.error.message}
        </p>
      )}
    </fieldset>
  );
}

/** Several texts, one in each line. */
export function LinesField<Values extends FieldValues>({ control, name, label, hint }: Bound<Values>) {
  const { field, fieldState } = useController({ control, name });
  const lines = (Array.isArray(field.value) ? field.value : []) as string[];
  return (
    <TextArea
      label={label}
      hint={hint}
      error={fieldState.error?.message}
      name={field.name}
      rows={3}
      onBlur={field.onBlur}
      value={lines.join("\n")}
      onChange={({ target }) => field.onChange(target.value === "" ? [] : target.value.split("\n"))}
    />
  );
}
