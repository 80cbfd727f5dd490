import type { QueryKey } from "@tanstack/react-query";
import { useAct } from "@/api/acts";
import { api, dataOf, type Schemas } from "@/api/client";
import { Disclosed } from "@/ui/disclosed";
import { ChoiceField, TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { Notice } from "@/ui/notice";
import { NumberFields } from "@/ui/region_fields";
import { numberOf } from "@/ui/typed";
import { IN_CRM, REQUESTS } from "@/words/people_requests";

type Sent = Schemas["ErasureBody"] & { again: string };

/** Forgets a person for good. The number is typed twice: a wrong digit would forget somebody else. */
export function EraseForm({ touches }: { touches: readonly QueryKey[] }) {
  const erase = useAct(
    async ({ again, ...body }: Sent, header) => {
      if (digits(again) !== digits(body.number)) throw new Error(REQUESTS.differ);
      return dataOf(api.POST("/api/people/erasures", { body, params: { header } }));
    },
    { touches },
  );
  return (
    <Disclosed word={REQUESTS.erase} weight="danger">
      <Form
        word={REQUESTS.eraseAct}
        weight="danger"
        sending={erase}
        onSend={(typed) =>
          erase.act({
            ...numberOf(typed),
            again: typed.text("again"),
            in_crm: typed.choice<Schemas["InCrm"]>("crm"),
          })
        }
      >
        <Notice tone="warning">{REQUESTS.eraseEffect}</Notice>
        <NumberFields />
        <TextField
          label={REQUESTS.again}
          name="again"
          type="tel"
          required
          maxLength={60}
          autoComplete="off"
        />
        <ChoiceField label={REQUESTS.inCrm} hint={REQUESTS.asEffect} name="crm" words={IN_CRM} />
      </Form>
    </Disclosed>
  );
}

/** As it is dialled: spaces and strokes between digits say nothing. */
function digits(number: string): string {
  return number.replace(/[^\d+]/g, "");
}
