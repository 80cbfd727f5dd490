import { useQuery } from "@tanstack/react-query";
import { campaignChoices } from "@/api/choices";
import type { Schemas } from "@/api/client";
import type { ListedChannel, Purpose } from "@/compliance/queries";
import { useMay } from "@/session/session";
import { ChoiceField, TextField } from "@/ui/field";
import type { Typed } from "@/ui/typed";
import { DO_NOT_CALL } from "@/words/compliance";
import { CHANNELS, PURPOSES } from "@/words/contacts";
import { FOR_ALL } from "@/words/forms";

const LISTED_CHANNELS = Object.fromEntries(
  ["all", "voice", "sms"].map((name) => [name, CHANNELS[name] ?? name]),
);

export function ChannelField() {
  return <ChoiceField label={DO_NOT_CALL.channel} name="channel" words={LISTED_CHANNELS} />;
}

export function PurposeField() {
  return <ChoiceField label={DO_NOT_CALL.category} name="category" words={PURPOSES} none={FOR_ALL} />;
}

/** What an entry forbids: all of it, unless it is narrowed here. */
export function ScopeFields() {
  const may = useMay("campaigns:read");
  const { data = [] } = useQuery({ ...campaignChoices, enabled: may });
  const campaigns = Object.fromEntries(data.map(({ id, name }) => [id, name]));
  return (
    <>
      <ChannelField />
      <PurposeField />
      <ChoiceField label={DO_NOT_CALL.campaign} name="campaign" words={campaigns} none={FOR_ALL} />
      <TextField label={DO_NOT_CALL.until} name="until" type="datetime-local" />
      <TextField label={DO_NOT_CALL.note} hint={DO_NOT_CALL.noteHint} name="note" maxLength={500} />
    </>
  );
}

type Scope = Pick<Schemas["NumbersBody"], "channel" | "category" | "campaign_id" | "expires_at" | "note">;

export function scopeOf(typed: Typed): Scope {
  return {
    channel: typed.choice<ListedChannel>("channel"),
    category: typed.maybeChoice<Purpose>("category"),
    campaign_id: typed.maybe("campaign"),
    expires_at: typed.moment("until"),
    note: typed.text("note"),
  };
}
