import { type Act, useCampaignAct } from "@/campaigns/acts";
import type { Campaign } from "@/campaigns/queries";
import { useMay } from "@/session/session";
import { Button } from "@/ui/button";
import { Confirmed } from "@/ui/dialog";
import { Notice } from "@/ui/notice";
import { ACTS } from "@/words/campaigns";

const SHOWN: readonly Act[] = ["start", "resume", "pause", "cancel"];

/** What may be done to the campaign now, by whoever may. Start and cancel are asked twice: people are called, or no more. */
export function CampaignActs({ campaign }: { campaign: Campaign }) {
  const may = useMay("campaigns:run");
  const { act: send, error, isPending } = useCampaignAct(campaign.id);
  const legal = SHOWN.filter((act) => campaign.legal_actions.includes(act) && !isNothingNew(campaign, act));
  if (!may) return null;
  return (
    <>
      {error !== null && <Notice tone="bad">{error.message}</Notice>}
      {legal.map((act) => {
        const words = ACTS[act];
        const weight = act === "cancel" ? "danger" : act === "pause" ? "plain" : "main";
        return "effect" in words ? (
          <Confirmed
            key={act}
            opener={
              <Button weight={weight} disabled={isPending}>
                {words.word}
              </Button>
            }
            title={words.title}
            effect={words.effect}
            act={words.word}
            onConfirm={() => void send(act)}
          />
        ) : (
          <Button key={act} weight={weight} disabled={isPending} onClick={() => void send(act)}>
            {words.word}
          </Button>
        );
      })}
    </>
  );
}

/** The API takes these once more without an effect; a button for them would only puzzle. */
function isNothingNew({ state }: Campaign, act: Act): boolean {
  return (
    (state === "running" && (act === "start" || act === "resume")) ||
    (state === "paused" && act === "pause") ||
    (state === "cancelling" && act === "cancel")
  );
}
