import { queryOptions } from "@tanstack/react-query";
import { api, dataOf, type Schemas } from "@/api/client";

export type Board = Schemas["WallboardResponse"];
export type Target = Schemas["Target"];

/** Live events say when it changed; what only time changes, such as the last minute, is asked for again all the same. */
const EVERY_MS = 10_000;

export const board = queryOptions({
  queryKey: ["wallboard"],
  queryFn: () => dataOf(api.GET("/api/wallboard")),
  refetchInterval: EVERY_MS,
});

/** Pause them one after another; the names of those that could not be. */
export async function pauseAll(campaigns: Board["campaigns"]): Promise<string[]> {
  const failed: string[] = [];
  for (const { id, name } of campaigns) {
    await api
      .POST("/api/campaigns/{campaign_id}/pause", { params: { path: { campaign_id: id } } })
      .catch((error: Error) => failed.push(`${name} (${error.message})`));
  }
  return failed;
}
