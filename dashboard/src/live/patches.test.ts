import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { LiveEvent } from "@/live/feed";
import { Refresher, touchedBy } from "@/live/patches";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function happened(kind: string, ids: Partial<LiveEvent> = {}): LiveEvent {
  return {
    type: "event",
    seq: 1,
    kind,
    campaign_id: null,
    call_id: null,
    attempt_id: null,
    detail: {},
    occurred_at: "2027-01-15T16:30:00Z",
    ...ids,
  };
}

test.each([
  [
    "call.closed",
    { campaign_id: "c", call_id: "k" },
    [["wallboard"], ["calls"], ["call", "k"], ["campaign", "c"]],
  ],
  ["call.closed", { call_id: "k" }, [["wallboard"], ["calls"], ["call", "k"]]],
  ["campaign.paused", { campaign_id: "c" }, [["wallboard"], ["campaign", "c"], ["campaigns"]]],
  [
    "lead.held",
    { campaign_id: "c", detail: { lead_id: "l", import_id: "i" } },
    [["wallboard"], ["campaign", "c"], ["leads", "c"], ["imports"], ["lead", "l"], ["import", "i"]],
  ],
  [
    "leads.imported",
    { campaign_id: "c", detail: { import_id: "i", rows: 3 } },
    [["wallboard"], ["campaign", "c"], ["leads", "c"], ["imports"], ["import", "i"]],
  ],
])("%s %o touches", (kind, ids, keys) => {
  expect(touchedBy(happened(kind, ids))).toEqual(keys);
});

test("a thousand events ask once, and never twice at once; what came meanwhile is asked for afterwards", async () => {
  const queries = new QueryClient();
  const answers: (() => void)[] = [];
  const ask = vi.fn(() => new Promise((resolve) => answers.push(() => resolve(1))));
  const stop = new QueryObserver(queries, { queryKey: ["call", "k", "itself"], queryFn: ask }).subscribe(
    () => {},
  );
  const refresher = new Refresher(queries);
  answers.shift()?.();
  await vi.advanceTimersByTimeAsync(0);
  expect(ask).toHaveBeenCalledTimes(1);

  for (let count = 0; count < 1000; count += 1) refresher.take(happened("call.live", { call_id: "k" }));
  await vi.advanceTimersByTimeAsync(5_000);
  expect(ask).toHaveBeenCalledTimes(2);
  refresher.take(happened("call.closed", { call_id: "k" }));
  await vi.advanceTimersByTimeAsync(5_000);
  expect(ask).toHaveBeenCalledTimes(2);
  answers.shift()?.();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(ask).toHaveBeenCalledTimes(3);
  stop();
});

test("what nobody looks at is not asked for", async () => {
  const queries = new QueryClient();
  queries.setQueryData(["call", "k", "itself"], 1);
  const refresher = new Refresher(queries);
  refresher.take(happened("call.live", { call_id: "k" }));
  await vi.advanceTimersByTimeAsync(5_000);
  expect(queries.isFetching()).toBe(0);
  expect(queries.getQueryState(["call", "k", "itself"])?.isInvalidated).toBe(true);
});
