import { useEffect, useRef, useState } from "react";
import { Button } from "@/ui/button";
import { COPIED, COPY, KEPT, SHOWN_ONCE } from "@/words/acts";

/** What is shown this once: it stands in no cache and no storage, and is gone when its holder lets it go. */
export function ShownOnce({ title, text, onKept }: { title: string; text: string; onKept: () => void }) {
  const place = useRef<HTMLElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <section
      ref={place}
      tabIndex={-1}
      aria-label={title}
      className="grid gap-2 rounded-md border border-warning bg-panel p-4 text-sm"
    >
      <p className="font-medium">{title}</p>
      <p className="text-faint">{SHOWN_ONCE}</p>
      <pre className="overflow-x-auto rounded bg-sunken p-3 font-mono break-all whitespace-pre-wrap">
        {text}
      </pre>
      <div className="flex flex-wrap gap-2">
        <CopyButton text={text} />
        <Button onClick={onKept}>{KEPT}</Button>
      </div>
    </section>
  );
}

/** Puts a text where one pastes from; a page over plain HTTP has no such place, and then the text is there to be marked. */
export function CopyButton({ text }: { text: string }) {
  const [isCopied, setCopied] = useState(false);
  if (navigator.clipboard === undefined) return null;
  const copy = async () => {
    await navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <>
      <Button weight="main" onClick={() => void copy()}>
        {COPY}
      </Button>
      <span role="status" className="self-center text-good">
        {isCopied && COPIED}
      </span>
    </>
  );
}
