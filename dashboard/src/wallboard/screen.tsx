import { useQuery } from "@tanstack/react-query";
import { clock } from "@/shown/moments";
import { Answer } from "@/ui/answer";
import { Page } from "@/ui/page";
import { Campaigns } from "@/wallboard/campaigns";
import { Figures } from "@/wallboard/figures";
import { PauseAll } from "@/wallboard/pause_all";
import { board } from "@/wallboard/queries";
import { Waits } from "@/wallboard/waits";
import { Trunks, Vendors } from "@/wallboard/ways_out";
import { BOARD } from "@/words/wallboard";

/** Everything that matters at this moment, to be read from across a room. */
export function Wallboard() {
  const found = useQuery(board);
  return (
    <Page
      title={BOARD.title}
      below={found.data === undefined ? undefined : BOARD.age(clock(found.data.at))}
      acts={found.data === undefined ? undefined : <PauseAll campaigns={found.data.campaigns} />}
    >
      <Answer of={found}>
        {(now) => (
          <>
            <Figures board={now} />
            <Campaigns campaigns={now.campaigns} />
            <div className="grid gap-4 md:grid-cols-3">
              <Waits waits={now.waits_for} />
              {now.trunks !== null && <Trunks trunks={now.trunks} />}
              {now.vendors !== null && <Vendors vendors={now.vendors} />}
            </div>
          </>
        )}
      </Answer>
    </Page>
  );
}
