import { queryOptions } from "@tanstack/react-query";
import { api, dataOf, type Schemas, seenOf } from "@/api/client";
import { pagesOf } from "@/api/pages";

export type Endpoint = Schemas["EndpointResponse"];
export type Delivery = Schemas["DeliveryResponse"];
export type LeadHook = Schemas["LeadHookResponse"];
export type PredialHook = Schemas["PredialHookResponse"];

export const endpointPages = pagesOf<Endpoint>(["webhooks"], (cursor) =>
  dataOf(api.GET("/api/webhook-endpoints", { params: { query: { cursor } } })),
);

/** With the tag of what was seen, for whoever changes it. */
export const endpointOf = (endpoint_id: string) =>
  queryOptions({
    queryKey: ["webhooks", endpoint_id, "itself"],
    queryFn: () =>
      seenOf(api.GET("/api/webhook-endpoints/{endpoint_id}", { params: { path: { endpoint_id } } })),
  });

export const deliveryPages = (endpoint_id: string) =>
  pagesOf<Delivery>(["webhooks", endpoint_id, "deliveries"], (cursor) =>
    dataOf(
      api.GET("/api/webhook-endpoints/{endpoint_id}/deliveries", {
        params: { path: { endpoint_id }, query: { cursor } },
      }),
    ),
  );

export const leadHookPages = pagesOf<LeadHook>(["lead-hooks"], (cursor) =>
  dataOf(api.GET("/api/lead-hooks", { params: { query: { cursor } } })),
);

export const hookMessagePages = (hook_id: string) =>
  pagesOf<Schemas["HookMessageResponse"]>(["lead-hooks", hook_id, "messages"], (cursor) =>
    dataOf(
      api.GET("/api/lead-hooks/{hook_id}/messages", { params: { path: { hook_id }, query: { cursor } } }),
    ),
  );

export const predialPages = pagesOf<PredialHook>(["predial-hooks"], (cursor) =>
  dataOf(api.GET("/api/predial-hooks", { params: { query: { cursor } } })),
);
