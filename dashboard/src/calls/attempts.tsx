import { useMutation, useQuery } from "@tanstack/react-query";
import { type Attempt, attemptsOf, recordingOf } from "@/calls/queries";
import { useMay } from "@/session/session";
import { moment, span } from "@/shown/moments";
import { Answer } from "@/ui/answer";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { Panel } from "@/ui/panel";
import { CALL } from "@/words/calls";
import { named, RESULTS, sentence } from "@/words/states";

/** Each dial of the call, with its recording where there is one. */
export function Attempts({ id, state }: { id: string; state: string }) {
  const found = useQuery(attemptsOf(id));
  const mayListen = useMay("recordings:read");
  return (
    <Panel title={CALL.dials}>
      <Answer of={found}>
        {(attempts) => (
          <ol className="grid gap-3 text-sm">
            {attempts.map((attempt) => (
              <li key={attempt.id} className="grid gap-1">
                <span className="flex flex-wrap items-center gap-x-3">
                  <b>{CALL.attempt(attempt.number)}</b>
                  <Result attempt={attempt} />
                  <span className="text-faint">{span(attempt.duration_seconds)}</span>
                </span>
                <span className="text-faint">{moment(attempt.placing_at)}</span>
                {mayListen && state !== "live" && attempt.answered_at !== null && (
                  <Recording id={id} attempt={attempt.number} />
                )}
              </li>
            ))}
          </ol>
        )}
      </Answer>
    </Panel>
  );
}

function Result({ attempt }: { attempt: Attempt }) {
  if (attempt.result === null) return <span>{sentence(attempt.state)}</span>;
  return <Badge named={named(RESULTS, attempt.result)} />;
}

/** Fetched when somebody wants to hear it: listening leaves a line in the audit log. */
function Recording({ id, attempt }: { id: string; attempt: number }) {
  const recording = useMutation({ mutationFn: () => recordingOf(id, attempt) });
  if (recording.data !== undefined)
    return (
      // biome-ignore lint/a11y/useMediaCaption: what was said stands beside it
      <audio controls autoPlay src={recording.data.url} className="w-full" aria-label={CALL.recording} />
    );
  return (
    <span className="flex flex-wrap items-center gap-2">
      <Button onClick={() => recording.mutate()} disabled={recording.isPending}>
        {CALL.recordingGet}
      </Button>
      {recording.error !== null && <span className="text-faint">{recording.error.message}</span>}
    </span>
  );
}
