import type { Placed } from "@/api/pointers";
import { FormError } from "@/ui/form_errors";
import { ERRORS_HEADING } from "@/words/problems";

/** What the API said of a form that stands at none of its fields; where all of it does, that there is something to mend. */
export function ProblemNote({ error, placed }: { error: Error | null; placed: Placed }) {
  if (error === null) return null;
  const said = placed.rest.length > 0 ? placed.rest.join(" ") : Object.values(placed.at).join(" ");
  return <FormError error={new Error(`${ERRORS_HEADING} ${said}`)} />;
}
