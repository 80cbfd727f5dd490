/** A script's text with a person's values in it. */

export interface Piece {
  text: string;
  /** A variable: its value, or its name where there is none. */
  kind: "said" | "filled" | "missing";
}

const VARIABLE = /\{\{\s*([^{}]+?)\s*\}\}/g;

/** As the agent would say it, in pieces, so that what came from the list is seen and what is missing too. */
export function filled(text: string, values: Record<string, string>): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(VARIABLE)) {
    const [whole, name = ""] = match;
    if (match.index > at) pieces.push({ text: text.slice(at, match.index), kind: "said" });
    const value = values[name.toLowerCase()] ?? values[name] ?? "";
    pieces.push(value === "" ? { text: name, kind: "missing" } : { text: value, kind: "filled" });
    at = match.index + whole.length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), kind: "said" });
  return pieces;
}

/** What a lead's columns and their own facts fill in. */
export function valuesOf(lead: {
  name: string;
  email: string;
  variables: Record<string, string>;
}): Record<string, string> {
  const [first = ""] = lead.name.split(/\s+/, 1);
  return { name: lead.name, first_name: first, email: lead.email, ...lead.variables };
}

/** The variables that texts name, in order. */
export function variablesIn(texts: readonly string[]): string[] {
  const names = texts.flatMap((text) => [...text.matchAll(VARIABLE)].map(([, name = ""]) => name));
  return [...new Set(names)];
}
