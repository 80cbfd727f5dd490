import { useState } from "react";
import { useAct } from "@/api/acts";
import { api, dataOf, formOf, type Schemas } from "@/api/client";
import { ScopeFields, scopeOf } from "@/compliance/scope_fields";
import { Disclosed } from "@/ui/disclosed";
import { TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { Notice } from "@/ui/notice";
import { RegionField } from "@/ui/region_fields";
import { regionOf } from "@/ui/typed";
import { DO_NOT_CALL } from "@/words/compliance";
import { FILE } from "@/words/forms";

type Sent = Omit<Schemas["Body_import_numbers"], "file"> & { file: File | null };

export function ImportNumbers() {
  const [imported, setImported] = useState<Schemas["Imported"] | null>(null);
  const send = useAct(
    (sent: Sent, header) =>
      dataOf(
        api.POST("/api/dnc/imports", {
          params: { header },
          body: { ...sent, file: "" },
          bodySerializer: () => formOf(sent),
        }),
      ),
    { touches: [["suppressions"]], onDone: setImported },
  );
  return (
    <Disclosed word={DO_NOT_CALL.imports}>
      {imported !== null && send.isDone && <Report imported={imported} />}
      <Form
        word={DO_NOT_CALL.importAct}
        sending={send}
        onSend={(typed) =>
          send.act({ file: typed.file("file"), default_region: regionOf(typed), ...scopeOf(typed) })
        }
      >
        <TextField label={FILE} hint={DO_NOT_CALL.fileHint} name="file" type="file" required />
        <RegionField />
        <ScopeFields />
      </Form>
    </Disclosed>
  );
}

function Report({ imported }: { imported: Schemas["Imported"] }) {
  return (
    <Notice tone={imported.rejected > 0 ? "warning" : "good"}>
      <p>{DO_NOT_CALL.added(imported.added, imported.already_listed)}</p>
      <p>{DO_NOT_CALL.imported(imported.rows, imported.rejected)}</p>
      <ul>
        {imported.problems.map(({ row_number, message }) => (
          <li key={row_number}>
            {DO_NOT_CALL.row(row_number)}: {message}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
