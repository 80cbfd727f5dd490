import { useQuery } from "@tanstack/react-query";
import { type CallDetail, type Conversation, transcriptOf } from "@/calls/queries";
import { useMay } from "@/session/session";
import { moment, span } from "@/shown/moments";
import { Answer } from "@/ui/answer";
import { Facts, Panel } from "@/ui/panel";
import { CALL } from "@/words/calls";
import { sentence } from "@/words/states";

/** Every conversation of the call, turn by turn. */
export function Said({ call }: { call: CallDetail }) {
  const may = useMay("transcripts:read");
  return (
    <Panel title={CALL.said}>
      {may ? <Transcript call={call} /> : <p className="text-sm text-faint">{CALL.transcriptForbidden}</p>}
    </Panel>
  );
}

function Transcript({ call }: { call: CallDetail }) {
  const ended = call.state === "live" ? call.attempts - 1 : call.attempts;
  const found = useQuery(transcriptOf(call.id, ended));
  return (
    <Answer of={found}>
      {({ conversations }) =>
        conversations.length === 0 ? (
          <p className="text-sm text-faint">{CALL.saidNone}</p>
        ) : (
          <div className="grid gap-6">
            {conversations.map((conversation) => (
              <OneConversation key={conversation.attempt_id} conversation={conversation} />
            ))}
          </div>
        )
      }
    </Answer>
  );
}

function OneConversation({ conversation }: { conversation: Conversation }) {
  return (
    <article className="grid gap-3" aria-label={moment(conversation.began_at)}>
      <Facts
        facts={[
          [CALL.answeredBy, sentence(conversation.answered_by)],
          [CALL.decidedBy, sentence(conversation.decided_by)],
          ...(conversation.evidence === "" ? [] : [[CALL.evidence, `“${conversation.evidence}”`] as const]),
          ...(conversation.callback_at === null
            ? []
            : [[CALL.callback, moment(conversation.callback_at)] as const]),
        ]}
      />
      {conversation.erased_at !== null && <p className="text-sm text-faint">{CALL.erased}</p>}
      <ol className="grid gap-2">
        {conversation.turns.map((turn) => (
          <Turn key={`${turn.began_ms}-${turn.speaker}`} turn={turn} />
        ))}
      </ol>
    </article>
  );
}

function Turn({ turn }: { turn: Conversation["turns"][number] }) {
  const isAgent = turn.speaker === "agent";
  const notes = [
    span(turn.began_ms / 1000),
    turn.response_ms === null ? "" : CALL.delay(turn.response_ms),
    turn.interrupted ? CALL.interrupted : "",
  ].filter(Boolean);
  return (
    <li className={`grid max-w-[46ch] gap-0.5 ${isAgent ? "" : "justify-self-end text-right"}`}>
      <span className="text-xs text-faint">
        {isAgent ? CALL.agent : CALL.person} · {notes.join(" · ")}
      </span>
      <span
        className={`rounded-lg px-3 py-2 text-left text-sm ${isAgent ? "bg-sunken" : "border border-line"}`}
      >
        {turn.text}
      </span>
    </li>
  );
}
