import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { signedIn } from "@/app/roots";

const compliance = createRoute({
  getParentRoute: () => signedIn,
  path: "/compliance",
  component: lazyRouteComponent(() => import("@/compliance/frame"), "ComplianceFrame"),
});

const first = createRoute({
  getParentRoute: () => compliance,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/compliance/do-not-call", replace: true });
  },
});

const doNotCall = createRoute({
  getParentRoute: () => compliance,
  path: "/do-not-call",
  component: lazyRouteComponent(() => import("@/compliance/do_not_call_screen"), "DoNotCallScreen"),
});

const lists = createRoute({
  getParentRoute: () => compliance,
  path: "/lists",
  component: lazyRouteComponent(() => import("@/compliance/lists_screen"), "ListsScreen"),
});

const consents = createRoute({
  getParentRoute: () => compliance,
  path: "/consents",
  component: lazyRouteComponent(() => import("@/compliance/consents_screen"), "ConsentsScreen"),
});

const preferences = createRoute({
  getParentRoute: () => compliance,
  path: "/preferences",
  component: lazyRouteComponent(() => import("@/compliance/preferences_screen"), "PreferencesScreen"),
});

const requests = createRoute({
  getParentRoute: () => compliance,
  path: "/requests",
  component: lazyRouteComponent(() => import("@/compliance/requests_screen"), "RequestsScreen"),
});

const holds = createRoute({
  getParentRoute: () => compliance,
  path: "/holds",
  component: lazyRouteComponent(() => import("@/compliance/holds_screen"), "HoldsScreen"),
});

const rules = createRoute({
  getParentRoute: () => compliance,
  path: "/rules",
  component: lazyRouteComponent(() => import("@/compliance/rules_screen"), "RulesScreen"),
});

const rule = createRoute({
  getParentRoute: () => compliance,
  path: "/rules/$name",
  component: lazyRouteComponent(() => import("@/compliance/rule_screen"), "RuleScreen"),
});

const audit = createRoute({
  getParentRoute: () => compliance,
  path: "/audit",
  component: lazyRouteComponent(() => import("@/compliance/audit_screen"), "AuditScreen"),
});

export const complianceRoutes = compliance.addChildren([
  first,
  doNotCall,
  lists,
  consents,
  preferences,
  requests,
  holds,
  rules,
  rule,
  audit,
]);
