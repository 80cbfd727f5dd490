import { ProblemError } from "@/api/problems";

/** What the API says of a new version points into the content alone; the editor's form has it one level down. */
export function pointersOf(error: Error | null, isVersion: boolean): Error | null {
  if (!isVersion || !(error instanceof ProblemError)) return error;
  const errors = error.problem.errors?.map((each) => ({ ...each, pointer: `/content${each.pointer}` }));
  return new ProblemError({ ...error.problem, errors }, error.retryAfter);
}
