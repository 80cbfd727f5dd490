import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useAct } from "@/api/acts";
import { api, dataOf } from "@/api/client";
import type { Once } from "@/api/presses";
import { type Campaign, campaignOf } from "@/campaigns/queries";

export type Act = "start" | "pause" | "resume" | "cancel";

const named = (campaign_id: string) => ({ path: { campaign_id } });

/** Set the campaign in motion or stop it. A press that is repeated after a lost answer is the same press. */
export function useCampaignAct(id: string) {
  const queries = useQueryClient();
  return useAct((act: Act, once) => asked(id, act, once), {
    touches: [["campaigns"]],
    onDone: (campaign) => queries.setQueryData(campaignOf(id).queryKey, campaign),
  });
}

function asked(id: string, act: Act, once: Once): Promise<Campaign> {
  if (act === "start")
    return dataOf(api.POST("/api/campaigns/{campaign_id}/start", { params: { ...named(id), header: once } }));
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
