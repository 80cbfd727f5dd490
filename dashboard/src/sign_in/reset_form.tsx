import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api, dataOf } from "@/api/client";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/field";
import { FormError } from "@/ui/form_errors";
import { Notice } from "@/ui/notice";
import { RESET, SIGN_IN } from "@/words/sign_in";

/** Asks for a letter; what comes back is the same for every address. */
export function ResetForm() {
  const [email, setEmail] = useState("");
  const ask = useMutation({
    mutationFn: (address: string) =>
      dataOf(api.POST("/api/auth/password-reset", { body: { email: address } })),
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate(email);
  };
  if (ask.data !== undefined) return <Notice tone="good">{ask.data.detail}</Notice>;
  return (
    <form className="grid gap-4" onSubmit={send}>
      <p className="text-sm text-faint">{RESET.explained}</p>
      <FormError error={ask.error} />
      <TextField
        label={SIGN_IN.email}
        type="email"
        required
        minLength={3}
        autoComplete="username"
        value={email}
        onChange={(event) => setEmail(event.target.value)}
      />
      <Button type="submit" weight="main" disabled={ask.isPending}>
        {RESET.act}
      </Button>
    </form>
  );
}
