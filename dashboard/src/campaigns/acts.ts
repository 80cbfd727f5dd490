import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { api, dataOf, randomKey } from "@/api/client";
import { type Campaign, campaignOf } from "@/campaigns/queries";

export type Act = "start" | "pause" | "resume" | "cancel";

const named = (campaign_id: string) => ({ path: { campaign_id } });

/** Set the campaign in motion or stop it. A press that is repeated after a lost answer is the same press. */
export function useAct(id: string) {
  const queries = useQueryClient();
  const key = useRef(randomKey());
  return useMutation({
    mutationFn: (act: Act) => asked(id, act, key.current),
    onSuccess: (campaign) => {
      key.current = randomKey();
      queries.setQueryData(campaignOf(id).queryKey, campaign);
      return queries.invalidateQueries({ queryKey: ["campaigns"] });
    },
  });
}

function asked(id: string, act: Act, key: string): Promise<Campaign> {
  const once = { params: { path: named(id).path, header: { "Idempotency-Key": key } } };
  if (act === "start") return dataOf(api.POST("/api/campaigns/{campaign_id}/start", once));
  if (act === "pause") return dataOf(api.POST("/api/campaigns/{campaign_id}/pause", { params: named(id) }));
  if (act === "resume") return dataOf(api.POST("/api/campaigns/{campaign_id}/resume", { params: named(id) }));
  return dataOf(api.POST("/api/campaigns/{campaign_id}/cancel", { params: named(id) }));
}

/** How many calls may be due at once; binds at once. */
export function usePace(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (window: number) =>
      dataOf(api.PUT("/api/campaigns/{campaign_id}/pace", { params: named(id), body: { window } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["campaign", id] }),
  });
}
