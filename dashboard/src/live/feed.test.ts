import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Feed, type Listener } from "@/live/feed";

/** A socket whose other end is the test. */
class Wire {
  static all: Wire[] = [];
  sent: Record<string, unknown>[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((message: { data: string }) => void) | null = null;
  onclose: ((closed: { code: number }) => void) | null = null;
  constructor(readonly address: string) {
    Wire.all.push(this);
  }
  send(text: string) {
    this.sent.push(JSON.parse(text));
  }
  close() {
    this.end(1000);
  }
  end(code: number) {
    this.onclose?.({ code });
  }
  says(message: object) {
    this.onmessage?.({ data: JSON.stringify(message) });
  }
}

const credentials = { token: vi.fn(async () => "at"), renewed: vi.fn(async () => "newer") };
const heard = { event: vi.fn(), state: vi.fn(), gap: vi.fn() } satisfies Listener;
const event = (seq: number) => ({
  type: "event",
  seq,
  kind: "call.live",
  campaign_id: "c",
  call_id: "k",
  detail: {},
});

let feed: Feed;

/** The newest socket, once it is there and open. */
async function connected(count: number): Promise<Wire> {
  await vi.advanceTimersByTimeAsync(20_000 * (count > 1 ? 1 : 0));
  const wire = Wire.all[count - 1];
  if (wire === undefined) throw new Error(`no socket number ${count}`);
  wire.onopen?.();
  return wire;
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("WebSocket", Wire);
  Wire.all = [];
  feed = new Feed(credentials, heard, "ws://api/ws");
  feed.open();
});

afterEach(() => {
  feed.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.clearAllMocks();
});

test("the first message names who asks; what was shown before the first number is asked for again", async () => {
  const wire = await connected(1);
  expect(wire.sent).toEqual([{ token: "at", topics: ["dashboard"] }]);
  wire.says({ type: "ready", seq: 7 });
  expect(heard.gap).toHaveBeenCalledOnce();
  expect(heard.state).toHaveBeenLastCalledWith("live");
});

test("after a loss it goes on behind the number that came last, and nothing else is asked for again", async () => {
  const first = await connected(1);
  first.says({ type: "ready", seq: 7 });
  first.says(event(8));
  first.says({ type: "heartbeat", seq: 11 });
  first.end(1006);
  expect(heard.state).toHaveBeenLastCalledWith("lost");
  const second = await connected(2);
  expect(second.sent).toEqual([{ token: "at", topics: ["dashboard"], after: 11 }]);
  second.says({ type: "ready", seq: 11 });
  second.says(event(12));
  expect(heard.event.mock.calls.map(([each]) => each.seq)).toEqual([8, 12]);
  expect(heard.gap).toHaveBeenCalledOnce();
});

test("a number that the server does not know begins anew, with everything asked for again", async () => {
  const first = await connected(1);
  first.says({ type: "ready", seq: 7 });
  first.end(4400);
  const second = await connected(2);
  expect(second.sent).toEqual([{ token: "at", topics: ["dashboard"] }]);
  second.says({ type: "ready", seq: 1 });
  expect(heard.gap).toHaveBeenCalledTimes(2);
});

test("a token that was refused is renewed before the next try", async () => {
  (await connected(1)).end(4401);
  await connected(2);
  expect(credentials.renewed).toHaveBeenCalledWith("at");
});

test("whoever may not watch does not ask again and again", async () => {
  (await connected(1)).end(4403);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(Wire.all).toHaveLength(1);
});

test("a server that falls silent is left", async () => {
  const wire = await connected(1);
  wire.says({ type: "ready", seq: 7 });
  await vi.advanceTimersByTimeAsync(24_000);
  expect(Wire.all).toHaveLength(1);
  await connected(2);
});

test("closed is closed", async () => {
  const wire = await connected(1);
  feed.close();
  wire.end(1006);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(Wire.all).toHaveLength(1);
});
