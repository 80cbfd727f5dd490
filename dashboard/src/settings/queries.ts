import { api, dataOf, type Schemas } from "@/api/client";
import { pagesOf } from "@/api/pages";

export type Person = Schemas["UserResponse"];
export type Key = Schemas["KeyResponse"];
export type Session = Schemas["SessionResponse"];
export type Role = Schemas["Role"];

export const sessionPages = pagesOf<Session>(["sessions"], (cursor) =>
  dataOf(api.GET("/api/sessions", { params: { query: { cursor } } })),
);

export const peoplePages = pagesOf<Person>(["people"], (cursor) =>
  dataOf(api.GET("/api/users", { params: { query: { cursor } } })),
);

export const keyPages = pagesOf<Key>(["keys"], (cursor) =>
  dataOf(api.GET("/api/api-keys", { params: { query: { cursor } } })),
);
