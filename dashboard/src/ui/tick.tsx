import type { InputHTMLAttributes, ReactNode } from "react";

/** A box that the screen knows the state of, with its words. */
export function Tick({
  children,
  ...input
}: { children: ReactNode } & Omit<InputHTMLAttributes<HTMLInputElement>, "type" | "children">) {
  return (
    <label className="flex min-h-9 items-start gap-2 py-1.5 text-sm">
      <input type="checkbox" className="size-5 shrink-0 accent-accent" {...input} />
      <span>{children}</span>
    </label>
  );
}
