import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { agentFormSearch } from "@/agents/search";
import { signedIn } from "@/app/roots";

const agents = createRoute({
  getParentRoute: () => signedIn,
  path: "/agents",
  component: lazyRouteComponent(() => import("@/agents/list_screen"), "AgentList"),
});

const newAgent = createRoute({
  getParentRoute: () => signedIn,
  path: "/agents/new",
  validateSearch: agentFormSearch,
  component: lazyRouteComponent(() => import("@/agents/form_screen"), "AgentForm"),
});

const agent = createRoute({
  getParentRoute: () => signedIn,
  path: "/agents/$agentId",
  component: lazyRouteComponent(() => import("@/agents/agent_screen"), "AgentScreen"),
});

export const agentRoutes = [agents, newAgent, agent] as const;
