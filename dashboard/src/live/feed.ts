/** The live events of the account, in order, resumed after a loss at the number that came last. */
import { liveAddress } from "@/api/address";
import type { Credentials } from "@/api/client";

/** Something that happened; detail holds nothing personal. */
export interface LiveEvent {
  type: "event";
  seq: number;
  kind: string;
  campaign_id: string | null;
  call_id: string | null;
  attempt_id: string | null;
  detail: Record<string, unknown>;
  occurred_at: string;
}

type Message = LiveEvent | { type: "ready"; seq: number } | { type: "heartbeat"; seq: number };

export type FeedState = "connecting" | "live" | "lost";

export interface Listener {
  event(event: LiveEvent): void;
  state(state: FeedState): void;
  /** What happened since may have been missed: everything shown has to be asked for again. */
  gap(): void;
}

const SOONEST_MS = 500;
const LATEST_MS = 15_000;
/** The server says something every ten seconds; whoever says nothing for longer is gone, whatever the network thinks. */
const SILENCE_MS = 25_000;
const MISUSED = 4400;
const REFUSED = 4401;
const NOT_ALLOWED = 4403;

export class Feed {
  private socket: WebSocket | null = null;
  private seen: number | null = null;
  private failures = 0;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private silence: ReturnType<typeof setTimeout> | undefined;
  private isOpen = false;

  constructor(
    private readonly credentials: Credentials,
    private readonly listener: Listener,
    private readonly address: string = liveAddress(),
  ) {}

  open(): void {
    this.isOpen = true;
    window.addEventListener("online", this.hurry);
    void this.connect();
  }

  close(): void {
    this.isOpen = false;
    window.removeEventListener("online", this.hurry);
    clearTimeout(this.retry);
    clearTimeout(this.silence);
    this.socket?.close();
    this.socket = null;
  }

  private readonly hurry = (): void => {
    if (!this.isOpen || this.socket !== null) return;
    clearTimeout(this.retry);
    void this.connect();
  };

  private async connect(): Promise<void> {
    this.listener.state(this.failures === 0 ? "connecting" : "lost");
    const token = await this.credentials.token().catch(() => null);
    if (!this.isOpen) return;
    if (token === null) return this.later();
    const socket = new WebSocket(this.address);
    this.socket = socket;
    this.hear();
    socket.onopen = () =>
      socket.send(
        JSON.stringify({ token, topics: ["dashboard"], ...(this.seen === null ? {} : { after: this.seen }) }),
      );
    socket.onmessage = (message) => this.take(JSON.parse(String(message.data)) as Message);
    socket.onclose = (closed) => {
      if (this.socket !== socket) return;
      this.socket = null;
      void this.lost(closed.code, token);
    };
  }

  private take(message: Message): void {
    this.hear();
    if (message.type === "ready") {
      const isFirst = this.seen === null;
      this.seen = message.seq;
      this.failures = 0;
      this.listener.state("live");
      // Nothing was watched before the first number: what was asked for meanwhile may be older than it.
      if (isFirst) this.listener.gap();
      return;
    }
    this.seen = message.seq;
    if (message.type === "event") this.listener.event(message);
  }

  private async lost(code: number, token: string): Promise<void> {
    clearTimeout(this.silence);
    if (!this.isOpen) return;
    if (code === NOT_ALLOWED) return this.listener.state("lost");
    if (code === REFUSED) await this.credentials.renewed(token).catch(() => null);
    // The number is beyond the newest: another database stands behind the address, or one restored.
    if (code === MISUSED) this.seen = null;
    this.later();
  }

  private later(): void {
    this.failures += 1;
    this.listener.state("lost");
    const wait = Math.min(LATEST_MS, SOONEST_MS * 2 ** (this.failures - 1));
    this.retry = setTimeout(() => void this.connect(), wait * (0.5 + Math.random() / 2));
  }

  private hear(): void {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => this.socket?.close(), SILENCE_MS);
  }
}
