import { useEffect, useRef } from "react";
import { Notice } from "@/ui/notice";

/** What the server said to a form: read out, and where the keyboard goes on. */
export function FormError({ error }: { error: Error | null }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error !== null) place.current?.focus();
  }, [error]);
  if (error === null) return null;
  return (
    <div ref={place} tabIndex={-1}>
      <Notice tone="bad">{error.message}</Notice>
    </div>
  );
}
