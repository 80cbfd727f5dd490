import { useState } from "react";
import { useAct } from "@/api/acts";
import { api, dataOf, type Schemas } from "@/api/client";
import { wishOf } from "@/compliance/wishes";
import { Checks } from "@/ui/checks";
import { Disclosed } from "@/ui/disclosed";
import { ChoiceField, TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { NumberFields } from "@/ui/region_fields";
import { numberOf } from "@/ui/typed";
import { DAYS, PREFERENCE_KINDS, PREFERENCES } from "@/words/consents";
import { CHANNELS } from "@/words/contacts";

const DAY_CHOICES = Object.entries(DAYS).map(([name, word]) => ({ name, word }));
const WAY_CHOICES = ["sms", "whatsapp", "email"].map((name) => ({ name, word: CHANNELS[name] ?? name }));

export function AddPreference() {
  const [kind, setKind] = useState("when");
  const add = useAct(
    (body: Schemas["PreferenceBody"], header) =>
      dataOf(api.POST("/api/preferences", { body, params: { header } })),
    { touches: [["preferences"]] },
  );
  return (
    <Disclosed word={PREFERENCES.add} weight="main">
      <Form
        word={PREFERENCES.add}
        sending={add}
        onSend={(typed) =>
          add.act({ ...numberOf(typed), ...wishOf(kind, typed), words: typed.text("words") })
        }
      >
        <NumberFields />
        <ChoiceField
          label={PREFERENCES.kind}
          words={PREFERENCE_KINDS}
          value={kind}
          onChange={({ target }) => setKind(target.value)}
        />
        {kind === "when" && <Hours />}
        {kind === "writing" && (
          <Checks legend={PREFERENCES.ways} hint={PREFERENCES.waysHint} name="ways" choices={WAY_CHOICES} />
        )}
        {kind === "how_often" && (
          <TextField
            label={PREFERENCES.every}
            name="every"
            type="number"
            min={0.01}
            max={366}
            step="any"
            required
          />
        )}
        <TextField label={PREFERENCES.words} name="words" maxLength={1000} />
      </Form>
    </Disclosed>
  );
}

function Hours() {
  return (
    <>
      <Checks legend={PREFERENCES.days} name="days" choices={DAY_CHOICES} />
      <div className="grid grid-cols-2 gap-3">
        <TextField label={PREFERENCES.from} name="from" type="time" required />
        <TextField label={PREFERENCES.to} name="to" type="time" required />
      </div>
    </>
  );
}
