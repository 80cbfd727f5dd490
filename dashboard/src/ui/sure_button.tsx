import type { ReactNode } from "react";
import { Button, type Weight } from "@/ui/button";
import { Confirmed } from "@/ui/dialog";
import type { Sending } from "@/ui/form";
import { FormError } from "@/ui/form_errors";

/** A button for an act that is asked twice, with what came of it beside. */
export function SureButton({
  word,
  title,
  effect,
  weight = "danger",
  sending,
  onSure,
}: {
  word: string;
  title: string;
  effect: ReactNode;
  weight?: Weight;
  sending: Sending;
  onSure: () => void;
}) {
  return (
    <>
      <Confirmed
        opener={
          <Button weight={weight} disabled={sending.isPending}>
            {word}
          </Button>
        }
        title={title}
        effect={effect}
        act={word}
        onConfirm={onSure}
      />
      <FormError error={sending.error} />
    </>
  );
}
