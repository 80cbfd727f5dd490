import { type DragEvent, useState } from "react";
import { Labelled } from "@/ui/field";
import { DROP_HERE } from "@/words/acts";

/** One file, chosen or dropped. The field takes both, so that a keyboard has a way as well. */
export function FileChoice({
  label,
  hint,
  accept,
  error,
  onChoose,
}: {
  label: string;
  hint?: string;
  accept?: string;
  error?: string | undefined;
  onChoose: (file: File | null) => void;
}) {
  const [isOver, setOver] = useState(false);
  // The field itself says what was chosen, not what was dropped.
  const [dropped, setDropped] = useState("");
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0] ?? null;
    setDropped(file?.name ?? "");
    onChoose(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the field inside takes the file by keyboard
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={`rounded-lg border border-dashed p-4 ${isOver ? "border-accent bg-sunken" : "border-line"}`}
    >
      <Labelled label={label} hint={hint ?? DROP_HERE} error={error}>
        {(ties) => (
          <input
            type="file"
            accept={accept}
            className="w-full text-sm file:mr-3 file:min-h-9 file:rounded-md file:border file:border-line file:bg-panel file:px-3 file:text-ink"
            onChange={({ target }) => {
              setDropped("");
              onChoose(target.files?.[0] ?? null);
            }}
            {...ties}
          />
        )}
      </Labelled>
      {dropped !== "" && <p className="mt-2 text-sm break-words">{dropped}</p>}
    </div>
  );
}
