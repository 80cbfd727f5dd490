import { useState } from "react";
import { useAct } from "@/api/acts";
import { api, dataOf, formOf } from "@/api/client";
import type { CallList } from "@/compliance/queries";
import { Disclosed } from "@/ui/disclosed";
import { TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { Notice } from "@/ui/notice";
import { RegionField } from "@/ui/region_fields";
import { regionOf } from "@/ui/typed";
import { LISTS } from "@/words/compliance";
import { FILE } from "@/words/forms";

interface Sent {
  file: File | null;
  as_of: string;
  default_region: string | null;
}

/** Numbers in the place of a list's; those before bind until all of them are read. */
export function FillList({ list }: { list: CallList }) {
  const [filled, setFilled] = useState<CallList | null>(null);
  const fill = useAct(
    (sent: Sent) =>
      dataOf(
        api.POST("/api/dnc/lists/{list_id}/versions", {
          params: { path: { list_id: list.id } },
          body: { ...sent, file: "" },
          bodySerializer: () => formOf({ ...sent }),
        }),
      ),
    { touches: [["dnc-lists"]], onDone: setFilled },
  );
  const version = filled?.versions[0];
  return (
    <Disclosed word={LISTS.fill}>
      {version !== undefined && fill.isDone && (
        <Notice tone={version.rejected > 0 ? "warning" : "good"}>
          <p>{LISTS.filled(version.numbers, version.rejected)}</p>
          <ul>
            {version.problems.map(({ line, message }) => (
              <li key={line}>
                {line}: {message}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Form
        word={LISTS.fill}
        sending={fill}
        onSend={(typed) =>
          fill.act({ file: typed.file("file"), as_of: typed.text("day"), default_region: regionOf(typed) })
        }
      >
        <TextField label={FILE} hint={LISTS.fillHint} name="file" type="file" required />
        <TextField label={LISTS.day} name="day" type="date" required />
        <RegionField />
      </Form>
    </Disclosed>
  );
}
