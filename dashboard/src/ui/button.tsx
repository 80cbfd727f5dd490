import type { ButtonHTMLAttributes } from "react";

export type Weight = "main" | "plain" | "danger" | "quiet";

const LOOKS: Record<Weight, string> = {
  main: "bg-accent text-on-accent border-accent hover:opacity-90",
  plain: "bg-panel text-ink border-line hover:bg-sunken",
  danger: "bg-panel text-bad border-bad hover:bg-sunken",
  quiet: "border-transparent text-ink hover:bg-sunken",
};

/** How a button looks, for what is a link and acts like one. */
export function buttonLook(weight: Weight = "plain"): string {
  return `inline-flex min-h-9 items-center justify-center gap-2 rounded-md border px-3 py-1.5 text-sm font-medium disabled:opacity-60 disabled:cursor-not-allowed ${LOOKS[weight]}`;
}

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  weight?: Weight;
}

export function Button({ weight = "plain", className = "", type = "button", ...rest }: Props) {
  return <button type={type} className={`${buttonLook(weight)} ${className}`} {...rest} />;
}
