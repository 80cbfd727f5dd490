import { TextField } from "@/ui/field";
import { NUMBER, NUMBER_HINT, REGION, REGION_HINT } from "@/words/forms";

/** The country of numbers that are written without one. */
export function RegionField() {
  return (
    <TextField
      label={REGION}
      hint={REGION_HINT}
      name="region"
      pattern="[A-Za-z]{2}"
      maxLength={2}
      autoComplete="off"
    />
  );
}

/** A person's number, with its country where it names none. */
export function NumberFields() {
  return (
    <>
      <TextField
        label={NUMBER}
        hint={NUMBER_HINT}
        name="number"
        type="tel"
        required
        maxLength={60}
        autoComplete="off"
      />
      <RegionField />
    </>
  );
}
