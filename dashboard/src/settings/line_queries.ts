import { queryOptions } from "@tanstack/react-query";
import { api, dataOf, type Schemas } from "@/api/client";
import { pagesOf } from "@/api/pages";

export type Connection = Schemas["ConnectionResponse"];
export type Vendor = Schemas["VendorResponse"];
export type Trunk = Schemas["TrunkResponse"];
export type Caller = Schemas["CallerResponse"];
export type Limit = Schemas["LimitResponse"];

export const vendors = queryOptions({
  queryKey: ["vendors"],
  queryFn: () => dataOf(api.GET("/api/connections/vendors")),
  staleTime: Number.POSITIVE_INFINITY,
});

export const connectionPages = pagesOf<Connection>(["connections"], (cursor) =>
  dataOf(api.GET("/api/connections", { params: { query: { cursor } } })),
);

export const trunkPages = pagesOf<Trunk>(["trunks"], (cursor) =>
  dataOf(api.GET("/api/trunks", { params: { query: { cursor } } })),
);

export const callerPages = pagesOf<Caller>(["callers"], (cursor) =>
  dataOf(api.GET("/api/caller-identities", { params: { query: { cursor } } })),
);

export const limits = queryOptions({
  queryKey: ["limits"],
  queryFn: () => dataOf(api.GET("/api/provider-limits")),
});

export const failingVendors = queryOptions({
  queryKey: ["limits", "failing"],
  queryFn: () => dataOf(api.GET("/api/provider-limits/failing")),
});
