import { useQuery } from "@tanstack/react-query";
import { campaignChoices } from "@/api/choices";
import { useMay } from "@/session/session";
import { ChoiceField } from "@/ui/field";

/** The names of the newest campaigns by id, for whoever may see them. */
export function useCampaignNames(): Record<string, string> {
  const may = useMay("campaigns:read");
  const { data = [] } = useQuery({ ...campaignChoices, enabled: may });
  return Object.fromEntries(data.map(({ id, name }) => [id, name]));
}

export function CampaignField({ label, none }: { label: string; none?: string }) {
  const names = useCampaignNames();
  return (
    <ChoiceField label={label} name="campaign" words={names} none={none} required={none === undefined} />
  );
}

export function CampaignName({ id }: { id: string }) {
  return useCampaignNames()[id] ?? id;
}
