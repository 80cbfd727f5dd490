import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useAct } from "@/api/acts";
import { api, dataOf, type Schemas } from "@/api/client";
import { useMay } from "@/session/session";
import { endpointState } from "@/settings/endpoint_state";
import { type Endpoint, endpointPages } from "@/settings/hook_queries";
import { moment } from "@/shown/moments";
import { Badge } from "@/ui/badge";
import { Disclosed } from "@/ui/disclosed";
import { TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { columnsOf, Listed } from "@/ui/listed";
import { Page } from "@/ui/page";
import { Empty } from "@/ui/panel";
import { ShownOnce } from "@/ui/secret";
import { named } from "@/words/states";
import { ENDPOINT_STATES, WEBHOOKS } from "@/words/webhooks";

const COLUMNS = columnsOf<Endpoint>(
  [
    WEBHOOKS.url,
    ({ id, url, description }) => (
      <>
        <Link
          to="/settings/webhooks/$endpointId"
          params={{ endpointId: id }}
          className="font-medium break-all text-accent underline underline-offset-2"
        >
          {url}
        </Link>
        <p className="text-faint">{description}</p>
      </>
    ),
  ],
  [WEBHOOKS.kinds, ({ kinds }) => kinds.join(", ") || WEBHOOKS.allKinds],
  [WEBHOOKS.state, (endpoint) => <Badge named={named(ENDPOINT_STATES, endpointState(endpoint))} />],
  [WEBHOOKS.since, ({ created_at }) => moment(created_at)],
);

export function WebhooksScreen() {
  const may = useMay("webhooks:write");
  const found = useInfiniteQuery(endpointPages);
  return (
    <Page title={WEBHOOKS.title} below={WEBHOOKS.below}>
      {may && <Add />}
      <Listed
        label={WEBHOOKS.title}
        of={found}
        columns={COLUMNS}
        empty={<Empty title={WEBHOOKS.none}>{WEBHOOKS.noneHint}</Empty>}
      />
    </Page>
  );
}

function Add() {
  const [secret, setSecret] = useState<string | null>(null);
  const add = useAct(
    (body: Schemas["EndpointBody"], header) =>
      dataOf(api.POST("/api/webhook-endpoints", { body, params: { header } })),
    { touches: [["webhooks"]], onDone: (made) => setSecret(made.secret) },
  );
  return (
    <>
      {secret !== null && <ShownOnce title={WEBHOOKS.secret} text={secret} onKept={() => setSecret(null)} />}
      <Disclosed word={WEBHOOKS.add} weight="main">
        <Form
          word={WEBHOOKS.add}
          sending={add}
          onSend={(typed) =>
            add.act({
              url: typed.text("url"),
              description: typed.text("description"),
              kinds: typed.words("kinds"),
            })
          }
        >
          <EndpointFields />
        </Form>
      </Disclosed>
    </>
  );
}

export function EndpointFields({ of }: { of?: Endpoint }) {
  return (
    <>
      <TextField
        label={WEBHOOKS.url}
        hint={WEBHOOKS.urlHint}
        name="url"
        type="url"
        required
        maxLength={2000}
        defaultValue={of?.url}
      />
      <TextField
        label={WEBHOOKS.description}
        name="description"
        maxLength={200}
        defaultValue={of?.description}
      />
      <TextField
        label={WEBHOOKS.kinds}
        hint={WEBHOOKS.kindsHint}
        name="kinds"
        defaultValue={of?.kinds.join(", ")}
      />
    </>
  );
}
