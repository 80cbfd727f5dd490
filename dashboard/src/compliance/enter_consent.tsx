import { useInfiniteQuery } from "@tanstack/react-query";
import { useAct } from "@/api/acts";
import { api, dataOf, type Schemas } from "@/api/client";
import { type Channel, consentTextPages, type Purpose } from "@/compliance/queries";
import { Checks } from "@/ui/checks";
import { Disclosed } from "@/ui/disclosed";
import { ChoiceField, TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { NumberFields } from "@/ui/region_fields";
import { numberOf, type Typed } from "@/ui/typed";
import { BASES, CONSENTS } from "@/words/consents";
import { CHANNELS, PURPOSES } from "@/words/contacts";

const TOUCHES = [["consents"]];
const PURPOSE_CHOICES = Object.entries(PURPOSES).map(([name, word]) => ({ name, word }));
const CHANNEL_CHOICES = ["voice", "sms"].map((name) => ({ name, word: CHANNELS[name] ?? name }));

export function GiveConsent() {
  const give = useAct(
    (body: Schemas["ConsentBody"], header) => dataOf(api.POST("/api/consents", { body, params: { header } })),
    { touches: TOUCHES },
  );
  const { data = [] } = useInfiniteQuery(consentTextPages);
  const texts = Object.fromEntries(
    data.map(({ id, name, version }) => [id, CONSENTS.version(name, version)]),
  );
  return (
    <Disclosed word={CONSENTS.give} weight="main">
      <Form
        word={CONSENTS.giveAct}
        sending={give}
        onSend={(typed) =>
          give.act({
            ...numberOf(typed),
            ...scopesOf(typed),
            basis: typed.choice<Schemas["ConsentBasis"]>("basis"),
            text_id: typed.maybe("text"),
            given_at: typed.moment("when"),
            expires_at: typed.moment("until"),
            evidence: typed.text("evidence"),
          })
        }
      >
        <NumberFields />
        <ScopeChecks checked={["voice"]} />
        <ChoiceField label={CONSENTS.basis} name="basis" words={BASES} />
        <ChoiceField label={CONSENTS.text} name="text" words={texts} none={CONSENTS.noText} />
        <When />
        <TextField label={CONSENTS.until} name="until" type="datetime-local" />
      </Form>
    </Disclosed>
  );
}

export function WithdrawConsents() {
  const withdraw = useAct(
    (body: Schemas["WithdrawalsBody"], header) =>
      dataOf(api.POST("/api/consents/withdrawals", { body, params: { header } })),
    { touches: TOUCHES },
  );
  return (
    <Disclosed word={CONSENTS.withdraw}>
      <Form
        word={CONSENTS.withdrawAct}
        sending={withdraw}
        onSend={(typed) => {
          const { purposes, channels } = scopesOf(typed);
          return withdraw.act({
            ...numberOf(typed),
            purposes: purposes.length === 0 ? null : purposes,
            channels: channels.length === 0 ? null : channels,
            withdrawn_at: typed.moment("when"),
            evidence: typed.text("evidence"),
          });
        }}
      >
        <NumberFields />
        <p className="text-xs text-faint">{CONSENTS.withdrawHint}</p>
        <ScopeChecks />
        <When />
      </Form>
    </Disclosed>
  );
}

function scopesOf(typed: Typed): { purposes: Purpose[]; channels: Channel[] } {
  return { purposes: typed.choices<Purpose>("purposes"), channels: typed.choices<Channel>("channels") };
}

function ScopeChecks({ checked }: { checked?: readonly string[] }) {
  return (
    <>
      <Checks legend={CONSENTS.purposes} name="purposes" choices={PURPOSE_CHOICES} />
      <Checks legend={CONSENTS.channels} name="channels" choices={CHANNEL_CHOICES} checked={checked} />
    </>
  );
}

function When() {
  return (
    <>
      <TextField label={CONSENTS.when} name="when" type="datetime-local" />
      <TextField label={CONSENTS.evidence} hint={CONSENTS.evidenceHint} name="evidence" maxLength={4000} />
    </>
  );
}
