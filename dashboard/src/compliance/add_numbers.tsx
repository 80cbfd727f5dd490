import { useState } from "react";
import { useAct } from "@/api/acts";
import { api, dataOf, type Schemas } from "@/api/client";
import { ScopeFields, scopeOf } from "@/compliance/scope_fields";
import { Disclosed } from "@/ui/disclosed";
import { TextArea } from "@/ui/field";
import { Form } from "@/ui/form";
import { Notice } from "@/ui/notice";
import { RegionField } from "@/ui/region_fields";
import { regionOf } from "@/ui/typed";
import { ADD } from "@/words/acts";
import { DO_NOT_CALL } from "@/words/compliance";

/** All of them, or none: a number that cannot be read refuses the rest. */
export function AddNumbers() {
  const [added, setAdded] = useState<Schemas["Added"] | null>(null);
  const add = useAct(
    (body: Schemas["NumbersBody"], header) => dataOf(api.POST("/api/dnc", { body, params: { header } })),
    { touches: [["suppressions"]], onDone: setAdded },
  );
  return (
    <Disclosed word={DO_NOT_CALL.add} weight="main">
      {added !== null && add.isDone && (
        <Notice tone="good">{DO_NOT_CALL.added(added.added, added.already_listed)}</Notice>
      )}
      <Form
        word={ADD}
        sending={add}
        onSend={(typed) =>
          add.act({ numbers: typed.lines("numbers"), default_region: regionOf(typed), ...scopeOf(typed) })
        }
      >
        <TextArea label={DO_NOT_CALL.numbers} name="numbers" required />
        <RegionField />
        <ScopeFields />
      </Form>
    </Disclosed>
  );
}
