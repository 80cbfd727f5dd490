import { useQuery } from "@tanstack/react-query";
import { useAct } from "@/api/acts";
import { api, dataOf, type Schemas } from "@/api/client";
import { useMay } from "@/session/session";
import { type IdentityProvider, identityProvider } from "@/settings/account_queries";
import { ProviderFields } from "@/settings/provider_fields";
import { moment } from "@/shown/moments";
import { Answer } from "@/ui/answer";
import { Disclosed } from "@/ui/disclosed";
import { Form } from "@/ui/form";
import { Notice } from "@/ui/notice";
import { Page } from "@/ui/page";
import { Empty, Facts } from "@/ui/panel";
import { SureButton } from "@/ui/sure_button";
import { IDENTITY } from "@/words/account";

const TOUCHES = [["identity-provider"]];

export function IdentityScreen() {
  const may = useMay("users:write");
  const found = useQuery(identityProvider);
  return (
    <Page title={IDENTITY.title} below={IDENTITY.below}>
      <Answer of={found}>
        {(provider) => (
          <>
            {provider === null ? (
              <Empty title={IDENTITY.none}>{IDENTITY.noneHint}</Empty>
            ) : (
              <Shown provider={provider} />
            )}
            {may && <SetProvider provider={provider} />}
            {may && provider !== null && <RemoveProvider />}
          </>
        )}
      </Answer>
    </Page>
  );
}

function Shown({ provider }: { provider: IdentityProvider }) {
  return (
    <Facts
      facts={[
        [IDENTITY.issuer, provider.issuer],
        [IDENTITY.client, provider.client_id],
        [IDENTITY.domains, provider.domains.join(", ")],
        [IDENTITY.redirect, <code key="redirect">{provider.redirect_uri}</code>],
        [IDENTITY.start, <code key="start">{provider.start}</code>],
        [IDENTITY.since, moment(provider.changed_at)],
      ]}
    />
  );
}

function SetProvider({ provider }: { provider: IdentityProvider | null }) {
  const set = useAct((body: Schemas["ProviderBody"]) => dataOf(api.PUT("/api/identity-provider", { body })), {
    touches: TOUCHES,
  });
  return (
    <Disclosed word={IDENTITY.set} weight="main">
      <Form
        key={provider?.changed_at}
        word={IDENTITY.set}
        sending={set}
        onSend={(typed) =>
          set.act({
            issuer: typed.text("issuer"),
            client_id: typed.text("client"),
            client_secret: typed.maybe("secret"),
            domains: typed.words("domains"),
            makes_people: typed.isOn("makes"),
            default_role: typed.maybeChoice<Schemas["Role"]>("role"),
            group_claim: typed.text("claim"),
            group_roles: typed.pairs<Schemas["Role"]>("groups"),
          })
        }
      >
        <Notice tone="warning">{IDENTITY.setEffect}</Notice>
        <ProviderFields provider={provider} />
      </Form>
    </Disclosed>
  );
}

function RemoveProvider() {
  const remove = useAct((_: null) => dataOf(api.DELETE("/api/identity-provider")), { touches: TOUCHES });
  return (
    <div>
      <SureButton
        word={IDENTITY.remove}
        title={IDENTITY.removeTitle}
        effect={IDENTITY.removeEffect}
        sending={remove}
        onSure={() => void remove.act(null)}
      />
    </div>
  );
}
