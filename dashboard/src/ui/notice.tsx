import type { ReactNode } from "react";
import { Mark } from "@/ui/badge";
import type { Tone } from "@/words/states";

const EDGES: Record<Tone, string> = {
  good: "border-good",
  busy: "border-busy",
  quiet: "border-line",
  warning: "border-warning",
  bad: "border-bad",
};

/** A sentence that has to be seen; a bad one is read out at once. */
export function Notice({ tone, children, acts }: { tone: Tone; children: ReactNode; acts?: ReactNode }) {
  return (
    <div
      role={tone === "bad" ? "alert" : "status"}
      className={`flex flex-wrap items-center gap-3 rounded-md border bg-panel px-4 py-3 text-sm ${EDGES[tone]}`}
    >
      <Mark tone={tone} />
      <div className="min-w-0 flex-1">{children}</div>
      {acts}
    </div>
  );
}
