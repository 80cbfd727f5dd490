import { Link, type LinkProps } from "@tanstack/react-router";
import type { ReactNode } from "react";

export interface PlaceWithin {
  to: LinkProps["to"];
  word: string;
}

/** A place that has places of its own: their list beside, or on a narrow screen above, the one that is open. */
export function Within({
  label,
  places,
  children,
}: {
  label: string;
  places: readonly PlaceWithin[];
  children: ReactNode;
}) {
  return (
    <div className="grid gap-4 md:grid-cols-[11rem_minmax(0,1fr)]">
      <nav aria-label={label} className="flex gap-1 overflow-x-auto md:flex-col">
        {places.map(({ to, word }) => (
          <Link
            key={word}
            to={to}
            activeOptions={{ includeSearch: false }}
            className="rounded-md px-3 py-2 text-sm whitespace-nowrap md:whitespace-normal hover:bg-sunken aria-[current=page]:bg-sunken aria-[current=page]:font-semibold"
          >
            {word}
          </Link>
        ))}
      </nav>
      <div className="min-w-0">{children}</div>
    </div>
  );
}
