import { QueryClient } from "@tanstack/react-query";
import { ProblemError } from "@/api/problems";

/** Answers of the API by key. Live events say what is old, so nothing is asked for again by time; a refusal is not repeated. */
export function queriesOf(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) => failures < 3 && !isRefusal(error),
      },
      mutations: { retry: false },
    },
  });
}

function isRefusal(error: Error): boolean {
  return error instanceof ProblemError && !error.problem.retryable;
}
