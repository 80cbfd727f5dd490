import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useAct } from "@/api/acts";
import { api, dataOf } from "@/api/client";
import { Attempts } from "@/calls/attempts";
import { Decisions } from "@/calls/decisions";
import { Events } from "@/calls/events";
import { type CallDetail, callOf } from "@/calls/queries";
import { Said } from "@/calls/said";
import { useMay } from "@/session/session";
import { moment, span } from "@/shown/moments";
import { Answer } from "@/ui/answer";
import { Badge } from "@/ui/badge";
import { Page } from "@/ui/page";
import { Facts, Panel } from "@/ui/panel";
import { SureButton } from "@/ui/sure_button";
import { CALL, CALLS } from "@/words/calls";
import { CALL_STATES, named, OUTCOMES, RESULTS, sentence } from "@/words/states";

const route = getRouteApi("/in/calls/$callId");

export function CallScreen() {
  const { callId } = route.useParams();
  const found = useQuery(callOf(callId));
  return (
    <Answer of={found}>
      {(call) => (
        <Page
          title={call.name || call.number}
          below={
            <span className="flex flex-wrap gap-x-4 gap-y-1">
              <span>{call.number}</span>
              <Badge named={named(CALL_STATES, call.needs_review ? "needs_review" : call.state)} />
              {call.outcome !== null && <Badge named={named(OUTCOMES, call.outcome)} />}
            </span>
          }
          acts={<CancelCall call={call} />}
        >
          <div className="grid gap-4 lg:grid-cols-[2fr_3fr]">
            <div className="grid content-start gap-4">
              <About call={call} />
              <Attempts id={call.id} state={call.state} />
              <Decisions id={call.id} />
              <Events id={call.id} />
            </div>
            <div className="grid content-start gap-4">
              <CameTo call={call} />
              <Said call={call} />
            </div>
          </div>
        </Page>
      )}
    </Answer>
  );
}

function About({ call }: { call: CallDetail }) {
  const ms = call.disclosed_at_ms;
  return (
    <Panel title={CALL.facts}>
      <Facts
        facts={[
          [CALLS.state, named(CALL_STATES, call.state).word],
          [CALL.why, call.why === "" ? "–" : sentence(call.why)],
          [CALLS.result, call.result === null ? "–" : named(RESULTS, call.result).word],
          [CALLS.attempts, call.attempts],
          [CALLS.lasted, span(call.duration_seconds)],
          [CALL.language, call.language ?? "–"],
          [CALL.mood, call.sentiment === null ? "–" : sentence(call.sentiment)],
          [CALL.disclosed, ms === null ? "–" : `${(ms / 1000).toFixed(1)} s`],
          [CALLS.next, moment(call.next_attempt_at)],
          [CALLS.ended, moment(call.closed_at)],
        ]}
      />
    </Panel>
  );
}

/** What the script asked for comes first: that is what the call was for. */
function CameTo({ call }: { call: CallDetail }) {
  if (call.summary === null && call.fields.length === 0) return null;
  return (
    <Panel title={CALL.summary}>
      <div className="grid gap-3 text-sm">
        {call.fields.length > 0 && (
          <Facts
            facts={call.fields.map((field) => [
              sentence(field.name),
              field.value === null ? CALL.open : String(field.value),
            ])}
          />
        )}
        {call.summary !== null && <p>{call.summary}</p>}
      </div>
    </Panel>
  );
}

function CancelCall({ call }: { call: CallDetail }) {
  const may = useMay("calls:place");
  const cancel = useAct(
    () =>
      dataOf(api.POST("/api/calls/{call_id}/cancel", { params: { path: { call_id: call.id } }, body: {} })),
    { touches: [["call", call.id]] },
  );
  if (!may || call.state === "closed") return null;
  return (
    <SureButton
      word={CALL.cancel}
      title={CALL.cancelTitle}
      effect={CALL.cancelEffect}
      sending={cancel}
      onSure={() => void cancel.act(null)}
    />
  );
}
