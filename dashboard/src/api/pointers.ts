/** Which field of a form the API means: a problem points into the body that was sent. */
import { ProblemError } from "@/api/problems";

/** What is said of fields by their names, and what belongs to no field that is shown. */
export interface Placed {
  at: Record<string, string>;
  rest: string[];
}

/** "/plan/hours/0/opens" as "plan.hours.0.opens", as forms name their fields. */
export function fieldOf(pointer: string): string {
  return pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
    .join(".");
}

/** Each sentence at the field it is about, or at the nearest one around it that the form has. */
export function placed(error: Error | null, has: (field: string) => boolean): Placed {
  const found: Placed = { at: {}, rest: [] };
  if (error === null) return found;
  const problems = error instanceof ProblemError ? (error.problem.errors ?? []) : [];
  for (const problem of problems) {
    const field = nearest(fieldOf(problem.pointer), has);
    if (field === null)
      found.rest.push([fieldOf(problem.pointer), problem.message].filter(Boolean).join(": "));
    else found.at[field] ??= problem.message;
  }
  if (problems.length === 0) found.rest.push(error.message);
  return found;
}

function nearest(field: string, has: (field: string) => boolean): string | null {
  const parts = field.split(".");
  for (let length = parts.length; length > 0; length -= 1) {
    const around = parts.slice(0, length).join(".");
    if (around !== "" && has(around)) return around;
  }
  return null;
}

/** Whether a form with these values has this field: a value by itself, or a list of such. */
export function isFieldOf(values: unknown): (field: string) => boolean {
  return (field) => {
    const parts = field.split(".");
    const around = at(values, parts.slice(0, -1));
    const value = at(values, parts);
    if (value === undefined || Array.isArray(around)) return false;
    return Array.isArray(value) ? value.every(isPlain) && value.length > 0 : isPlain(value);
  };
}

function at(values: unknown, parts: readonly string[]): unknown {
  return parts.reduce<unknown>(
    (inside, part) =>
      typeof inside === "object" && inside !== null ? (inside as Record<string, unknown>)[part] : undefined,
    values,
  );
}

function isPlain(value: unknown): boolean {
  return typeof value !== "object" || value === null;
}
