import type { Schemas } from "@/api/client";
import type { Preference } from "@/compliance/queries";
import type { Typed } from "@/ui/typed";
import { DAYS, PREFERENCES } from "@/words/consents";
import { CHANNELS } from "@/words/contacts";

type Wish = Pick<Schemas["PreferenceBody"], "hours" | "writing" | "every_days">;

/** A wish as one reads it: "Mon 17:00-24:00", days with the same hours together. */
export function wishSaid({ kind, hours, writing, every_days }: Preference): string {
  if (kind === "how_often" && every_days !== null) return PREFERENCES.often(every_days);
  if (kind === "writing") {
    const ways = (writing ?? []).map((way) => CHANNELS[way] ?? way).join(", ");
    return PREFERENCES.writing(ways || PREFERENCES.noWriting);
  }
  return hoursSaid(hours ?? {});
}

function hoursSaid(hours: Record<string, string[]>): string {
  const days = new Map<string, string[]>();
  for (const day of Object.keys(DAYS)) {
    const said = hours[day]?.join(", ");
    if (said !== undefined && said !== "") days.set(said, [...(days.get(said) ?? []), DAYS[day] ?? day]);
  }
  return [...days].map(([said, names]) => `${names.join(", ")} ${said}`).join("; ");
}

/** What was typed, of the one kind that was chosen. A wish for the end of a day ends at 24:00, which no clock field knows. */
export function wishOf(kind: string, typed: Typed): Wish {
  if (kind === "how_often") return { every_days: typed.number("every") };
  if (kind === "writing") return { writing: typed.choices<Schemas["WritingChannel"]>("ways") };
  const until = typed.text("to");
  const span = `${typed.text("from")}-${until === "00:00" ? "24:00" : until}`;
  return { hours: Object.fromEntries(typed.choices("days").map((day) => [day, [span]])) };
}
