import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAct } from "@/api/acts";
import { api, dataOf, type Schemas } from "@/api/client";
import { useMay } from "@/session/session";
import { CampaignField, CampaignName } from "@/settings/campaign_field";
import { type PredialHook, predialPages } from "@/settings/hook_queries";
import { Disclosed } from "@/ui/disclosed";
import { ChoiceField, TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { columnsOf, Listed } from "@/ui/listed";
import { Page } from "@/ui/page";
import { Empty } from "@/ui/panel";
import { ShownOnce } from "@/ui/secret";
import { SureButton } from "@/ui/sure_button";
import { REMOVE } from "@/words/acts";
import { PREDIAL, UNANSWERED } from "@/words/webhooks";

type Unanswered = PredialHook["unanswered"];

const TOUCHES = [["predial-hooks"]];
const LONGEST_SECONDS = 5;
const USUAL_SECONDS = 2;

const COLUMNS = columnsOf<PredialHook>(
  [PREDIAL.url, ({ url }) => <span className="font-medium break-all">{url}</span>],
  [
    PREDIAL.campaign,
    ({ campaign_id }) => (campaign_id === null ? PREDIAL.all : <CampaignName id={campaign_id} />),
  ],
  [PREDIAL.timeout, ({ timeout_seconds }) => timeout_seconds],
  [PREDIAL.unanswered, ({ unanswered }) => UNANSWERED[unanswered] ?? unanswered],
  [REMOVE, (hook) => <Remove hook={hook} />],
);

export function PredialScreen() {
  const may = useMay("webhooks:write");
  const found = useInfiniteQuery(predialPages);
  return (
    <Page title={PREDIAL.title} below={PREDIAL.below}>
      {may && <Add />}
      <Listed
        label={PREDIAL.title}
        of={found}
        columns={COLUMNS}
        empty={<Empty title={PREDIAL.none}>{PREDIAL.noneHint}</Empty>}
      />
    </Page>
  );
}

function Add() {
  const [secret, setSecret] = useState<string | null>(null);
  const add = useAct(
    (body: Schemas["PredialHookBody"], header) =>
      dataOf(api.POST("/api/predial-hooks", { body, params: { header } })),
    { touches: TOUCHES, onDone: (made) => setSecret(made.secret) },
  );
  return (
    <>
      {secret !== null && <ShownOnce title={PREDIAL.secret} text={secret} onKept={() => setSecret(null)} />}
      <Disclosed word={PREDIAL.add} weight="main">
        <Form
          word={PREDIAL.add}
          sending={add}
          onSend={(typed) =>
            add.act({
              url: typed.text("url"),
              campaign_id: typed.maybe("campaign"),
              timeout_seconds: typed.number("timeout") ?? USUAL_SECONDS,
              unanswered: typed.choice<Unanswered>("unanswered"),
            })
          }
        >
          <TextField label={PREDIAL.url} name="url" type="url" required maxLength={2000} />
          <CampaignField label={PREDIAL.campaign} none={PREDIAL.all} />
          <TextField
            label={PREDIAL.timeout}
            name="timeout"
            type="number"
            required
            min={0.1}
            max={LONGEST_SECONDS}
            step="any"
            defaultValue={USUAL_SECONDS}
          />
          <ChoiceField label={PREDIAL.unanswered} name="unanswered" words={UNANSWERED} />
        </Form>
      </Disclosed>
    </>
  );
}

function Remove({ hook }: { hook: PredialHook }) {
  const may = useMay("webhooks:write");
  const remove = useAct(
    (predial_hook_id: string) =>
      dataOf(api.DELETE("/api/predial-hooks/{predial_hook_id}", { params: { path: { predial_hook_id } } })),
    { touches: TOUCHES },
  );
  if (!may) return null;
  return (
    <SureButton
      word={REMOVE}
      title={PREDIAL.removeTitle}
      effect={PREDIAL.removeEffect}
      sending={remove}
      onSure={() => void remove.act(hook.id)}
    />
  );
}
