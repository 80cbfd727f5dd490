import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useMay } from "@/session/session";
import { Deliveries } from "@/settings/deliveries";
import { endpointState } from "@/settings/endpoint_state";
import { endpointOf } from "@/settings/hook_queries";
import { EndpointActs } from "@/settings/webhook_acts";
import { moment } from "@/shown/moments";
import { Answer } from "@/ui/answer";
import { Badge } from "@/ui/badge";
import { Page } from "@/ui/page";
import { Facts } from "@/ui/panel";
import { named } from "@/words/states";
import { ENDPOINT_STATES, WEBHOOKS } from "@/words/webhooks";

const route = getRouteApi("/in/settings/webhooks/$endpointId");

export function WebhookScreen() {
  const { endpointId } = route.useParams();
  const may = useMay("webhooks:write");
  const found = useQuery(endpointOf(endpointId));
  return (
    <Answer of={found}>
      {(seen) => {
        const endpoint = seen.data;
        return (
          <Page title={endpoint.url} below={endpoint.description}>
            <Facts
              facts={[
                [
                  WEBHOOKS.state,
                  <Badge key="state" named={named(ENDPOINT_STATES, endpointState(endpoint))} />,
                ],
                [WEBHOOKS.kinds, endpoint.kinds.join(", ") || WEBHOOKS.allKinds],
                [WEBHOOKS.since, moment(endpoint.created_at)],
              ]}
            />
            {endpoint.former_until !== null && Date.parse(endpoint.former_until) > found.dataUpdatedAt && (
              <p className="text-sm text-faint">{WEBHOOKS.former(moment(endpoint.former_until))}</p>
            )}
            {may && <EndpointActs seen={seen} />}
            <Deliveries endpointId={endpointId} />
          </Page>
        );
      }}
    </Answer>
  );
}
