/** Keys of presses: a press that is repeated after a lost answer is the same press, anything else is a new one. */
import { useState } from "react";
import { randomKey } from "@/api/client";
import { Outdated, ProblemError } from "@/api/problems";

/** The header that tells the API which press it is. */
export interface Once {
  "Idempotency-Key": string;
}

export class Presses {
  private open: { given: string; key: string } | null = null;

  /** The header for what is sent now: that of the last press while nobody knows what became of it and it said the same. */
  headerFor(given: unknown): Once {
    const said = JSON.stringify(given, byName) ?? "";
    if (this.open?.given !== said) this.open = { given: said, key: randomKey() };
    return { "Idempotency-Key": this.open.key };
  }

  /** What became of the press; after a clear answer the next one is new. */
  settle(error: Error | null): void {
    const isRefusal = error instanceof ProblemError && !error.problem.retryable;
    const isClear = error === null || error instanceof Outdated || isRefusal;
    if (isClear) this.open = null;
  }
}

/** Files say nothing of themselves to JSON. */
function byName(_: string, value: unknown): unknown {
  return value instanceof File ? [value.name, value.size, value.lastModified] : value;
}

/** The presses of one button, for as long as it is shown. */
export function usePresses(): Presses {
  return useState(() => new Presses())[0];
}
