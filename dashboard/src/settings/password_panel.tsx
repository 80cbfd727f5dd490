import { useAct } from "@/api/acts";
import { api, dataOf } from "@/api/client";
import { TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { Notice } from "@/ui/notice";
import { Panel } from "@/ui/panel";
import { PROFILE } from "@/words/people";

export function PasswordPanel() {
  const change = useAct(
    (body: { current: string; password: string }) => dataOf(api.POST("/api/me/password", { body })),
    { touches: [["sessions"]] },
  );
  return (
    <Panel title={PROFILE.password}>
      {change.isDone && <Notice tone="good">{PROFILE.passwordChanged}</Notice>}
      <Form
        word={PROFILE.changePassword}
        weight="plain"
        sending={change}
        onSend={(typed) => change.act({ current: typed.raw("current"), password: typed.raw("password") })}
      >
        <CurrentPassword />
        <TextField
          label={PROFILE.newPassword}
          hint={PROFILE.newPasswordHint}
          name="password"
          type="password"
          required
          autoComplete="new-password"
        />
      </Form>
    </Panel>
  );
}

/** One's password once more, before something that whoever found the screen open should not do. */
export function CurrentPassword() {
  return (
    <TextField
      label={PROFILE.current}
      name="current"
      type="password"
      required
      autoComplete="current-password"
    />
  );
}
