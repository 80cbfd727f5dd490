import { useInfiniteQuery } from "@tanstack/react-query";
import { useAct } from "@/api/acts";
import { api, dataOf } from "@/api/client";
import { type Session, sessionPages } from "@/settings/queries";
import { fromNow, moment } from "@/shown/moments";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { Confirmed } from "@/ui/dialog";
import { FormError } from "@/ui/form_errors";
import { columnsOf, Listed } from "@/ui/listed";
import { Empty, Panel } from "@/ui/panel";
import { PROFILE } from "@/words/people";

const COLUMNS = columnsOf<Session>(
  [PROFILE.device, ({ device }) => <span className="line-clamp-2 max-w-80 break-words">{device}</span>],
  [PROFILE.begun, ({ created_at }) => moment(created_at)],
  [PROFILE.seen, ({ last_seen_at }) => fromNow(last_seen_at)],
  [PROFILE.ends, ({ ends_at }) => moment(ends_at)],
  [PROFILE.end, (session) => <End session={session} />],
);

export function Sessions() {
  const found = useInfiniteQuery(sessionPages);
  return (
    <Panel title={PROFILE.sessions}>
      <Listed
        label={PROFILE.sessions}
        of={found}
        columns={COLUMNS}
        empty={<Empty title={PROFILE.sessionsNone} />}
      />
    </Panel>
  );
}

function End({ session }: { session: Session }) {
  const end = useAct(
    (session_id: string) =>
      dataOf(api.DELETE("/api/sessions/{session_id}", { params: { path: { session_id } } })),
    { touches: [["sessions"]] },
  );
  if (session.current) return <Badge named={{ word: PROFILE.thisOne, tone: "good" }} />;
  return (
    <>
      <Confirmed
        opener={<Button disabled={end.isPending}>{PROFILE.end}</Button>}
        title={PROFILE.endTitle}
        effect={PROFILE.endEffect}
        act={PROFILE.end}
        onConfirm={() => void end.act(session.id)}
      />
      <FormError error={end.error} />
    </>
  );
}
