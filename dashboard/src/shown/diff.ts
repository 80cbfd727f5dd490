/** What two texts have in common and what only one of them has, line by line. */

export interface DiffLine {
  kind: "same" | "gone" | "new";
  text: string;
}

/** The fewest changes, by the longest lines in common; beyond what a script can have, all of one and then all of the other. */
export function diffOf(before: readonly string[], after: readonly string[]): DiffLine[] {
  const common = lengths(before, after);
  const lines: DiffLine[] = [];
  let [at, to] = [0, 0];
  while (at < before.length || to < after.length) {
    const [old, fresh] = [before[at], after[to]];
    if (old !== undefined && old === fresh) {
      lines.push({ kind: "same", text: old });
      at += 1;
      to += 1;
    } else if (fresh === undefined || (old !== undefined && common(at + 1, to) >= common(at, to + 1))) {
      lines.push({ kind: "gone", text: old ?? "" });
      at += 1;
    } else {
      lines.push({ kind: "new", text: fresh });
      to += 1;
    }
  }
  return lines;
}

const MOST = 2_000;

/** How many lines the rests from two places have in common. */
function lengths(before: readonly string[], after: readonly string[]): (at: number, to: number) => number {
  if (before.length > MOST || after.length > MOST) return () => 0;
  const width = after.length + 1;
  const table = new Uint16Array((before.length + 1) * width);
  const found = (at: number, to: number) => table[at * width + to] ?? 0;
  for (let at = before.length - 1; at >= 0; at -= 1) {
    for (let to = after.length - 1; to >= 0; to -= 1) {
      table[at * width + to] =
        before[at] === after[to] ? found(at + 1, to + 1) + 1 : Math.max(found(at + 1, to), found(at, to + 1));
    }
  }
  return found;
}
