/** What the address of a letter, an invitation or a company's sign-in carries behind its `#`: taken out of it at once. */

export type Arrival = { kind: "invitation" | "reset-code" | "sign-in-code"; secret: string };

const CARRIED = /^#(invitation|reset-code|sign-in-code)=(.+)$/;

let arrived: Arrival | null = null;

/** Take it from the address; the history keeps none of it. Returns what was there. */
export function takeArrival(page: Pick<Window, "location" | "history"> = window): Arrival | null {
  const found = CARRIED.exec(page.location.hash);
  if (found === null) return null;
  arrived = { kind: found[1] as Arrival["kind"], secret: decodeURIComponent(found[2] as string) };
  page.history.replaceState(null, "", `${page.location.pathname}#/sign-in`);
  return arrived;
}

export function arrival(): Arrival | null {
  return arrived;
}

/** It was used, or is no good. */
export function forgetArrival(): void {
  arrived = null;
}
