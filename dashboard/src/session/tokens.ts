/** The tokens of whoever is signed in, shared by all tabs of this browser.
 *
 * The access token lives in the tab, the refresh token in the browser's storage of this origin, which no page from elsewhere
 * reads; the page's policy runs no script but its own (docs/decisions/0070). A refresh token is good once, so tabs take turns.
 */
import type { Credentials, Schemas } from "@/api/client";
import { ProblemError } from "@/api/problems";

export type SignedIn = Schemas["SignedIn"];

/** Asks for the next tokens. */
export type Refresh = (refreshToken: string) => Promise<SignedIn>;

interface Kept {
  refresh: string;
  /** Milliseconds since 1970, by this browser's clock. */
  endsAt: number;
}

interface Access {
  token: string;
  endsAt: number;
}

const KEPT = "outbound.session";
const ACCESS = "outbound.access";
const LOCK = "outbound.refresh";
/** A token this near its end may be refused on the way. */
const MARGIN_MS = 30_000;

/** Tokens in the browser's storages; `changed` is told when somebody signs in or out, in whichever tab. */
export class Tokens implements Credentials {
  private readonly refresh: Refresh;
  private readonly listeners = new Set<() => void>();

  constructor(refresh: Refresh) {
    this.refresh = refresh;
    window.addEventListener("storage", (event) => {
      if (event.key !== KEPT) return;
      if (event.newValue === null) sessionStorage.removeItem(ACCESS);
      this.tell();
    });
  }

  /** Whether somebody is signed in, as far as this browser knows. */
  get isSignedIn(): boolean {
    const kept = read<Kept>(localStorage, KEPT);
    return kept !== null && kept.endsAt > Date.now();
  }

  /** When one has to sign in again, in milliseconds since 1970; null for nobody. */
  get endsAt(): number | null {
    return read<Kept>(localStorage, KEPT)?.endsAt ?? null;
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  signIn(answer: SignedIn): void {
    this.keep(answer);
    this.tell();
  }

  signOut(): void {
    localStorage.removeItem(KEPT);
    sessionStorage.removeItem(ACCESS);
    this.tell();
  }

  /** A token that is good for a while, refreshed if need be; null for nobody, or once the session has ended. */
  async token(): Promise<string | null> {
    const access = read<Access>(sessionStorage, ACCESS);
    if (access !== null && access.endsAt - MARGIN_MS > Date.now() && this.isSignedIn) return access.token;
    return this.next(access?.token ?? null);
  }

  /** A token other than the refused one; null once the session has ended. */
  renewed(refused: string): Promise<string | null> {
    return this.next(refused);
  }

  private next(old: string | null): Promise<string | null> {
    return inTurn(async () => {
      const access = read<Access>(sessionStorage, ACCESS);
      if (access !== null && access.token !== old && access.endsAt > Date.now()) return access.token;
      const kept = read<Kept>(localStorage, KEPT);
      if (kept === null) return null;
      try {
        return this.keep(await this.refresh(kept.refresh));
      } catch (error) {
        if (!(error instanceof ProblemError) || error.status !== 401) throw error;
        // Only what was refused is forgotten: another tab may have signed in meanwhile.
        if (read<Kept>(localStorage, KEPT)?.refresh === kept.refresh) this.signOut();
        return null;
      }
    });
  }

  private keep(answer: SignedIn): string {
    const now = Date.now();
    write<Kept>(localStorage, KEPT, {
      refresh: answer.refresh_token,
      endsAt: now + answer.session_ends_in * 1000,
    });
    write<Access>(sessionStorage, ACCESS, {
      token: answer.access_token,
      endsAt: now + answer.expires_in * 1000,
    });
    return answer.access_token;
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

/** One tab after another; a browser that knows no locks (a page over plain HTTP) has one tab's order only. */
function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (navigator.locks === undefined) return alone(work);
  return navigator.locks.request(LOCK, work) as Promise<Result>;
}

let last: Promise<unknown> = Promise.resolve();

function alone<Result>(work: () => Promise<Result>): Promise<Result> {
  const mine = last.then(work, work);
  last = mine.catch(() => undefined);
  return mine;
}

function read<Value>(storage: Storage, name: string): Value | null {
  const text = storage.getItem(name);
  return text === null ? null : (JSON.parse(text) as Value);
}

function write<Value>(storage: Storage, name: string, value: Value): void {
  storage.setItem(name, JSON.stringify(value));
}
