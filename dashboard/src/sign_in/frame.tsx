import { type ReactNode, useEffect } from "react";

/** A card in the middle of an empty page. */
export function Frame({ title, children }: { title: string; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Outbound`;
  }, [title]);
  return (
    <main className="mx-auto grid min-h-dvh max-w-sm content-center gap-4 p-4">
      <p className="text-sm font-semibold tracking-wide text-accent">Outbound</p>
      <h1 className="text-xl font-semibold">{title}</h1>
      {children}
    </main>
  );
}
