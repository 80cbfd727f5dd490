import type { FormEvent } from "react";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/field";
import { FIND, NUMBER, NUMBER_HINT, SHOW_ALL } from "@/words/forms";

/** Looks for one person's rows. */
export function NumberSearch({
  number,
  onFind,
}: {
  number: string | null;
  onFind: (number: string | null) => void;
}) {
  const find = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get("number");
    onFind(typeof typed === "string" && typed.trim() !== "" ? typed.trim() : null);
  };
  return (
    <search>
      <form className="flex max-w-xl flex-wrap items-end gap-2" onSubmit={find}>
        <div className="min-w-0 flex-1">
          <TextField
            label={NUMBER}
            hint={NUMBER_HINT}
            name="number"
            type="tel"
            maxLength={60}
            autoComplete="off"
          />
        </div>
        <Button type="submit">{FIND}</Button>
        {number !== null && (
          <Button type="reset" onClick={() => onFind(null)}>
            {SHOW_ALL}
          </Button>
        )}
      </form>
    </search>
  );
}
