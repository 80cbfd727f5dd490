import { queryOptions } from "@tanstack/react-query";
import { api, dataOf, type Schemas } from "@/api/client";
import { pagesOf } from "@/api/pages";
import type { LeadSearch } from "@/leads/search";

export type Lead = Schemas["LeadResponse"];
export type LeadDetail = Schemas["LeadWithPreferences"];
export type Report = Schemas["ImportReport"];
export type Import = Schemas["ImportResponse"];
export type Contactability = Schemas["ContactabilityResponse"];

export const leadPages = (campaign: string, { state, review }: LeadSearch) =>
  pagesOf<Lead>(["leads", campaign, { state, review }], (cursor) =>
    dataOf(
      api.GET("/api/campaigns/{campaign_id}/leads", {
        params: { path: { campaign_id: campaign }, query: { state, review, cursor } },
      }),
    ),
  );

/** A few of the leads that an upload would add. */
export const stagedOf = (campaign: string, importId: string) =>
  queryOptions({
    queryKey: ["import", importId, "staged"],
    queryFn: async () => {
      const found = await dataOf(
        api.GET("/api/campaigns/{campaign_id}/leads", {
          params: { path: { campaign_id: campaign }, query: { state: "staged", limit: 20 } },
        }),
      );
      return found.data.filter((lead) => lead.import_id === importId).slice(0, 3);
    },
  });

export const leadOf = (id: string) =>
  queryOptions({
    queryKey: ["lead", id, "itself"],
    queryFn: () => dataOf(api.GET("/api/leads/{lead_id}", { params: { path: { lead_id: id } } })),
  });

/** Decided anew each time: asked for when somebody looks. */
export const contactabilityOf = (id: string, channel: Schemas["Channel"]) =>
  queryOptions({
    queryKey: ["contactability", id, channel],
    queryFn: () =>
      dataOf(
        api.GET("/api/leads/{lead_id}/contactability", {
          params: { path: { lead_id: id }, query: { channel } },
        }),
      ),
    staleTime: 0,
  });

export const consentsOf = (number: string) =>
  queryOptions({
    queryKey: ["consents", number],
    queryFn: () => dataOf(api.GET("/api/consents", { params: { query: { number } } })),
  });

export const importPages = (campaign: string | undefined) =>
  pagesOf<Import>(["imports", { campaign }], (cursor) =>
    dataOf(api.GET("/api/lead-imports", { params: { query: { campaign_id: campaign, cursor } } })),
  );

export const importOf = (id: string) =>
  queryOptions({
    queryKey: ["import", id, "report"],
    queryFn: () => dataOf(api.GET("/api/lead-imports/{import_id}", { params: { path: { import_id: id } } })),
  });

export const campaignOf = (id: string) =>
  queryOptions({
    queryKey: ["campaign", id, "itself"],
    queryFn: () => dataOf(api.GET("/api/campaigns/{campaign_id}", { params: { path: { campaign_id: id } } })),
  });

/** The campaign's last upload, or null. */
export const newestImportOf = (campaign: string) =>
  queryOptions({
    queryKey: ["imports", { campaign, newest: true }],
    queryFn: async () =>
      (await dataOf(api.GET("/api/lead-imports", { params: { query: { campaign_id: campaign, limit: 1 } } })))
        .data[0] ?? null,
  });
