import { useState } from "react";
import { useAct } from "@/api/acts";
import { api, dataOf, type Schemas } from "@/api/client";
import { CurrentPassword } from "@/settings/password_panel";
import { Badge } from "@/ui/badge";
import { Disclosed } from "@/ui/disclosed";
import { TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { Panel } from "@/ui/panel";
import { CopyButton, ShownOnce } from "@/ui/secret";
import { PROFILE } from "@/words/people";

type Offered = Schemas["OfferedSecret"];

const TOUCHES = [["me"], ["people"]];

/** Set up in two steps: the secret counts once a code of it was typed. Secrets live here and nowhere else. */
export function SecondFactor({ isOn }: { isOn: boolean }) {
  const [codes, setCodes] = useState<string[] | null>(null);
  return (
    <Panel title={PROFILE.factor} beside={<Badge named={isOn ? PROFILE.factorOn : PROFILE.factorOff} />}>
      <div className="grid gap-3">
        {codes !== null && (
          <ShownOnce title={PROFILE.recovery} text={codes.join("\n")} onKept={() => setCodes(null)} />
        )}
        {isOn ? <TurnOff /> : <SetUp onCodes={setCodes} />}
      </div>
    </Panel>
  );
}

function SetUp({ onCodes }: { onCodes: (codes: string[]) => void }) {
  const [offered, setOffered] = useState<Offered | null>(null);
  const begin = useAct(
    (current: string) => dataOf(api.POST("/api/me/second-factor", { body: { current } })),
    { onDone: setOffered },
  );
  const confirm = useAct(
    (code: string) => dataOf(api.POST("/api/me/second-factor/confirm", { body: { code } })),
    { touches: TOUCHES, onDone: ({ recovery_codes }) => onCodes(recovery_codes) },
  );
  return (
    <>
      <p className="text-sm text-faint">{PROFILE.factorWhy}</p>
      <Disclosed word={PROFILE.setUp}>
        {offered === null ? (
          <Form word={PROFILE.setUp} sending={begin} onSend={(typed) => begin.act(typed.raw("current"))}>
            <CurrentPassword />
          </Form>
        ) : (
          <Form word={PROFILE.confirm} sending={confirm} onSend={(typed) => confirm.act(typed.text("code"))}>
            <Key offered={offered} />
            <TextField
              label={PROFILE.code}
              name="code"
              required
              autoFocus
              inputMode="numeric"
              autoComplete="one-time-code"
            />
          </Form>
        )}
      </Disclosed>
    </>
  );
}

function Key({ offered }: { offered: Offered }) {
  return (
    <div className="grid gap-2 text-sm">
      <p>{PROFILE.step}</p>
      <p>
        <span className="text-faint">{PROFILE.key}: </span>
        {/* In groups of four, as one types it from another screen. */}
        <code className="break-words">{offered.secret.replace(/(.{4})(?=.)/g, "$1 ")}</code>
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <CopyButton text={offered.secret} />
        <a href={offered.uri} className="text-accent underline underline-offset-2">
          {PROFILE.openLink}
        </a>
      </div>
    </div>
  );
}

function TurnOff() {
  const remove = useAct(
    (current: string) => dataOf(api.POST("/api/me/second-factor/remove", { body: { current } })),
    { touches: TOUCHES },
  );
  return (
    <Disclosed word={PROFILE.removeFactor}>
      <Form
        word={PROFILE.removeFactor}
        weight="danger"
        sending={remove}
        onSend={(typed) => remove.act(typed.raw("current"))}
      >
        <CurrentPassword />
      </Form>
    </Disclosed>
  );
}
