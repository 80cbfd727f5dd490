import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAct } from "@/api/acts";
import { api, dataOf, type Schemas } from "@/api/client";
import { useMay } from "@/session/session";
import { type Delivery, deliveryPages } from "@/settings/hook_queries";
import { fromNow, moment } from "@/shown/moments";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { Disclosed } from "@/ui/disclosed";
import { TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { FormError } from "@/ui/form_errors";
import { columnsOf, Listed } from "@/ui/listed";
import { Notice } from "@/ui/notice";
import { Empty, Panel } from "@/ui/panel";
import { named } from "@/words/states";
import { DELIVERY_STATES, WEBHOOKS } from "@/words/webhooks";

const EVERY_MS = 2000;

function columnsFor(endpointId: string) {
  return columnsOf<Delivery>(
    [
      WEBHOOKS.kind,
      ({ kind, body }) => (
        <>
          <span className="font-medium">{kind}</span>
          <details>
            <summary className="cursor-pointer text-faint">{WEBHOOKS.body}</summary>
            <pre className="max-w-80 text-xs break-all whitespace-pre-wrap">{body}</pre>
          </details>
        </>
      ),
    ],
    [
      WEBHOOKS.state,
      ({ state, next_at }) => (
        <>
          <Badge named={named(DELIVERY_STATES, state)} />
          {state === "waiting" && next_at !== null && (
            <p className="text-faint">{WEBHOOKS.next(fromNow(next_at))}</p>
          )}
        </>
      ),
    ],
    [WEBHOOKS.tries, ({ attempts }) => attempts],
    [
      WEBHOOKS.answer,
      ({ status, failure, answer }) => (
        <>
          {[status, failure].filter((part) => part !== null).join(" ") || "–"}
          {answer !== "" && <code className="block max-w-60 text-xs break-all text-faint">{answer}</code>}
        </>
      ),
    ],
    [WEBHOOKS.when, ({ created_at }) => moment(created_at)],
    [WEBHOOKS.replay, ({ id }) => <ReplayOne endpointId={endpointId} deliveryId={id} />],
  );
}

/** What the program was told, and what it answered. */
export function Deliveries({ endpointId }: { endpointId: string }) {
  const may = useMay("webhooks:write");
  const [columns] = useState(() => columnsFor(endpointId));
  const found = useInfiniteQuery({
    ...deliveryPages(endpointId),
    // A delivery tells nobody of itself: that would be one more event to deliver.
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ data }) => data.some((delivery) => delivery.state === "waiting")) && EVERY_MS,
  });
  return (
    <Panel title={WEBHOOKS.deliveries}>
      <div className="grid gap-3">
        {may && <ReplayRange endpointId={endpointId} />}
        <Listed
          label={WEBHOOKS.deliveries}
          of={found}
          columns={columns}
          empty={<Empty title={WEBHOOKS.deliveriesNone}>{WEBHOOKS.deliveriesNoneHint}</Empty>}
        />
      </div>
    </Panel>
  );
}

function useReplay(endpoint_id: string, onDone?: (replayed: Schemas["Replayed"]) => void) {
  return useAct(
    (body: Schemas["ReplayBody"], header) =>
      dataOf(
        api.POST("/api/webhook-endpoints/{endpoint_id}/replay", {
          params: { path: { endpoint_id }, header },
          body,
        }),
      ),
    { touches: [["webhooks", endpoint_id]], onDone },
  );
}

function ReplayOne({ endpointId, deliveryId }: { endpointId: string; deliveryId: string }) {
  const may = useMay("webhooks:write");
  const replay = useReplay(endpointId);
  if (!may) return null;
  return (
    <>
      <Button disabled={replay.isPending} onClick={() => void replay.act({ delivery_id: deliveryId })}>
        {WEBHOOKS.replay}
      </Button>
      <FormError error={replay.error} />
    </>
  );
}

function ReplayRange({ endpointId }: { endpointId: string }) {
  const [count, setCount] = useState(0);
  const replay = useReplay(endpointId, ({ deliveries }) => setCount(deliveries));
  return (
    <Disclosed word={WEBHOOKS.replayRange}>
      {replay.isDone && <Notice tone="good">{WEBHOOKS.replayed(count)}</Notice>}
      <Form
        word={WEBHOOKS.replay}
        sending={replay}
        onSend={(typed) => replay.act({ since: typed.moment("since"), until: typed.moment("until") })}
      >
        <p className="text-sm text-faint">{WEBHOOKS.replayHint}</p>
        <TextField label={WEBHOOKS.from} name="since" type="datetime-local" required />
        <TextField label={WEBHOOKS.to} name="until" type="datetime-local" required />
      </Form>
    </Disclosed>
  );
}
