import { type ReactNode, useEffect } from "react";

/** A screen's heading, with its acts beside it; the browser's title is the same. */
export function Page({
  title,
  below,
  acts,
  children,
}: {
  title: string;
  below?: ReactNode;
  acts?: ReactNode;
  children: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} · Outbound`;
  }, [title]);
  return (
    <>
      <header className="mb-4 flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <h1 className="break-words text-xl font-semibold">{title}</h1>
          {below !== undefined && <div className="mt-1 text-sm text-faint">{below}</div>}
        </div>
        {acts !== undefined && <div className="flex flex-wrap gap-2">{acts}</div>}
      </header>
      <div className="grid gap-4">{children}</div>
    </>
  );
}
