import { type FormEvent, useState } from "react";
import { usePace } from "@/campaigns/acts";
import type { Campaign } from "@/campaigns/queries";
import { useMay } from "@/session/session";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/field";
import { Facts, Panel } from "@/ui/panel";
import { CAMPAIGN } from "@/words/campaigns";

const WIDEST = 1000;

/** How the campaign calls; its pace is changed here while it runs. */
export function Plan({ campaign }: { campaign: Campaign }) {
  const may = useMay("campaigns:run");
  const { plan } = campaign;
  const { ring_seconds: ring = 0, longest_call_seconds: longest = 0, voicemails = 0 } = plan;
  return (
    <Panel title={CAMPAIGN.plan}>
      <div className="grid gap-6 md:grid-cols-2">
        <Facts
          facts={[
            [CAMPAIGN.window, plan.window],
            [CAMPAIGN.ringSeconds, CAMPAIGN.seconds(ring)],
            [CAMPAIGN.longest, CAMPAIGN.seconds(longest)],
            [CAMPAIGN.voicemails, voicemails],
            [CAMPAIGN.record, plan.record ? CAMPAIGN.yes : CAMPAIGN.no],
          ]}
        />
        {may && <Pace key={plan.window} id={campaign.id} window={plan.window ?? 1} />}
      </div>
    </Panel>
  );
}

function Pace({ id, window }: { id: string; window: number }) {
  const [typed, setTyped] = useState(String(window));
  const pace = usePace(id);
  const send = (event: FormEvent) => {
    event.preventDefault();
    pace.mutate(Number(typed));
  };
  return (
    <form onSubmit={send} className="flex items-end gap-2">
      <TextField
        label={CAMPAIGN.window}
        hint={CAMPAIGN.windowHint}
        type="number"
        min={1}
        max={WIDEST}
        required
        value={typed}
        error={pace.error?.message}
        onChange={({ target }) => setTyped(target.value)}
      />
      <Button type="submit" disabled={pace.isPending || Number(typed) === window}>
        {CAMPAIGN.setWindow}
      </Button>
    </form>
  );
}
