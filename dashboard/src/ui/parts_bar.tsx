import type { Part } from "@/shown/parts";
import type { Tone } from "@/words/states";

const FILLS: Record<Tone, string> = {
  good: "fill-good",
  busy: "fill-busy",
  quiet: "fill-faint",
  warning: "fill-warning",
  bad: "fill-bad",
};

/** One bar of several parts; its sentence says the same to whoever cannot see it. */
export function PartsBar({ parts, of }: { parts: readonly Part[]; of: number }) {
  const shown = parts.filter((part) => part.count > 0);
  const said = shown.map((part) => `${part.name} ${part.count}`).join(", ");
  let at = 0;
  return (
    <svg
      viewBox="0 0 100 6"
      preserveAspectRatio="none"
      className="h-2 w-full rounded"
      role="img"
      aria-label={said}
    >
      <rect width="100" height="6" className="fill-sunken" />
      {shown.map((part) => {
        const width = of === 0 ? 0 : (100 * part.count) / of;
        const x = at;
        at += width;
        return <rect key={part.name} x={x} width={width} height="6" className={FILLS[part.tone]} />;
      })}
    </svg>
  );
}
