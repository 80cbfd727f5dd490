/** What can be put right of a held lead: the reason says which fields. */
import type { Schemas } from "@/api/client";
import type { Lead } from "@/leads/queries";

export const PLACE_FIELDS = ["timezone", "country", "state", "postcode"] as const;
export type PlaceField = (typeof PLACE_FIELDS)[number];

const VARIABLES = "variables_missing:";
const BARRED = "do_not_call";
/** A list calls the time zone by another name than the API's bodies. */
const SAID_AS: Record<PlaceField, string> = {
  timezone: "zone",
  country: "country",
  state: "state",
  postcode: "postcode",
};

export interface Mendable {
  places: readonly PlaceField[];
  variables: readonly string[];
}

/** null where nothing mends it. */
export function mendable(review: string): Mendable | null {
  if (review === BARRED) return null;
  if (review.startsWith(VARIABLES))
    return { places: [], variables: review.slice(VARIABLES.length).split(",").filter(Boolean) };
  return { places: PLACE_FIELDS, variables: [] };
}

/** What the lead's row says of its place. */
export function saidOf(lead: Pick<Lead, "whereabouts">, field: PlaceField): string {
  return lead.whereabouts[SAID_AS[field]] ?? "";
}

/** The body of what was typed: places that differ from what the row says, and values that were filled in. */
export function mendingOf(
  typed: Record<string, string>,
  fields: Mendable,
  lead: Pick<Lead, "whereabouts"> | null,
): Schemas["MendBody"] {
  const body: Schemas["MendBody"] = { variables: {} };
  for (const field of fields.places) {
    const text = typed[field]?.trim();
    if (text !== undefined && text !== (lead === null ? "" : saidOf(lead, field))) body[field] = text;
  }
  const variables: Record<string, string> = {};
  for (const name of fields.variables) {
    const text = typed[`variables.${name}`]?.trim() ?? "";
    if (text !== "") variables[name] = text;
  }
  return { ...body, variables };
}
