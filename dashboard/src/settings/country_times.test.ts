import { expect, test } from "vitest";
import { countryTimesOf, countryTimesShown } from "@/settings/country_times";

test("times are read as they are shown", () => {
  const times = {
    DE: { content_days: 90, evidence_days: null },
    IN: { content_days: null, evidence_days: 1000 },
  };
  expect(countryTimesShown(times)).toBe("DE 90 -\nIN - 1000");
  expect(countryTimesOf(countryTimesShown(times).split("\n"))).toEqual(times);
  expect(countryTimesOf(["de  90\t1000"])).toEqual({ DE: { content_days: 90, evidence_days: 1000 } });
});

test.each(["DE", "DE 90", "Germany 90 1000", "DE 90 1000 5", "DE 9o 1000", "DE -5 10"])(
  "%s is no time, and is not taken for the account's own",
  (line) => expect(() => countryTimesOf([line])).toThrow(line),
);
