import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { api, dataOf } from "@/api/client";
import { ProblemError } from "@/api/problems";
import { tokens } from "@/session/session";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/field";
import { FormError } from "@/ui/form_errors";
import { Required } from "@/words/forms";
import { SIGN_IN } from "@/words/sign_in";

const shape = z.object({
  email: z.string().trim().min(3, Required.email),
  password: z.string().min(1, Required.password),
  code: z.string().trim(),
  account: z.string().trim(),
});

type Typed = z.infer<typeof shape>;

const NEEDS_CODE = "second_factor_needed";

/** Address and password; a code as soon as the server says that one is needed. */
export function SignInForm() {
  const [needsCode, setNeedsCode] = useState(false);
  const form = useForm<Typed>({
    resolver: zodResolver(shape),
    defaultValues: { email: "", password: "", code: "", account: "" },
  });
  const signIn = useMutation({
    mutationFn: ({ code, account, ...known }: Typed) =>
      dataOf(
        api.POST("/api/auth/login", {
          body: { ...known, ...(code !== "" && { code }), ...(account !== "" && { account }) },
        }),
      ),
    onSuccess: (answer) => tokens.signIn(answer),
    onError: (error) => {
      if (error instanceof ProblemError && error.code === NEEDS_CODE) setNeedsCode(true);
    },
  });
  const asksOnly = needsCode && signIn.error instanceof ProblemError && signIn.error.code === NEEDS_CODE;
  const { errors } = form.formState;
  return (
    <form className="grid gap-4" onSubmit={form.handleSubmit((typed) => signIn.mutate(typed))} noValidate>
      <FormError error={asksOnly ? null : signIn.error} />
      <TextField
        label={SIGN_IN.email}
        type="email"
        autoComplete="username"
        error={errors.email?.message}
        {...form.register("email")}
      />
      <TextField
        label={SIGN_IN.password}
        type="password"
        autoComplete="current-password"
        error={errors.password?.message}
        {...form.register("password")}
      />
      {needsCode && (
        <TextField
          label={SIGN_IN.code}
          autoComplete="one-time-code"
          inputMode="numeric"
          autoFocus
          error={errors.code?.message}
          {...form.register("code")}
        />
      )}
      <details className="text-sm">
        <summary className="cursor-pointer text-faint">{SIGN_IN.account}</summary>
        <div className="mt-2">
          <TextField label={SIGN_IN.account} hint={SIGN_IN.accountHint} {...form.register("account")} />
        </div>
      </details>
      <Button type="submit" weight="main" disabled={signIn.isPending}>
        {SIGN_IN.act}
      </Button>
    </form>
  );
}
