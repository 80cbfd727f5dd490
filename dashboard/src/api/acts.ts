/** What people do with buttons and forms. Nothing of it stays in a cache: what is sent, and what comes back, may be a secret. */
import { type QueryKey, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type Once, Presses } from "@/api/presses";

export interface Act<Given> {
  /** Do it; whether it was done. Why not, is in `error`. */
  act: (given: Given) => Promise<boolean>;
  error: Error | null;
  isPending: boolean;
  isDone: boolean;
}

type State = Omit<Act<unknown>, "act">;

const IDLE: State = { error: null, isPending: false, isDone: false };

/** touches: what is shown and is old afterwards; onDone: takes what came back. */
export function useAct<Given, Data>(
  send: (given: Given, once: Once) => Promise<Data>,
  { touches = [], onDone }: { touches?: readonly QueryKey[]; onDone?: (data: Data) => void } = {},
): Act<Given> {
  const queries = useQueryClient();
  const [presses] = useState(() => new Presses());
  const [state, setState] = useState<State>(IDLE);
  const act = async (given: Given) => {
    setState({ ...IDLE, isPending: true });
    const failure = await settled(() => send(given, presses.headerFor(given)), onDone);
    presses.settle(failure);
    setState({ error: failure, isPending: false, isDone: failure === null });
    // A refusal may mean that what is shown is old, too.
    for (const queryKey of touches) void queries.invalidateQueries({ queryKey });
    return failure === null;
  };
  return { ...state, act };
}

async function settled<Data>(
  send: () => Promise<Data>,
  onDone: ((data: Data) => void) | undefined,
): Promise<Error | null> {
  try {
    const data = await send();
    onDone?.(data);
    return null;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
