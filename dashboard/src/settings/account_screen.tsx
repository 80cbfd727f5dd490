import { useQuery } from "@tanstack/react-query";
import { useAct } from "@/api/acts";
import { api, asSeen, dataOf, type Schemas, type Seen } from "@/api/client";
import { useMay } from "@/session/session";
import { account } from "@/settings/account_queries";
import { Answer } from "@/ui/answer";
import { TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { Notice } from "@/ui/notice";
import { Page } from "@/ui/page";
import { Facts } from "@/ui/panel";
import { ACCOUNT } from "@/words/account";
import { SAVE } from "@/words/acts";

export function AccountScreen() {
  const may = useMay("account:write");
  const found = useQuery(account);
  return (
    <Page title={ACCOUNT.title}>
      <Answer of={found}>
        {(seen) => (
          <>
            <Facts
              facts={[
                [ACCOUNT.name, seen.data.name],
                [ACCOUNT.id, <code key="id">{seen.data.id}</code>],
                [ACCOUNT.language, seen.data.language ?? "–"],
              ]}
            />
            {may && <Language seen={seen} />}
          </>
        )}
      </Answer>
    </Page>
  );
}

function Language({ seen }: { seen: Seen<Schemas["AccountResponse"]> }) {
  const change = useAct(
    (language: string | null) =>
      dataOf(api.PATCH("/api/account", { params: { header: asSeen(seen) }, body: { language } })),
    { touches: [["account"]] },
  );
  return (
    <>
      {change.isDone && <Notice tone="good">{ACCOUNT.saved}</Notice>}
      <Form
        key={seen.data.language}
        word={SAVE}
        sending={change}
        onSend={(typed) => change.act(typed.maybe("language"))}
      >
        <TextField
          label={ACCOUNT.language}
          hint={ACCOUNT.languageHint}
          name="language"
          pattern="[a-z]{2}(-[A-Z]{2})?"
          defaultValue={seen.data.language ?? ""}
        />
      </Form>
    </>
  );
}
