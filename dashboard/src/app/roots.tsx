/** What stands above every address: the one for anybody, and the one for whoever is signed in. */
import type { QueryClient } from "@tanstack/react-query";
import { createRootRouteWithContext, createRoute, redirect } from "@tanstack/react-router";
import { PageMissing } from "@/app/failures";
import { Shell } from "@/app/shell";
import { tokens } from "@/session/session";

export const root = createRootRouteWithContext<{ queries: QueryClient }>()({
  notFoundComponent: PageMissing,
});

export const signedIn = createRoute({
  getParentRoute: () => root,
  id: "in",
  beforeLoad: ({ location }) => {
    if (!tokens.isSignedIn) throw redirect({ to: "/sign-in", search: { next: location.href } });
  },
  component: Shell,
});
