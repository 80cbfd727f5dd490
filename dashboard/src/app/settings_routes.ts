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

export const settingsRoutes = settings.addChildren([
  first,
  profile,
  people,
  keys,
  webhooks,
  webhook,
  connections,
  limits,
]);
