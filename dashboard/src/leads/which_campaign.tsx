import { useQuery } from "@tanstack/react-query";
import { campaignChoices } from "@/api/choices";
import { SelectField } from "@/ui/field";
import { Notice } from "@/ui/notice";
import { LEADS } from "@/words/leads";

/** Leads belong to a campaign: of which one. */
export function WhichCampaign({
  campaign,
  onChoose,
}: {
  campaign: string | undefined;
  onChoose: (campaign: string | undefined) => void;
}) {
  const { data = [], error } = useQuery(campaignChoices);
  const isKnown = campaign === undefined || data.some((each) => each.id === campaign);
  return (
    <div className="max-w-96">
      {error !== null && <Notice tone="bad">{error.message}</Notice>}
      <SelectField
        label={LEADS.campaign}
        value={campaign ?? ""}
        onChange={({ target }) => onChoose(target.value || undefined)}
      >
        <option value="">{LEADS.chooseCampaign}</option>
        {!isKnown && <option value={campaign}>{campaign}</option>}
        {data.map((each) => (
          <option key={each.id} value={each.id}>
            {each.name}
          </option>
        ))}
      </SelectField>
    </div>
  );
}
