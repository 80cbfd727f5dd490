import { queryOptions } from "@tanstack/react-query";
import { api, dataOf, type Schemas } from "@/api/client";
import { pagesOf } from "@/api/pages";
import type { CampaignSearch } from "@/campaigns/search";

export type Campaign = Schemas["CampaignResponse"];
export type Numbers = Schemas["NumbersResponse"];
export type Preflight = Schemas["PreflightResponse"];
export type Call = Schemas["CallResponse"];

export const campaignPages = (search: CampaignSearch) =>
  pagesOf<Campaign>(["campaigns", search], (cursor) =>
    dataOf(api.GET("/api/campaigns", { params: { query: { ...search, cursor } } })),
  );

const named = (campaign_id: string) => ({ params: { path: { campaign_id } } });

export const campaignOf = (id: string) =>
  queryOptions({
    queryKey: ["campaign", id, "itself"],
    queryFn: () => dataOf(api.GET("/api/campaigns/{campaign_id}", named(id))),
  });

export const numbersOf = (id: string) =>
  queryOptions({
    queryKey: ["campaign", id, "numbers"],
    queryFn: () => dataOf(api.GET("/api/campaigns/{campaign_id}/metrics", named(id))),
  });

/** Decided anew for every lead: asked for when somebody looks, not with each event. */
export const preflightOf = (id: string) =>
  queryOptions({
    queryKey: ["preflight", id],
    queryFn: () => dataOf(api.GET("/api/campaigns/{campaign_id}/preflight", named(id))),
  });

export const abandonmentOf = (id: string) =>
  queryOptions({
    queryKey: ["campaign", id, "abandonment"],
    queryFn: () => dataOf(api.GET("/api/campaigns/{campaign_id}/abandonment", named(id))),
  });

export const liveCallsOf = (id: string) =>
  queryOptions({
    queryKey: ["campaign", id, "live"],
    queryFn: () =>
      dataOf(
        api.GET("/api/campaigns/{campaign_id}/calls", {
          params: { path: { campaign_id: id }, query: { state: "live", limit: 50 } },
        }),
      ),
  });
