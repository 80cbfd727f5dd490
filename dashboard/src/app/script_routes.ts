import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { signedIn } from "@/app/roots";
import { scriptSearch } from "@/scripts/search";

const scripts = createRoute({
  getParentRoute: () => signedIn,
  path: "/scripts",
  component: lazyRouteComponent(() => import("@/scripts/list_screen"), "ScriptList"),
});

const newScript = createRoute({
  getParentRoute: () => signedIn,
  path: "/scripts/new",
  component: lazyRouteComponent(() => import("@/scripts/editor_screen"), "NewScript"),
});

const script = createRoute({
  getParentRoute: () => signedIn,
  path: "/scripts/$scriptId",
  validateSearch: scriptSearch,
  component: lazyRouteComponent(() => import("@/scripts/script_screen"), "ScriptScreen"),
});

const newVersion = createRoute({
  getParentRoute: () => signedIn,
  path: "/scripts/$scriptId/edit",
  component: lazyRouteComponent(() => import("@/scripts/editor_screen"), "NewVersion"),
});

export const scriptRoutes = [scripts, newScript, script, newVersion] as const;
