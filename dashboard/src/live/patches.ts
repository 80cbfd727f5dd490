/** Which of what is shown a live event makes old. Screens ask by keys that begin with a noun and an id; here is what each means. */
import type { QueryClient, QueryKey } from "@tanstack/react-query";
import type { LiveEvent } from "@/live/feed";

/** Keys of all that this event may have changed. */
export function touchedBy(event: LiveEvent): QueryKey[] {
  const keys: QueryKey[] = [["wallboard"]];
  if (event.call_id !== null) keys.push(["calls"], ["call", event.call_id]);
  if (event.campaign_id !== null) keys.push(["campaign", event.campaign_id]);
  if (event.kind.startsWith("lead")) keys.push(...touchedLeads(event));
  if (event.kind.startsWith("campaign.")) keys.push(["campaigns"]);
  return keys;
}

/** An event of one lead names it; one of many names none. */
function touchedLeads(event: LiveEvent): QueryKey[] {
  const { lead_id: lead, import_id: list } = event.detail;
  return [
    ["leads", event.campaign_id],
    ["imports"],
    ...(typeof lead === "string" ? [["lead", lead]] : []),
    ...(typeof list === "string" ? [["import", list]] : []),
  ];
}

/** Asks again for what is shown and was touched: at most once in a while, and never before the last answers are there. */
export class Refresher {
  private readonly touched = new Map<string, QueryKey>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isAsking = false;

  constructor(
    private readonly queries: QueryClient,
    private readonly everyMs = 600,
  ) {}

  take(event: LiveEvent): void {
    for (const key of touchedBy(event)) this.touched.set(JSON.stringify(key), key);
    this.plan();
  }

  all(): void {
    void this.queries.invalidateQueries();
  }

  close(): void {
    clearTimeout(this.timer);
    this.touched.clear();
  }

  private plan(): void {
    if (this.timer !== undefined || this.isAsking || this.touched.size === 0) return;
    this.timer = setTimeout(() => void this.flush(), this.everyMs);
  }

  private async flush(): Promise<void> {
    this.timer = undefined;
    const keys = [...this.touched.values()];
    this.touched.clear();
    this.isAsking = true;
    await Promise.all(keys.map((queryKey) => this.queries.invalidateQueries({ queryKey })));
    this.isAsking = false;
    this.plan();
  }
}
