/** What forms let one choose from: the newest of each kind. */
import { queryOptions } from "@tanstack/react-query";
import { api, dataOf } from "@/api/client";

const newest = { params: { query: { limit: 200 } } };

export const campaignChoices = queryOptions({
  queryKey: ["campaigns", "choices"],
  queryFn: async () => (await dataOf(api.GET("/api/campaigns", newest))).data,
});

export const scriptChoices = queryOptions({
  queryKey: ["scripts", "choices"],
  queryFn: async () => (await dataOf(api.GET("/api/scripts", newest))).data,
});

export const agentChoices = queryOptions({
  queryKey: ["agents", "choices"],
  queryFn: async () => (await dataOf(api.GET("/api/agents", newest))).data,
});

export const trunkChoices = queryOptions({
  queryKey: ["trunks", "choices"],
  queryFn: async () => (await dataOf(api.GET("/api/trunks", newest))).data,
});

export const callerChoices = queryOptions({
  queryKey: ["callers", "choices"],
  queryFn: async () => (await dataOf(api.GET("/api/caller-identities", newest))).data,
});

export const listChoices = queryOptions({
  queryKey: ["dnc-lists", "choices"],
  queryFn: async () => (await dataOf(api.GET("/api/dnc/lists", newest))).data,
});

/** Every version of a script: which one a campaign speaks is told by the version's id alone. */
export const versionChoices = (scriptId: string) =>
  queryOptions({
    queryKey: ["script", scriptId, "choices"],
    queryFn: async () =>
      (
        await dataOf(
          api.GET("/api/scripts/{script_id}/versions", {
            params: { path: { script_id: scriptId }, query: { limit: 200 } },
          }),
        )
      ).data,
    enabled: scriptId !== "",
  });

/** The version with this id. The API finds versions by their script: the newest ones are looked at first, then the older ones of each. */
export const versionOf = (versionId: string) =>
  queryOptions({
    queryKey: ["version", versionId],
    queryFn: async () => {
      const newestOnes = (await dataOf(api.GET("/api/scripts", newest))).data;
      const found = newestOnes.find((version) => version.id === versionId);
      if (found !== undefined) return found;
      for (const script of newestOnes.filter((version) => version.number > 1)) {
        const older = await dataOf(
          api.GET("/api/scripts/{script_id}/versions", {
            params: { path: { script_id: script.script_id }, query: { limit: 200 } },
          }),
        );
        const one = older.data.find((version) => version.id === versionId);
        if (one !== undefined) return one;
      }
      return null;
    },
    staleTime: Number.POSITIVE_INFINITY,
    enabled: versionId !== "",
  });
