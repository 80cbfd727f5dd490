/** Every address of the dashboard. A screen is a chunk of its own, loaded when somebody goes there. */
import type { QueryClient } from "@tanstack/react-query";
import {
  createHashHistory,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from "@tanstack/react-router";
import { agentRoutes } from "@/app/agent_routes";
import { complianceRoutes } from "@/app/compliance_routes";
import { PageFailed } from "@/app/failures";
import { leadRoutes } from "@/app/lead_routes";
import { root, signedIn } from "@/app/roots";
import { scriptRoutes } from "@/app/script_routes";
import { settingsRoutes } from "@/app/settings_routes";
import { callSearch } from "@/calls/search";
import { builderSearch, campaignSearch } from "@/campaigns/search";
import { tokens } from "@/session/session";
import { signInSearch } from "@/sign_in/search";

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: signInSearch,
  beforeLoad: ({ search }) => {
    if (tokens.isSignedIn) throw redirect({ href: search.next ?? "/" });
  },
  component: lazyRouteComponent(() => import("@/sign_in/screen"), "SignInScreen"),
});

const wallboard = createRoute({
  getParentRoute: () => signedIn,
  path: "/",
  component: lazyRouteComponent(() => import("@/wallboard/screen"), "Wallboard"),
});

const campaigns = createRoute({
  getParentRoute: () => signedIn,
  path: "/campaigns",
  validateSearch: campaignSearch,
  component: lazyRouteComponent(() => import("@/campaigns/list_screen"), "CampaignList"),
});

const campaign = createRoute({
  getParentRoute: () => signedIn,
  path: "/campaigns/$campaignId",
  component: lazyRouteComponent(() => import("@/campaigns/campaign_screen"), "CampaignScreen"),
});

const builder = createRoute({
  getParentRoute: () => signedIn,
  path: "/campaigns/new",
  validateSearch: builderSearch,
  component: lazyRouteComponent(() => import("@/campaigns/builder_screen"), "BuilderScreen"),
});

const calls = createRoute({
  getParentRoute: () => signedIn,
  path: "/calls",
  validateSearch: callSearch,
  component: lazyRouteComponent(() => import("@/calls/list_screen"), "CallList"),
});

const call = createRoute({
  getParentRoute: () => signedIn,
  path: "/calls/$callId",
  component: lazyRouteComponent(() => import("@/calls/call_screen"), "CallScreen"),
});

const tree = root.addChildren([
  signIn,
  signedIn.addChildren([
    wallboard,
    campaigns,
    campaign,
    builder,
    calls,
    call,
    ...leadRoutes,
    ...scriptRoutes,
    ...agentRoutes,
    complianceRoutes,
    settingsRoutes,
  ]),
]);

/** Addresses stand behind the `#`: any static host serves them, and no server's log keeps what was searched for. */
export function routerFor(queries: QueryClient) {
  return createRouter({
    routeTree: tree,
    history: createHashHistory(),
    context: { queries },
    defaultErrorComponent: PageFailed,
    scrollRestoration: true,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof routerFor>;
  }
}
