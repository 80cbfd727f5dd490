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

export const settingsRoutes = settings.addChildren([first, profile, people, keys]);
