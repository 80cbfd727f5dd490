import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useAct } from "@/api/acts";
import { api, asSeen, dataOf, type Schemas, type Seen } from "@/api/client";
import type { Endpoint } from "@/settings/hook_queries";
import { EndpointFields } from "@/settings/webhooks_screen";
import { Button } from "@/ui/button";
import { Disclosed } from "@/ui/disclosed";
import { Form } from "@/ui/form";
import { FormError } from "@/ui/form_errors";
import { Notice } from "@/ui/notice";
import { ShownOnce } from "@/ui/secret";
import { SureButton } from "@/ui/sure_button";
import { SAVE } from "@/words/acts";
import { WEBHOOKS } from "@/words/webhooks";

const TOUCHES = [["webhooks"]];

/** What may be done to one program. */
export function EndpointActs({ seen }: { seen: Seen<Endpoint> }) {
  const { id, disabled_at } = seen.data;
  const path = { endpoint_id: id };
  const navigate = useNavigate();
  const [secret, setSecret] = useState<string | null>(null);
  const ping = useAct(
    (_: null, header) =>
      dataOf(api.POST("/api/webhook-endpoints/{endpoint_id}/test", { params: { path, header } })),
    { touches: TOUCHES },
  );
  const rotate = useAct(
    (_: null, header) =>
      dataOf(api.POST("/api/webhook-endpoints/{endpoint_id}/secret", { params: { path, header } })),
    { touches: TOUCHES, onDone: (made) => setSecret(made.secret) },
  );
  const change = useAct(
    (body: Schemas["EndpointPatch"]) =>
      dataOf(
        api.PATCH("/api/webhook-endpoints/{endpoint_id}", { params: { path, header: asSeen(seen) }, body }),
      ),
    { touches: TOUCHES },
  );
  const remove = useAct(
    (_: null) => dataOf(api.DELETE("/api/webhook-endpoints/{endpoint_id}", { params: { path } })),
    { touches: [["webhooks"]], onDone: () => void navigate({ to: "/settings/webhooks" }) },
  );
  return (
    <>
      {secret !== null && <ShownOnce title={WEBHOOKS.secret} text={secret} onKept={() => setSecret(null)} />}
      {ping.isDone && <Notice tone="good">{WEBHOOKS.pinged}</Notice>}
      <FormError error={ping.error} />
      <div className="flex flex-wrap gap-2">
        <Button weight="main" disabled={ping.isPending} onClick={() => void ping.act(null)}>
          {WEBHOOKS.ping}
        </Button>
        <SureButton
          word={WEBHOOKS.rotate}
          weight="plain"
          title={WEBHOOKS.rotateTitle}
          effect={WEBHOOKS.rotateEffect}
          sending={rotate}
          onSure={() => void rotate.act(null)}
        />
        {disabled_at === null ? (
          <SureButton
            word={WEBHOOKS.disable}
            title={WEBHOOKS.disableTitle}
            effect={WEBHOOKS.disableEffect}
            sending={change}
            onSure={() => void change.act({ disabled: true })}
          />
        ) : (
          <Button disabled={change.isPending} onClick={() => void change.act({ disabled: false })}>
            {WEBHOOKS.enable}
          </Button>
        )}
        <SureButton
          word={WEBHOOKS.remove}
          title={WEBHOOKS.removeTitle}
          effect={WEBHOOKS.removeEffect}
          sending={remove}
          onSure={() => void remove.act(null)}
        />
      </div>
      <Disclosed word={WEBHOOKS.change}>
        {(close) => (
          <Form
            word={SAVE}
            sending={change}
            onSend={async (typed) => {
              const isDone = await change.act({
                url: typed.text("url"),
                description: typed.text("description"),
                kinds: typed.words("kinds"),
              });
              if (isDone) close();
              return isDone;
            }}
          >
            <EndpointFields of={seen.data} />
          </Form>
        )}
      </Disclosed>
    </>
  );
}
