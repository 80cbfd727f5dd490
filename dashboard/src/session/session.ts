/** Who is signed in, and what they may do. */
import { queryOptions, useQuery } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { api, carryTokensOf, dataOf, type Schemas } from "@/api/client";
import { Tokens } from "@/session/tokens";

export type Me = Schemas["MeResponse"];
export type Permission = Schemas["Permission"];

export const tokens = new Tokens((refresh_token) =>
  dataOf(api.POST("/api/auth/refresh", { body: { refresh_token } })),
);
carryTokensOf(tokens);

export const me = queryOptions({
  queryKey: ["me"],
  queryFn: () => dataOf(api.GET("/api/me")),
  staleTime: 60_000,
});

/** Whether somebody is signed in; changes with any tab. */
export function useSignedIn(): boolean {
  return useSyncExternalStore(
    (listener) => tokens.onChange(listener),
    () => tokens.isSignedIn,
  );
}

/** Whether whoever is signed in may do this; false until it is known. */
export function useMay(permission: Permission): boolean {
  const { data } = useQuery(me);
  return data?.permissions.includes(permission) ?? false;
}

/** As useMay, for many at once. */
export function useMayAny(): (permission: Permission) => boolean {
  const { data } = useQuery(me);
  return (permission) => data?.permissions.includes(permission) ?? false;
}

/** End the session everywhere it is used; without an answer of the API it ends here all the same. */
export async function signOut(): Promise<void> {
  try {
    await api.POST("/api/auth/logout");
  } finally {
    tokens.signOut();
  }
}
