/** What the address of a letter, an invitation or a company's sign-in carries behind its `#`: taken out of it at once. */
import { useSyncExternalStore } from "react";

export interface Arrival {
  kind: "invitation" | "reset-code" | "sign-in-code";
  secret: string;
}

const CARRIED = /^#(invitation|reset-code|sign-in-code)=(.+)$/;

let arrived: Arrival | null = null;
const listeners = new Set<() => void>();

/** Take it from the address; the history keeps none of it. Returns whether something was there. */
export function takeArrival(page: Pick<Window, "location" | "history"> = window): boolean {
  const found = CARRIED.exec(page.location.hash);
  if (found === null) return false;
  page.history.replaceState(null, "", `${page.location.pathname}#/sign-in`);
  become({ kind: found[1] as Arrival["kind"], secret: decodeURIComponent(found[2] as string) });
  return true;
}

/** Take each that comes from now on, also into a page that is open already; told before anybody else sees the address. */
export function takeArrivals(onArrival: () => void): void {
  const take = () => {
    if (takeArrival()) onArrival();
  };
  take();
  window.addEventListener("popstate", take, { capture: true });
}

/** What one came with, null for nothing. */
export function useArrival(): Arrival | null {
  return useSyncExternalStore(listen, () => arrived);
}

/** It was used, or is no good. */
export function forgetArrival(): void {
  become(null);
}

function become(arrival: Arrival | null): void {
  arrived = arrival;
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
