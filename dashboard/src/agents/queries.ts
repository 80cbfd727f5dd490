import { queryOptions } from "@tanstack/react-query";
import { api, dataOf, type Schemas } from "@/api/client";
import { pagesOf } from "@/api/pages";

export type Agent = Schemas["AgentResponse"];
export type KnownDocument = Schemas["DocumentResponse"];

export const agentPages = pagesOf<Agent>(["agents", "pages"], (cursor) =>
  dataOf(api.GET("/api/agents", { params: { query: { cursor } } })),
);

const named = (agent_id: string) => ({ params: { path: { agent_id } } });

export const agentOf = (id: string) =>
  queryOptions({
    queryKey: ["agent", id, "itself"],
    queryFn: () => dataOf(api.GET("/api/agents/{agent_id}", named(id))),
  });

export const documentsOf = (id: string) =>
  queryOptions({
    queryKey: ["agent", id, "documents"],
    queryFn: () => dataOf(api.GET("/api/agents/{agent_id}/documents", named(id))),
  });
