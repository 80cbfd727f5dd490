import { type FormEvent, useState } from "react";
import { apiAddress } from "@/api/address";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/field";
import { SIGN_IN } from "@/words/sign_in";

/** Sends the browser to the account's identity provider, by way of the API. */
export function CompanyForm() {
  const [account, setAccount] = useState("");
  const go = (event: FormEvent) => {
    event.preventDefault();
    window.location.assign(
      `${apiAddress()}/api/auth/oidc/start?account=${encodeURIComponent(account.trim())}`,
    );
  };
  return (
    <form className="grid gap-4" onSubmit={go}>
      <TextField
        label={SIGN_IN.account}
        hint={SIGN_IN.companyHint}
        required
        value={account}
        onChange={(event) => setAccount(event.target.value)}
      />
      <Button type="submit" weight="main">
        {SIGN_IN.companyAct}
      </Button>
    </form>
  );
}
