import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAct } from "@/api/acts";
import { api, dataOf, type Schemas } from "@/api/client";
import { type Hold, holdPages } from "@/compliance/queries";
import { useMay } from "@/session/session";
import { moment } from "@/shown/moments";
import { Badge } from "@/ui/badge";
import { Disclosed } from "@/ui/disclosed";
import { TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { columnsOf, Listed } from "@/ui/listed";
import { NumberSearch } from "@/ui/number_search";
import { Page } from "@/ui/page";
import { Empty } from "@/ui/panel";
import { NumberFields } from "@/ui/region_fields";
import { SureButton } from "@/ui/sure_button";
import { numberOf } from "@/ui/typed";
import { COMPLIANCE } from "@/words/compliance";
import { HOLDS } from "@/words/people_requests";

const TOUCHES = [["legal-holds"]];

const COLUMNS = columnsOf<Hold>(
  [HOLDS.number, ({ number }) => <span className="font-medium whitespace-nowrap">{number || "–"}</span>],
  [HOLDS.reason, ({ reason }) => reason || "–"],
  [HOLDS.state, ({ released_at }) => <Badge named={released_at === null ? HOLDS.holds : HOLDS.released} />],
  [HOLDS.since, ({ created_at }) => moment(created_at)],
  [HOLDS.release, (hold) => <Release hold={hold} />],
);

export function HoldsScreen() {
  const [number, setNumber] = useState<string | null>(null);
  const may = useMay("people:erase");
  const found = useInfiniteQuery(holdPages(number));
  return (
    <Page title={COMPLIANCE.holds} below={HOLDS.below}>
      <NumberSearch number={number} onFind={setNumber} />
      {may && <Add />}
      <Listed
        label={COMPLIANCE.holds}
        of={found}
        columns={COLUMNS}
        empty={<Empty title={HOLDS.none}>{HOLDS.noneHint}</Empty>}
      />
    </Page>
  );
}

function Add() {
  const add = useAct(
    (body: Schemas["HoldBody"], header) => dataOf(api.POST("/api/legal-holds", { body, params: { header } })),
    { touches: TOUCHES },
  );
  return (
    <Disclosed word={HOLDS.add} weight="main">
      <Form
        word={HOLDS.add}
        sending={add}
        onSend={(typed) => add.act({ ...numberOf(typed), reason: typed.text("reason") })}
      >
        <NumberFields />
        <TextField label={HOLDS.reason} name="reason" required maxLength={1000} />
      </Form>
    </Disclosed>
  );
}

function Release({ hold }: { hold: Hold }) {
  const may = useMay("people:erase");
  const release = useAct(
    (hold_id: string, header) =>
      dataOf(api.POST("/api/legal-holds/{hold_id}/release", { params: { path: { hold_id }, header } })),
    { touches: TOUCHES },
  );
  if (!may || hold.released_at !== null) return null;
  return (
    <SureButton
      word={HOLDS.release}
      title={HOLDS.releaseTitle(hold.number)}
      effect={HOLDS.releaseEffect}
      sending={release}
      onSure={() => void release.act(hold.id)}
    />
  );
}
