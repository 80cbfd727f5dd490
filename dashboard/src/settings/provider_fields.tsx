import type { IdentityProvider } from "@/settings/account_queries";
import { Check } from "@/ui/checks";
import { ChoiceField, TextArea, TextField } from "@/ui/field";
import { pairsShown } from "@/ui/typed";
import { IDENTITY } from "@/words/account";
import { ROLES } from "@/words/people";

/** All of a provider but its secret, which is never shown again. */
export function ProviderFields({ provider }: { provider: IdentityProvider | null }) {
  return (
    <>
      <TextField
        label={IDENTITY.issuer}
        hint={IDENTITY.issuerHint}
        name="issuer"
        type="url"
        required
        maxLength={2000}
        defaultValue={provider?.issuer}
      />
      <TextField
        label={IDENTITY.client}
        name="client"
        required
        maxLength={500}
        autoComplete="off"
        defaultValue={provider?.client_id}
      />
      <TextField
        label={IDENTITY.secret}
        hint={IDENTITY.secretHint}
        name="secret"
        type="password"
        required={provider === null}
        maxLength={1000}
        autoComplete="off"
      />
      <TextField
        label={IDENTITY.domains}
        hint={IDENTITY.domainsHint}
        name="domains"
        required
        defaultValue={provider?.domains.join(", ")}
      />
      <Check name="makes" word={IDENTITY.makes} isChecked={provider?.makes_people} />
      <ChoiceField
        label={IDENTITY.role}
        name="role"
        words={ROLES}
        none={IDENTITY.noRole}
        defaultValue={provider?.default_role ?? ""}
      />
      <TextField label={IDENTITY.claim} name="claim" maxLength={200} defaultValue={provider?.group_claim} />
      <TextArea
        label={IDENTITY.groups}
        hint={IDENTITY.groupsHint}
        name="groups"
        defaultValue={pairsShown(provider?.group_roles ?? {})}
      />
    </>
  );
}
