import type { FormEvent, ReactNode } from "react";
import { Button, type Weight } from "@/ui/button";
import { FormError } from "@/ui/form_errors";
import { Typed } from "@/ui/typed";

/** What happens when a form is sent, as api/acts knows it. */
export interface Sending {
  error: Error | null;
  isPending: boolean;
}

/** Fields with one button; empty again once what was typed was taken, and as it was while it was not. */
export function Form({
  word,
  weight = "main",
  sending,
  onSend,
  children,
}: {
  word: string;
  weight?: Weight;
  sending: Sending;
  onSend: (typed: Typed) => Promise<boolean>;
  children: ReactNode;
}) {
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    if (await onSend(new Typed(new FormData(form)))) form.reset();
  };
  return (
    <form className="grid max-w-xl gap-3" onSubmit={(event) => void send(event)}>
      <FormError error={sending.error} />
      {children}
      <Button type="submit" weight={weight} disabled={sending.isPending} className="justify-self-start">
        {word}
      </Button>
    </form>
  );
}
