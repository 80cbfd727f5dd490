import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { liveCallsOf } from "@/campaigns/queries";
import { Answer } from "@/ui/answer";
import { Panel } from "@/ui/panel";
import { CAMPAIGN } from "@/words/campaigns";

/** Who is on the line at this moment. */
export function LiveCalls({ id }: { id: string }) {
  const found = useQuery(liveCallsOf(id));
  return (
    <Panel title={CAMPAIGN.live}>
      <Answer of={found}>
        {({ data }) =>
          data.length === 0 ? (
            <p className="text-sm text-faint">{CAMPAIGN.liveNone}</p>
          ) : (
            <ul className="grid gap-1 text-sm sm:grid-cols-2">
              {data.map((call) => (
                <li key={call.id}>
                  <Link
                    to="/calls/$callId"
                    params={{ callId: call.id }}
                    className="text-accent hover:underline"
                  >
                    {call.name || call.number}
                  </Link>{" "}
                  <span className="text-faint">{call.number}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </Panel>
  );
}
