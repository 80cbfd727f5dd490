import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAct } from "@/api/acts";
import { api, dataOf, type Schemas } from "@/api/client";
import { useMay } from "@/session/session";
import { CampaignField, CampaignName } from "@/settings/campaign_field";
import { type LeadHook, leadHookPages } from "@/settings/hook_queries";
import { LeadHookActs } from "@/settings/lead_hook_acts";
import { Check } from "@/ui/checks";
import { Disclosed } from "@/ui/disclosed";
import { ChoiceField, TextArea, TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { columnsOf, Listed } from "@/ui/listed";
import { Page } from "@/ui/page";
import { Empty } from "@/ui/panel";
import { RegionField } from "@/ui/region_fields";
import { ShownOnce } from "@/ui/secret";
import { regionOf } from "@/ui/typed";
import { LEAD_HOOKS, PROOFS, WEBHOOKS } from "@/words/webhooks";

const REHEARSAL = "simulation";

const COLUMNS = columnsOf<LeadHook>(
  [
    LEAD_HOOKS.campaign,
    ({ campaign_id, description }) => (
      <>
        <span className="font-medium">
          <CampaignName id={campaign_id} />
        </span>
        <p className="text-faint">{description}</p>
      </>
    ),
  ],
  [LEAD_HOOKS.url, ({ url }) => <code className="break-all">{url}</code>],
  [LEAD_HOOKS.proof, ({ proof }) => PROOFS[proof] ?? proof],
  [LEAD_HOOKS.messages, (hook) => <LeadHookActs hook={hook} />],
);

export function LeadHooksScreen() {
  const may = useMay("lead_hooks:write");
  const found = useInfiniteQuery(leadHookPages);
  return (
    <Page title={LEAD_HOOKS.title} below={LEAD_HOOKS.below}>
      {may && <Add />}
      <Listed
        label={LEAD_HOOKS.title}
        of={found}
        columns={COLUMNS}
        empty={<Empty title={LEAD_HOOKS.none}>{LEAD_HOOKS.noneHint}</Empty>}
      />
    </Page>
  );
}

function Add() {
  const [secret, setSecret] = useState<string | null>(null);
  const add = useAct(
    (body: Schemas["LeadHookBody"], header) =>
      dataOf(api.POST("/api/lead-hooks", { body, params: { header } })),
    { touches: [["lead-hooks"]], onDone: (made) => setSecret(made.secret) },
  );
  return (
    <>
      {secret !== null && (
        <ShownOnce title={LEAD_HOOKS.secret} text={secret} onKept={() => setSecret(null)} />
      )}
      <Disclosed word={LEAD_HOOKS.add} weight="main">
        <Form
          word={LEAD_HOOKS.add}
          sending={add}
          onSend={(typed) =>
            add.act({
              campaign_id: typed.text("campaign"),
              description: typed.text("description"),
              proof: typed.choice<Schemas["HookProof"]>("proof"),
              default_region: regionOf(typed),
              networks: typed.words("networks"),
              mapping: typed.pairs("mapping"),
              rules: typed.isOn("rehearsal") ? REHEARSAL : "",
            })
          }
        >
          <CampaignField label={LEAD_HOOKS.campaign} />
          <TextField label={WEBHOOKS.description} name="description" maxLength={200} />
          <ChoiceField label={LEAD_HOOKS.proof} name="proof" words={PROOFS} />
          <RegionField />
          <TextField label={LEAD_HOOKS.networks} hint={LEAD_HOOKS.networksHint} name="networks" />
          <TextArea label={LEAD_HOOKS.mapping} hint={LEAD_HOOKS.mappingHint} name="mapping" rows={3} />
          <Check name="rehearsal" word={LEAD_HOOKS.rehearsal} />
        </Form>
      </Disclosed>
    </>
  );
}
