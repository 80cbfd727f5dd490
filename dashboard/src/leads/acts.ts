/** What may be done with an upload and with held leads. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, dataOf, type Schemas } from "@/api/client";
import { usePresses } from "@/api/presses";
import { importOf, leadOf } from "@/leads/queries";

/** Answer what an upload asks: that it is right, or how it is to be read. */
export function useAnswer(importId: string) {
  const queries = useQueryClient();
  const presses = usePresses();
  return useMutation({
    mutationFn: (body: Schemas["AnswerBody"]) =>
      dataOf(
        api.POST("/api/lead-imports/{import_id}/answer", {
          params: { path: { import_id: importId }, header: presses.headerFor(body) },
          body,
        }),
      ),
    onSettled: (_, error) => presses.settle(error),
    onSuccess: (report) => {
      queries.setQueryData(importOf(importId).queryKey, report);
      void queries.invalidateQueries({ queryKey: ["import", importId, "staged"] });
      return queries.invalidateQueries({ queryKey: ["imports"] });
    },
  });
}

/** Let the leads into the campaign. */
export function useCommit(importId: string, campaign: string) {
  const queries = useQueryClient();
  const presses = usePresses();
  return useMutation({
    mutationFn: () =>
      dataOf(
        api.POST("/api/lead-imports/{import_id}/commit", {
          params: { path: { import_id: importId }, header: presses.headerFor(importId) },
        }),
      ),
    onSettled: async (_, error) => {
      presses.settle(error);
      const old = [
        ["import", importId],
        ["imports"],
        ["leads", campaign],
        ["campaign", campaign],
        ["preflight"],
      ];
      await Promise.all(old.map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
  });
}

/** Forget the upload's leads. */
export function useDiscard(importId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      dataOf(api.DELETE("/api/lead-imports/{import_id}", { params: { path: { import_id: importId } } })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["import", importId] });
      await queries.invalidateQueries({ queryKey: ["imports"] });
    },
  });
}

/** Put one held lead right. */
export function useMend(leadId: string, campaign: string | null) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas["MendBody"]) =>
      dataOf(api.PATCH("/api/leads/{lead_id}", { params: { path: { lead_id: leadId } }, body })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: leadOf(leadId).queryKey });
      await queries.invalidateQueries({ queryKey: ["contactability", leadId] });
      if (campaign !== null) await queries.invalidateQueries({ queryKey: ["leads", campaign] });
    },
  });
}

/** Put all leads right that are held for the same reason. */
export function useMendAll(campaign: string) {
  const queries = useQueryClient();
  const presses = usePresses();
  return useMutation({
    mutationFn: (body: Schemas["MendAllBody"]) =>
      dataOf(
        api.POST("/api/campaigns/{campaign_id}/leads/mend", {
          params: { path: { campaign_id: campaign }, header: presses.headerFor(body) },
          body,
        }),
      ),
    onSettled: (_, error) => presses.settle(error),
    onSuccess: () => {
      return queries.invalidateQueries({ queryKey: ["leads", campaign] });
    },
  });
}

/** Add one lead, as a list of one row would. */
export function useAddLead(campaign: string) {
  const queries = useQueryClient();
  const presses = usePresses();
  return useMutation({
    mutationFn: (body: Schemas["LeadBody"]) =>
      dataOf(
        api.POST("/api/campaigns/{campaign_id}/leads", {
          params: { path: { campaign_id: campaign }, header: presses.headerFor(body) },
          body,
        }),
      ),
    onSettled: (_, error) => presses.settle(error),
    onSuccess: () => {
      return queries.invalidateQueries({ queryKey: ["leads", campaign] });
    },
  });
}
