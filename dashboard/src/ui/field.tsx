import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from "react";

export const inputLook =
  "w-full min-h-9 rounded-md border border-line bg-panel px-3 py-1.5 text-sm text-ink aria-invalid:border-bad";

interface Around {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
}

interface Ties {
  id: string;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
}

/** A label, its control, a hint and what is wrong with it, tied together for whoever cannot see them. */
export function Labelled({ label, hint, error, children }: Around & { children: (ties: Ties) => ReactNode }) {
  const id = useId();
  const described = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(
    Boolean,
  );
  return (
    <div className="grid content-start gap-1">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      {children({
        id,
        ...(described.length > 0 && { "aria-describedby": described.join(" ") }),
        ...(error !== undefined && { "aria-invalid": true }),
      })}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-xs text-faint">
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p id={`${id}-error`} className="text-sm text-bad">
          {error}
        </p>
      )}
    </div>
  );
}

export function TextField({ label, hint, error, ...input }: Around & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <Labelled label={label} hint={hint} error={error}>
      {(ties) => <input className={inputLook} {...input} {...ties} />}
    </Labelled>
  );
}

export function SelectField({
  label,
  hint,
  error,
  children,
  ...select
}: Around & SelectHTMLAttributes<HTMLSelectElement>) {
  return (
    <Labelled label={label} hint={hint} error={error}>
      {(ties) => (
        <select className={inputLook} {...select} {...ties}>
          {children}
        </select>
      )}
    </Labelled>
  );
}

export function TextArea({
  label,
  hint,
  error,
  ...area
}: Around & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return (
    <Labelled label={label} hint={hint} error={error}>
      {(ties) => <textarea className={inputLook} rows={4} {...area} {...ties} />}
    </Labelled>
  );
}

/** A select of names with their words. */
export function ChoiceField({
  words,
  none,
  ...select
}: Omit<Around & SelectHTMLAttributes<HTMLSelectElement>, "children"> & {
  words: Record<string, string>;
  /** What stands for no choice, where none is one. */
  none?: string;
}) {
  return (
    <SelectField {...select}>
      {none !== undefined && <option value="">{none}</option>}
      {Object.entries(words).map(([name, word]) => (
        <option key={name} value={name}>
          {word}
        </option>
      ))}
    </SelectField>
  );
}
