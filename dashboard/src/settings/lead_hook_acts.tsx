import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAct } from "@/api/acts";
import { api, dataOf, type Schemas } from "@/api/client";
import { useMay } from "@/session/session";
import { hookMessagePages, type LeadHook } from "@/settings/hook_queries";
import { moment } from "@/shown/moments";
import { Badge } from "@/ui/badge";
import { Disclosed } from "@/ui/disclosed";
import { columnsOf, Listed } from "@/ui/listed";
import { Empty } from "@/ui/panel";
import { ShownOnce } from "@/ui/secret";
import { SureButton } from "@/ui/sure_button";
import { named, sentence } from "@/words/states";
import { LEAD_HOOKS, MESSAGE_STATES, WEBHOOKS } from "@/words/webhooks";

const TOUCHES = [["lead-hooks"]];

const COLUMNS = columnsOf<Schemas["HookMessageResponse"]>(
  [LEAD_HOOKS.when, ({ created_at }) => moment(created_at)],
  [LEAD_HOOKS.state, ({ state }) => <Badge named={named(MESSAGE_STATES, state)} />],
  [LEAD_HOOKS.refusal, ({ refusal }) => (refusal === null ? "–" : sentence(refusal))],
);

/** What one program brought, and what may be done to it. */
export function LeadHookActs({ hook }: { hook: LeadHook }) {
  const may = useMay("lead_hooks:write");
  return (
    <div className="grid min-w-64 gap-2">
      <Disclosed word={LEAD_HOOKS.messages}>
        <Messages hookId={hook.id} />
      </Disclosed>
      {may && <Changes hook={hook} />}
    </div>
  );
}

function Messages({ hookId }: { hookId: string }) {
  const found = useInfiniteQuery(hookMessagePages(hookId));
  return (
    <Listed
      label={LEAD_HOOKS.messages}
      of={found}
      columns={COLUMNS}
      empty={<Empty title={LEAD_HOOKS.messagesNone} />}
    />
  );
}

function Changes({ hook }: { hook: LeadHook }) {
  const path = { hook_id: hook.id };
  const [secret, setSecret] = useState<string | null>(null);
  const rotate = useAct(
    (_: null, header) => dataOf(api.POST("/api/lead-hooks/{hook_id}/secret", { params: { path, header } })),
    { touches: TOUCHES, onDone: (made) => setSecret(made.secret) },
  );
  const revoke = useAct((_: null) => dataOf(api.DELETE("/api/lead-hooks/{hook_id}", { params: { path } })), {
    touches: TOUCHES,
  });
  return (
    <>
      {secret !== null && (
        <ShownOnce title={LEAD_HOOKS.secret} text={secret} onKept={() => setSecret(null)} />
      )}
      <SureButton
        word={WEBHOOKS.rotate}
        weight="plain"
        title={WEBHOOKS.rotate}
        effect={LEAD_HOOKS.rotateEffect}
        sending={rotate}
        onSure={() => void rotate.act(null)}
      />
      <SureButton
        word={LEAD_HOOKS.revoke}
        title={LEAD_HOOKS.revokeTitle}
        effect={LEAD_HOOKS.revokeEffect}
        sending={revoke}
        onSure={() => void revoke.act(null)}
      />
    </>
  );
}
