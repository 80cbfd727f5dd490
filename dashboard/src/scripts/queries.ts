import { queryOptions } from "@tanstack/react-query";
import { api, dataOf, type Schemas } from "@/api/client";
import { pagesOf } from "@/api/pages";

export type Version = Schemas["VersionResponse"];

export const scriptPages = pagesOf<Version>(["scripts", "pages"], (cursor) =>
  dataOf(api.GET("/api/scripts", { params: { query: { cursor } } })),
);

export const scriptOf = (id: string) =>
  queryOptions({
    queryKey: ["script", id, "itself"],
    queryFn: () => dataOf(api.GET("/api/scripts/{script_id}", { params: { path: { script_id: id } } })),
  });
