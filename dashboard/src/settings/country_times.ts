import type { Schemas } from "@/api/client";
import { RETENTION } from "@/words/retention";

export type CountryTimes = Record<string, Schemas["CountryTimes"]>;

const OWN = "-";
const LINE = /^([A-Za-z]{2})\s+(\d+|-)\s+(\d+|-)$/;

/** Lines such as "DE 90 1000": days of content and of evidence of people there. Throws for a line that is none: a time that is not
 * understood must not become the account's own unseen. */
export function countryTimesOf(lines: readonly string[]): CountryTimes {
  return Object.fromEntries(
    lines.map((line) => {
      const [, country = "", content = OWN, evidence = OWN] = LINE.exec(line) ?? [];
      if (country === "") throw new Error(RETENTION.countriesBad(line));
      return [country.toUpperCase(), { content_days: days(content), evidence_days: days(evidence) }];
    }),
  );
}

export function countryTimesShown(times: CountryTimes): string {
  return Object.entries(times)
    .map(([country, { content_days, evidence_days }]) =>
      [country, content_days ?? OWN, evidence_days ?? OWN].join(" "),
    )
    .join("\n");
}

function days(text: string): number | null {
  return text === OWN ? null : Number(text);
}
