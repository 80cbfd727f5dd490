import { type ReactNode, useId, useState } from "react";
import { Button, type Weight } from "@/ui/button";
import { Panel } from "@/ui/panel";
import { CLOSE } from "@/words/acts";

/** A button behind which something is, such as the form that adds a row; made when it is opened, gone when it is closed. */
export function Disclosed({
  word,
  weight = "plain",
  children,
}: {
  word: string;
  weight?: Weight;
  children: ReactNode | ((close: () => void) => ReactNode);
}) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const close = () => setOpen(false);
  return (
    <div className="grid gap-3">
      <Button
        weight={isOpen ? "quiet" : weight}
        className="justify-self-start"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? CLOSE : word}
      </Button>
      <div id={id} hidden={!isOpen}>
        {isOpen && <Panel title={word}>{typeof children === "function" ? children(close) : children}</Panel>}
      </div>
    </div>
  );
}
