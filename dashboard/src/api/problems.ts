/** What the API says when something is wrong (RFC 9457), as an error that screens can show. */
import type { components } from "@/api/schema";
import { OUTDATED, UNREACHABLE } from "@/words/problems";

export type Problem = components["schemas"]["Problem"];

/** Carries the problem; its message is the sentence for people. */
export class ProblemError extends Error {
  readonly problem: Problem;
  /** Seconds to wait, where the API named some. */
  readonly retryAfter: number | null;

  constructor(problem: Problem, retryAfter: number | null = null) {
    super(problem.detail);
    this.name = "ProblemError";
    this.problem = problem;
    this.retryAfter = retryAfter;
  }

  get code(): string {
    return this.problem.code;
  }

  get status(): number {
    return this.problem.status;
  }
}

/** The API gave no answer: the network, or a proxy that speaks for an API that is away. */
export class Unreachable extends Error {
  constructor() {
    super(UNREACHABLE);
    this.name = "Unreachable";
  }
}

/** What was to be changed is not as it was shown. */
export class Outdated extends Error {
  constructor() {
    super(OUTDATED);
    this.name = "Outdated";
  }
}

/** The error of an answer that is none of the API's good ones. */
export async function errorOf(answer: Response): Promise<ProblemError | Unreachable> {
  const kind = answer.headers.get("content-type") ?? "";
  if (!kind.startsWith("application/problem+json")) return new Unreachable();
  const wait = Number(answer.headers.get("retry-after"));
  return new ProblemError((await answer.json()) as Problem, wait > 0 ? wait : null);
}
