import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api, dataOf } from "@/api/client";
import { ProblemError } from "@/api/problems";
import { tokens } from "@/session/session";
import { forgetArrival } from "@/sign_in/arrival";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/field";
import { FormError } from "@/ui/form_errors";
import { ACCEPT, SIGN_IN } from "@/words/sign_in";

/** Whoever comes by a one-time link chooses a password and is in. */
export function AcceptForm({ token, explained }: { token: string; explained: string }) {
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const accept = useMutation({
    mutationFn: () =>
      dataOf(api.POST("/api/auth/accept", { body: { token, password, ...(code !== "" && { code }) } })),
    onSuccess: (answer) => {
      forgetArrival();
      tokens.signIn(answer);
    },
  });
  const needsCode = accept.error instanceof ProblemError && accept.error.code === "second_factor_needed";
  const send = (event: FormEvent) => {
    event.preventDefault();
    accept.mutate();
  };
  return (
    <form className="grid gap-4" onSubmit={send}>
      <p className="text-sm text-faint">{explained}</p>
      <FormError error={needsCode ? null : accept.error} />
      <TextField
        label={ACCEPT.password}
        hint={ACCEPT.passwordHint}
        type="password"
        required
        autoComplete="new-password"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      {(needsCode || code !== "") && (
        <TextField
          label={SIGN_IN.code}
          autoComplete="one-time-code"
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
      )}
      <Button type="submit" weight="main" disabled={accept.isPending}>
        {ACCEPT.act}
      </Button>
    </form>
  );
}
