import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { signedIn } from "@/app/roots";
import { importSearch, leadSearch } from "@/leads/search";

const leads = createRoute({
  getParentRoute: () => signedIn,
  path: "/leads",
  validateSearch: leadSearch,
  component: lazyRouteComponent(() => import("@/leads/list_screen"), "LeadList"),
});

const leadImport = createRoute({
  getParentRoute: () => signedIn,
  path: "/leads/import",
  validateSearch: importSearch,
  component: lazyRouteComponent(() => import("@/leads/import_screen"), "ImportScreen"),
});

const lead = createRoute({
  getParentRoute: () => signedIn,
  path: "/leads/$leadId",
  component: lazyRouteComponent(() => import("@/leads/lead_screen"), "LeadScreen"),
});

export const leadRoutes = [leads, leadImport, lead] as const;
