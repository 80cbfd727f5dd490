import { useInfiniteQuery } from "@tanstack/react-query";
import { eventPages } from "@/calls/queries";
import { clock } from "@/shown/moments";
import { Answer } from "@/ui/answer";
import { More } from "@/ui/more";
import { Panel } from "@/ui/panel";
import { CALL } from "@/words/calls";
import { sentence } from "@/words/states";

/** The call's story, newest first. */
export function Events({ id }: { id: string }) {
  const found = useInfiniteQuery(eventPages(id));
  return (
    <Panel title={CALL.events}>
      <Answer of={found}>
        {(events) => (
          <ol className="grid gap-1 text-sm">
            {events.map((event) => (
              <li key={event.id} className="flex gap-3">
                <time dateTime={event.occurred_at} className="text-faint">
                  {clock(event.occurred_at)}
                </time>
                {sentence(event.kind)}
              </li>
            ))}
          </ol>
        )}
      </Answer>
      <div className="mt-2 grid">
        <More of={found} />
      </div>
    </Panel>
  );
}
