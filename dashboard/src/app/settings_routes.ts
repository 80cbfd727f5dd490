import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { signedIn } from "@/app/roots";

const settings = createRoute({
  getParentRoute: () => signedIn,
  path: "/settings",
  component: lazyRouteComponent(() => import("@/settings/frame"), "SettingsFrame"),
});

const first = createRoute({
  getParentRoute: () => settings,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/settings/profile", replace: true });
  },
});

const profile = createRoute({
  getParentRoute: () => settings,
  path: "/profile",
  component: lazyRouteComponent(() => import("@/settings/profile_screen"), "ProfileScreen"),
});

const people = createRoute({
  getParentRoute: () => settings,
  path: "/people",
  component: lazyRouteComponent(() => import("@/settings/people_screen"), "PeopleScreen"),
});

const keys = createRoute({
  getParentRoute: () => settings,
  path: "/keys",
  component: lazyRouteComponent(() => import("@/settings/keys_screen"), "KeysScreen"),
});

const webhooks = createRoute({
  getParentRoute: () => settings,
  path: "/webhooks",
  component: lazyRouteComponent(() => import("@/settings/webhooks_screen"), "WebhooksScreen"),
});

const webhook = createRoute({
  getParentRoute: () => settings,
  path: "/webhooks/$endpointId",
  component: lazyRouteComponent(() => import("@/settings/webhook_screen"), "WebhookScreen"),
});

const connections = createRoute({
  getParentRoute: () => settings,
  path: "/connections",
  component: lazyRouteComponent(() => import("@/settings/connections_screen"), "ConnectionsScreen"),
});

const limits = createRoute({
  getParentRoute: () => settings,
  path: "/limits",
  component: lazyRouteComponent(() => import("@/settings/limits_screen"), "LimitsScreen"),
});

const leadHooks = createRoute({
  getParentRoute: () => settings,
  path: "/lead-hooks",
  component: lazyRouteComponent(() => import("@/settings/lead_hooks_screen"), "LeadHooksScreen"),
});

const predial = createRoute({
  getParentRoute: () => settings,
  path: "/predial-hooks",
  component: lazyRouteComponent(() => import("@/settings/predial_screen"), "PredialScreen"),
});

const retention = createRoute({
  getParentRoute: () => settings,
  path: "/retention",
  component: lazyRouteComponent(() => import("@/settings/retention_screen"), "RetentionScreen"),
});

const identity = createRoute({
  getParentRoute: () => settings,
  path: "/company-sign-in",
  component: lazyRouteComponent(() => import("@/settings/identity_screen"), "IdentityScreen"),
});

const account = createRoute({
  getParentRoute: () => settings,
  path: "/account",
  component: lazyRouteComponent(() => import("@/settings/account_screen"), "AccountScreen"),
});

export const settingsRoutes = settings.addChildren([
  first,
  profile,
  people,
  keys,
  webhooks,
  webhook,
  connections,
  limits,
  leadHooks,
  predial,
  retention,
  identity,
  account,
]);
