import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useEffect, useState } from "react";
import { api, dataOf } from "@/api/client";
import { ProblemError } from "@/api/problems";
import { tokens } from "@/session/session";
import { forgetArrival } from "@/sign_in/arrival";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/field";
import { FormError } from "@/ui/form_errors";
import { FINISH, SIGN_IN } from "@/words/sign_in";

/** Back from the company's sign-in: the code of the address becomes a session, with a second factor for whoever has one here. */
export function FinishForm({ code }: { code: string }) {
  const [factor, setFactor] = useState("");
  const { mutate, error, isPending, isIdle } = useMutation({
    mutationFn: (second_factor: string) =>
      dataOf(
        api.POST("/api/auth/oidc/finish", { body: { code, ...(second_factor !== "" && { second_factor }) } }),
      ),
    onSuccess: (answer) => {
      forgetArrival();
      tokens.signIn(answer);
    },
  });
  useEffect(() => {
    if (isIdle) mutate("");
  }, [isIdle, mutate]);
  const needsCode = error instanceof ProblemError && error.code === "second_factor_needed";
  const send = (event: FormEvent) => {
    event.preventDefault();
    mutate(factor);
  };
  return (
    <form className="grid gap-4" onSubmit={send}>
      <FormError error={needsCode ? null : error} />
      {(needsCode || factor !== "") && (
        <>
          <TextField
            label={SIGN_IN.code}
            autoComplete="one-time-code"
            value={factor}
            onChange={(event) => setFactor(event.target.value)}
          />
          <Button type="submit" weight="main" disabled={isPending}>
            {FINISH.act}
          </Button>
        </>
      )}
    </form>
  );
}
