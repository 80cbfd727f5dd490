/** What was typed into a form, by the names of its fields. */
export class Typed {
  constructor(private readonly form: FormData) {}

  /** As it was typed, such as a password. */
  raw(name: string): string {
    const value = this.form.get(name);
    return typeof value === "string" ? value : "";
  }

  text(name: string): string {
    return this.raw(name).trim();
  }

  /** Null where nothing was typed. */
  maybe(name: string): string | null {
    return this.text(name) || null;
  }

  number(name: string): number | null {
    const text = this.text(name);
    return text === "" ? null : Number(text);
  }

  /** A moment of a `datetime-local` field, which is in the viewer's zone, as the API takes it. */
  moment(name: string): string | null {
    const text = this.text(name);
    return text === "" ? null : new Date(text).toISOString();
  }

  /** Words between commas, spaces or line ends. */
  words(name: string): string[] {
    return this.text(name)
      .split(/[\s,;]+/)
      .filter(Boolean);
  }

  lines(name: string): string[] {
    return this.raw(name)
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter(Boolean);
  }

  /** Lines of "name = value"; a line that is none is left out. */
  pairs<Value extends string>(name: string): Record<string, Value> {
    const found = this.lines(name).map((line) => /^([^=]+?)\s*=\s*(.+)$/.exec(line));
    return Object.fromEntries(found.flatMap((pair) => (pair === null ? [] : [[pair[1], pair[2] as Value]])));
  }

  /** One of a select's names. */
  choice<Name extends string>(name: string): Name {
    return this.text(name) as Name;
  }

  /** Null for a select's empty name. */
  maybeChoice<Name extends string>(name: string): Name | null {
    return this.maybe(name) as Name | null;
  }

  /** The checked ones. */
  choices<Name extends string>(name: string): Name[] {
    return this.form.getAll(name) as Name[];
  }

  isOn(name: string): boolean {
    return this.form.has(name);
  }

  file(name: string): File | null {
    const value = this.form.get(name);
    return value instanceof File && value.size > 0 ? value : null;
  }
}

/** What NumberFields took. */
export function numberOf(typed: Typed): { number: string; default_region: string | null } {
  return { number: typed.text("number"), default_region: regionOf(typed) };
}

export function regionOf(typed: Typed): string | null {
  return typed.maybe("region")?.toUpperCase() ?? null;
}

/** How Typed.pairs reads them. */
export function pairsShown(pairs: Record<string, string>): string {
  return Object.entries(pairs)
    .map(([name, value]) => `${name} = ${value}`)
    .join("\n");
}
