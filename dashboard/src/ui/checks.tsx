import type { ReactNode } from "react";

export interface Choice {
  name: string;
  word: string;
}

/** Boxes that belong together; the checked ones are sent under one name. */
export function Checks({
  legend,
  name,
  choices,
  checked = [],
  hint,
}: {
  legend: string;
  name: string;
  choices: readonly Choice[];
  checked?: readonly string[];
  hint?: ReactNode;
}) {
  return (
    <fieldset className="grid gap-1">
      <legend className="text-sm font-medium">{legend}</legend>
      {hint !== undefined && <p className="text-xs text-faint">{hint}</p>}
      <div className="flex flex-wrap gap-x-5 gap-y-1">
        {choices.map((choice) => (
          <Check
            key={choice.name}
            name={name}
            value={choice.name}
            word={choice.word}
            isChecked={checked.includes(choice.name)}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** One box with its word. */
export function Check({
  name,
  value = "on",
  word,
  isChecked = false,
}: {
  name: string;
  value?: string;
  word: string;
  isChecked?: boolean;
}) {
  return (
    <label className="flex min-h-8 items-center gap-2 text-sm">
      <input
        type="checkbox"
        name={name}
        value={value}
        defaultChecked={isChecked}
        className="size-5 accent-accent"
      />
      {word}
    </label>
  );
}
