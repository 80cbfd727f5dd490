import { type Named, named, OUTCOMES, type Tone } from "@/words/states";

/** A part of a whole, as bars and tables show it. */
export interface Part {
  name: string;
  count: number;
  tone: Tone;
}

/** Counts by name, the greatest first. */
export function partsOf(counts: Record<string, number>, words: Record<string, Named>): Part[] {
  return Object.entries(counts)
    .map(([name, count]) => ({ name: named(words, name).word, tone: named(words, name).tone, count }))
    .sort((one, other) => other.count - one.count);
}

export function sum(counts: Record<string, number>): number {
  return Object.values(counts).reduce((all, each) => all + each, 0);
}

/** Closed calls by outcome and, behind them, those that are not over: the whole is every call. */
export function progressOf(outcomes: Record<string, number>, calls: Record<string, number>): Part[] {
  const closed = calls.closed ?? 0;
  const told = partsOf(outcomes, OUTCOMES).filter((part) => part.count > 0);
  const rest = closed - told.reduce((all, part) => all + part.count, 0);
  const ended: Part[] = rest > 0 ? [{ name: OUTCOMES.none?.word ?? "", tone: "quiet", count: rest }] : [];
  return [...told, ...ended];
}
