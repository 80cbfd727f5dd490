import { queryOptions } from "@tanstack/react-query";
import { api, dataOf, type Schemas } from "@/api/client";
import { pagesOf } from "@/api/pages";
import type { CallSearch } from "@/calls/search";

export type Call = Schemas["CallResponse"];
export type CallDetail = Schemas["CallDetail"];
export type Conversation = Schemas["ConversationResponse"];
export type Attempt = Schemas["AttemptResponse"];

export const callPages = ({ campaign, review, ...filters }: CallSearch) =>
  pagesOf<Call>(["calls", { campaign, review, ...filters }], (cursor) => {
    const query = {
      ...filters,
      result: filters.result as Schemas["TechnicalResult"] | undefined,
      ...(review && { needs_review: true }),
      cursor,
    };
    return campaign === undefined
      ? dataOf(api.GET("/api/calls", { params: { query } }))
      : dataOf(
          api.GET("/api/campaigns/{campaign_id}/calls", {
            params: { path: { campaign_id: campaign }, query },
          }),
        );
  });

const named = (call_id: string) => ({ params: { path: { call_id } } });

export const callOf = (id: string) =>
  queryOptions({
    queryKey: ["call", id, "itself"],
    queryFn: () => dataOf(api.GET("/api/calls/{call_id}", named(id))),
  });

export const attemptsOf = (id: string) =>
  queryOptions({
    queryKey: ["call", id, "attempts"],
    queryFn: () => dataOf(api.GET("/api/calls/{call_id}/attempts", named(id))),
  });

/** Reading it leaves a line in the audit log: asked for once a conversation has ended, not with every event. */
export const transcriptOf = (id: string, conversations: number) =>
  queryOptions({
    queryKey: ["transcript", id, conversations],
    queryFn: () => dataOf(api.GET("/api/calls/{call_id}/transcript", named(id))),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const decisionsOf = (id: string) =>
  queryOptions({
    queryKey: ["call", id, "decisions"],
    queryFn: () => dataOf(api.GET("/api/calls/{call_id}/decisions", named(id))),
  });

export const eventPages = (id: string) =>
  pagesOf<Schemas["EventResponse"]>(["call", id, "events"], (cursor) =>
    dataOf(api.GET("/api/calls/{call_id}/events", { params: { path: { call_id: id }, query: { cursor } } })),
  );

export function recordingOf(id: string, attempt: number): Promise<Schemas["RecordingResponse"]> {
  return dataOf(
    api.GET("/api/calls/{call_id}/attempts/{number}/recording", {
      params: { path: { call_id: id, number: attempt } },
    }),
  );
}
