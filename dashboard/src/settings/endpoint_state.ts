import type { Endpoint } from "@/settings/hook_queries";
import type { ENDPOINT_STATES } from "@/words/webhooks";

/** Whether a program is told, and if not, why. */
export function endpointState(endpoint: Endpoint): keyof typeof ENDPOINT_STATES {
  if (endpoint.disabled_at !== null) return endpoint.disabled_why ?? "asked";
  return endpoint.failing_since === null ? "told" : "struggling";
}
