import { queryOptions } from "@tanstack/react-query";
import { api, dataOf, type Schemas, seenOf } from "@/api/client";
import { pagesOf } from "@/api/pages";
import { ProblemError } from "@/api/problems";

export type Retention = Schemas["RetentionResponse"];
export type RetentionPlan = Schemas["RetentionPlanResponse"];
export type RetentionRun = Schemas["RetentionRunResponse"];
export type IdentityProvider = Schemas["ProviderResponse"];

/** With the tag of what was seen, for whoever changes it; so are the others. */
export const retention = queryOptions({
  queryKey: ["retention", "itself"],
  queryFn: () => seenOf(api.GET("/api/retention")),
});

export const retentionRunPages = pagesOf<RetentionRun>(["retention", "runs"], (cursor) =>
  dataOf(api.GET("/api/retention/runs", { params: { query: { cursor } } })),
);

export const account = queryOptions({
  queryKey: ["account"],
  queryFn: () => seenOf(api.GET("/api/account")),
});

const NONE = 404;

/** Null for an account that has none. */
export const identityProvider = queryOptions({
  queryKey: ["identity-provider"],
  queryFn: async (): Promise<IdentityProvider | null> => {
    try {
      return await dataOf(api.GET("/api/identity-provider"));
    } catch (error) {
      if (error instanceof ProblemError && error.status === NONE) return null;
      throw error;
    }
  },
});
