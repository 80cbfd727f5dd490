import type { Named, Tone } from "@/words/states";

const COLOURS: Record<Tone, string> = {
  good: "text-good",
  busy: "text-busy",
  quiet: "text-faint",
  warning: "text-warning",
  bad: "text-bad",
};

/** A shape for each tone, so that colour never says it alone. */
const SHAPES: Record<Tone, string> = {
  good: "M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13z",
  busy: "M3 2l11 6-11 6z",
  quiet: "M2 7h12v2.4H2z",
  warning: "M8 1l7.5 13.5H.5z",
  bad: "M2 2h12v12H2z",
};

export function Mark({ tone }: { tone: Tone }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width="10"
      height="10"
      className={`shrink-0 ${COLOURS[tone]}`}
      aria-hidden="true"
    >
      <path d={SHAPES[tone]} fill="currentColor" />
    </svg>
  );
}

/** A state in a word, with its shape and colour. */
export function Badge({ named }: { named: Named }) {
  return (
    <span className={`inline-flex items-center gap-1.5 whitespace-nowrap text-sm ${COLOURS[named.tone]}`}>
      <Mark tone={named.tone} />
      {named.word}
    </span>
  );
}
