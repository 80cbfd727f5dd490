import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useMay } from "@/session/session";
import { Button } from "@/ui/button";
import { Confirmed } from "@/ui/dialog";
import { Notice } from "@/ui/notice";
import { type Board, pauseAll } from "@/wallboard/queries";
import { BOARD } from "@/words/wallboard";

/** The big button. Campaigns are paused one by one; those that could not be are named. */
export function PauseAll({ campaigns }: { campaigns: Board["campaigns"] }) {
  const may = useMay("campaigns:run");
  const queries = useQueryClient();
  const running = campaigns.filter((campaign) => campaign.state === "running");
  const pause = useMutation({
    mutationFn: () => pauseAll(running),
    onSettled: () => queries.invalidateQueries(),
  });
  if (!may) return null;
  return (
    <>
      {pause.data !== undefined && pause.data.length > 0 && (
        <Notice tone="bad">{BOARD.notPaused(pause.data.join("; "))}</Notice>
      )}
      <Confirmed
        opener={
          <Button weight="danger" disabled={running.length === 0 || pause.isPending}>
            {BOARD.pauseAll}
          </Button>
        }
        title={BOARD.pauseTitle}
        effect={BOARD.pauseEffect(running.length)}
        act={BOARD.pauseAll}
        onConfirm={() => pause.mutate()}
      />
    </>
  );
}
