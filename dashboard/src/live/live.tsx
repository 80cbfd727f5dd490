/** Keeps what is shown up to date while somebody is signed in, and says whether it is. */
import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { Feed, type FeedState } from "@/live/feed";
import { Refresher } from "@/live/patches";
import { tokens } from "@/session/session";

const State = createContext<FeedState>("connecting");

export function useFeedState(): FeedState {
  return useContext(State);
}

export function Live({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const [state, setState] = useState<FeedState>("connecting");
  useEffect(() => {
    const refresher = new Refresher(queries);
    const feed = new Feed(tokens, {
      event: (event) => refresher.take(event),
      state: setState,
      gap: () => refresher.all(),
    });
    feed.open();
    return () => {
      feed.close();
      refresher.close();
    };
  }, [queries]);
  return <State value={state}>{children}</State>;
}
