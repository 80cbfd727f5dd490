/** What somebody has begun to write, kept in the browser until it is sent: through a reload, a second tab and a lost network. */

import { z } from "zod";
import { randomKey } from "@/api/client";

const kept = z.object({ version: z.literal(1), at: z.number(), tab: z.string(), values: z.unknown() });

/** What another tab did with the draft; null: it is gone, because it was sent there or thrown away. */
export type Elsewhere = { values: unknown } | null;

/** The tab, so that a draft knows its own words from another tab's. */
const TAB = randomKey();

export class Draft {
  private readonly key: string;

  /** of: what is being written, and by whom; another account's or person's draft is another one. */
  constructor(
    of: string,
    who: { account_id: string; id: string },
    private readonly storage: Storage = localStorage,
    private readonly tab: string = TAB,
  ) {
    this.key = `outbound.draft.${of}.${who.account_id}.${who.id}`;
  }

  /** What was kept, or null; what cannot be read is none. */
  load(): { values: unknown; at: number } | null {
    return parsed(this.storage.getItem(this.key));
  }

  /** The last edit is the one that is kept, whichever tab it was made in. Without room for it nothing is kept. */
  save(values: unknown): void {
    try {
      const whole = { version: 1, at: Date.now(), tab: this.tab, values };
      this.storage.setItem(this.key, JSON.stringify(whole));
    } catch {
      // The storage is full or forbidden: what is on the screen stays there.
    }
  }

  forget(): void {
    this.storage.removeItem(this.key);
  }

  /** Told when another tab edits the draft or is done with it. */
  onElsewhere(listener: (elsewhere: Elsewhere) => void): () => void {
    const hear = (event: StorageEvent) => {
      if (event.key !== this.key) return;
      const draft = parsed(event.newValue);
      if (draft?.tab !== this.tab) listener(draft === null ? null : { values: draft.values });
    };
    window.addEventListener("storage", hear);
    return () => window.removeEventListener("storage", hear);
  }
}

function parsed(text: string | null): { values: unknown; at: number; tab: string } | null {
  if (text === null) return null;
  try {
    const found = kept.safeParse(JSON.parse(text));
    return found.success ? found.data : null;
  } catch {
    return null;
  }
}
