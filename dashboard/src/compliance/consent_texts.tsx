import { useInfiniteQuery } from "@tanstack/react-query";
import { useAct } from "@/api/acts";
import { api, dataOf, type Schemas } from "@/api/client";
import { consentTextPages } from "@/compliance/queries";
import { useMay } from "@/session/session";
import { moment } from "@/shown/moments";
import { Answer } from "@/ui/answer";
import { Disclosed } from "@/ui/disclosed";
import { TextArea, TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { More } from "@/ui/more";
import { Empty, Panel } from "@/ui/panel";
import { CONSENTS } from "@/words/consents";

/** The words that people agree to, kept for good. */
export function ConsentTexts() {
  const may = useMay("consents:write");
  const found = useInfiniteQuery(consentTextPages);
  return (
    <Panel title={CONSENTS.texts}>
      <div className="grid gap-3">
        {may && <Add />}
        <Answer of={found}>
          {(texts) =>
            texts.length === 0 ? (
              <Empty title={CONSENTS.textsNone}>{CONSENTS.textsNoneHint}</Empty>
            ) : (
              texts.map(({ id, name, version, text, created_at }) => (
                <details key={id} className="text-sm">
                  <summary className="cursor-pointer">
                    {CONSENTS.version(name, version)} <span className="text-faint">{moment(created_at)}</span>
                  </summary>
                  <p className="mt-1 whitespace-pre-wrap">{text}</p>
                </details>
              ))
            )
          }
        </Answer>
        <More of={found} />
      </div>
    </Panel>
  );
}

function Add() {
  const add = useAct(
    (body: Schemas["ConsentTextBody"], header) =>
      dataOf(api.POST("/api/consent-texts", { body, params: { header } })),
    { touches: [["consent-texts"]] },
  );
  return (
    <Disclosed word={CONSENTS.addText}>
      <Form
        word={CONSENTS.addText}
        sending={add}
        onSend={(typed) => add.act({ name: typed.text("name"), text: typed.text("text") })}
      >
        <TextField
          label={CONSENTS.textName}
          hint={CONSENTS.textNameHint}
          name="name"
          required
          pattern="[a-z0-9][a-z0-9_\-]{0,59}"
        />
        <TextArea label={CONSENTS.words} name="text" required maxLength={20_000} />
      </Form>
    </Disclosed>
  );
}
