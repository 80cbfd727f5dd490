import { useEffect, useMemo, useState } from "react";
import type { DefaultValues, FieldValues, UseFormReturn } from "react-hook-form";
import { Draft } from "@/session/drafts";
import type { Me } from "@/session/session";

/** Where the words on the screen came from. */
export type Origin = "here" | "kept" | "another_tab" | "done_elsewhere";

/** The draft of a form: what was kept of it, and that every edit is kept. start: what an empty form holds. */
export function useDraft<Values extends FieldValues>(
  of: string,
  who: Me,
  start: Values,
  completed: (values: unknown, start: Values) => Values,
) {
  const draft = useMemo(() => new Draft(of, who), [of, who]);
  const [first] = useState(() => draft.load());
  const [origin, setOrigin] = useState<Origin>(first === null ? "here" : "kept");
  return {
    initial: (first === null ? start : completed(first.values, start)) as DefaultValues<Values>,
    draft,
    origin,
    setOrigin,
  };
}

/** Keeps each edit of the form, and takes over what another tab wrote later. */
export function useKept<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  {
    draft,
    start,
    completed,
    onOrigin,
  }: {
    draft: Draft;
    start: Values;
    completed: (values: unknown, start: Values) => Values;
    onOrigin: (origin: Origin) => void;
  },
): void {
  useEffect(() => {
    const edits = form.watch((values, { type, name }) => {
      // A reset names no field: what comes from another tab is kept there already.
      if (name !== undefined || type !== undefined) draft.save(values);
    });
    const stop = draft.onElsewhere((elsewhere) => {
      form.reset(elsewhere === null ? start : completed(elsewhere.values, start));
      onOrigin(elsewhere === null ? "done_elsewhere" : "another_tab");
    });
    return () => {
      edits.unsubscribe();
      stop();
    };
  }, [form, draft, start, completed, onOrigin]);
}
