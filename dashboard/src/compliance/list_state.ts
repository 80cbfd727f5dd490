import type { CallList } from "@/compliance/queries";
import type { LIST_STATES } from "@/words/compliance";

/** Whether a list can be relied on. Numbers that are being read bind nobody yet; those before them do, if there are any. */
export function listState(list: Pick<CallList, "as_of" | "is_stale" | "versions">): keyof typeof LIST_STATES {
  if (list.versions[0]?.state === "reading") return "reading";
  if (list.as_of === null) return "empty";
  return list.is_stale ? "old" : "fresh";
}

/** How many numbers bind; null before there are any. */
export function numbersInForce(list: Pick<CallList, "versions">): number | null {
  return list.versions.find(({ state }) => state === "in_force")?.numbers ?? null;
}
