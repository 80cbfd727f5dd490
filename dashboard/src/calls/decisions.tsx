import { useQuery } from "@tanstack/react-query";
import { decisionsOf } from "@/calls/queries";
import { moment } from "@/shown/moments";
import { Answer } from "@/ui/answer";
import { Panel } from "@/ui/panel";
import { CALL } from "@/words/calls";
import { sentence } from "@/words/states";

/** Why the person was, or was not, contacted. */
export function Decisions({ id }: { id: string }) {
  const found = useQuery(decisionsOf(id));
  return (
    <Panel title={CALL.decisions}>
      <Answer of={found}>
        {(decisions) =>
          decisions.length === 0 ? (
            <p className="text-sm text-faint">{CALL.decisionsNone}</p>
          ) : (
            <ol className="grid gap-2 text-sm">
              {decisions.map((decision) => (
                <li key={decision.id}>
                  <b>{CALL.verdicts[decision.verdict] ?? sentence(decision.verdict)}</b>
                  {decision.until !== null && ` · ${moment(decision.until)}`}
                  <span className="block text-faint">
                    {moment(decision.decided_at)} · {decision.rule_set}
                  </span>
                </li>
              ))}
            </ol>
          )
        }
      </Answer>
    </Panel>
  );
}
