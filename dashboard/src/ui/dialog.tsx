import { AlertDialog } from "@base-ui/react/alert-dialog";
import { type ReactElement, type ReactNode, useState } from "react";
import { Button } from "@/ui/button";
import { CANCEL } from "@/words/acts";

/** Asks before an act that has an effect on people or money, and names that effect. */
export function Confirmed({
  opener,
  title,
  effect,
  act,
  onConfirm,
}: {
  opener: ReactElement<Record<string, unknown>>;
  title: string;
  effect: ReactNode;
  act: string;
  onConfirm: () => void;
}) {
  const [isOpen, setOpen] = useState(false);
  return (
    <AlertDialog.Root open={isOpen} onOpenChange={setOpen}>
      <AlertDialog.Trigger render={opener} />
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="fixed inset-0 bg-black/50" />
        <AlertDialog.Popup className="fixed top-1/2 left-1/2 grid w-[min(28rem,calc(100vw-2rem))] -translate-x-1/2 -translate-y-1/2 gap-3 rounded-lg border border-line bg-panel p-5 text-ink shadow-xl">
          <AlertDialog.Title className="text-lg font-semibold">{title}</AlertDialog.Title>
          <AlertDialog.Description className="text-sm text-faint">{effect}</AlertDialog.Description>
          <div className="mt-2 flex justify-end gap-2">
            <AlertDialog.Close render={<Button>{CANCEL}</Button>} />
            <Button
              weight="danger"
              onClick={() => {
                setOpen(false);
                onConfirm();
              }}
            >
              {act}
            </Button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
