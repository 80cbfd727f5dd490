import { useState } from "react";
import { useAct } from "@/api/acts";
import { api, dataOf, type Schemas } from "@/api/client";
import { count, moment } from "@/shown/moments";
import { Disclosed } from "@/ui/disclosed";
import { TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { Notice } from "@/ui/notice";
import { CopyButton } from "@/ui/secret";
import { AUDIT, FLAWS } from "@/words/audit";

type Verified = Schemas["VerificationResponse"];

/** Whether the log is whole. It looks at every entry, so only whoever asks has it done. */
export function Verification() {
  const [verified, setVerified] = useState<Verified | null>(null);
  const verify = useAct(
    (known: string | null) =>
      dataOf(api.GET("/api/audit-log/verification", { params: { query: { known } } })),
    { onDone: setVerified },
  );
  return (
    <Disclosed word={AUDIT.verify} weight="main">
      {verified !== null && verify.isDone && <Result verified={verified} />}
      <Form word={AUDIT.verify} sending={verify} onSend={(typed) => verify.act(typed.maybe("known"))}>
        <TextField
          label={AUDIT.known}
          hint={AUDIT.knownHint}
          name="known"
          pattern="[0-9]{1,18}:[0-9a-f]{64}"
          autoComplete="off"
        />
      </Form>
    </Disclosed>
  );
}

function Result({ verified }: { verified: Verified }) {
  const { broken, head, sealed_to, sealed_at, late_from, late_to } = verified;
  if (!verified.is_whole)
    return (
      <Notice tone="bad">{broken && AUDIT.broken(broken.seq, FLAWS[broken.flaw] ?? broken.flaw)}</Notice>
    );
  return (
    <Notice tone="good">
      <p>{AUDIT.whole(count(verified.entries ?? 0))}</p>
      {sealed_to != null && <p>{AUDIT.sealed(count(sealed_to), moment(sealed_at ?? null))}</p>}
      {late_from != null && late_to != null && <p>{AUDIT.late(count(late_from), count(late_to))}</p>}
      {head != null && (
        <p className="mt-2 flex flex-wrap items-center gap-2">
          {AUDIT.head}: <code className="break-all">{head}</code> <CopyButton text={head} />
        </p>
      )}
    </Notice>
  );
}
