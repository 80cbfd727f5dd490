import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAct } from "@/api/acts";
import { api, dataOf } from "@/api/client";
import { EraseForm } from "@/compliance/erase_form";
import { type PersonRequest, requestPages } from "@/compliance/queries";
import { Receipt } from "@/compliance/receipt";
import { useMay } from "@/session/session";
import { moment } from "@/shown/moments";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { Disclosed } from "@/ui/disclosed";
import { Form } from "@/ui/form";
import { FormError } from "@/ui/form_errors";
import { columnsOf, Listed } from "@/ui/listed";
import { Page } from "@/ui/page";
import { Empty } from "@/ui/panel";
import { NumberFields } from "@/ui/region_fields";
import { saveFile } from "@/ui/save_file";
import { numberOf } from "@/ui/typed";
import { COMPLIANCE } from "@/words/compliance";
import { REQUEST_KINDS, REQUEST_STATES, REQUESTS } from "@/words/people_requests";
import { named } from "@/words/states";

const EVERY_MS = 2000;
const TOUCHES = [["people-requests"]];

const COLUMNS = columnsOf<PersonRequest>(
  [REQUESTS.kind, ({ kind }) => <span className="font-medium">{REQUEST_KINDS[kind] ?? kind}</span>],
  [REQUESTS.state, ({ state }) => <Badge named={named(REQUEST_STATES, state)} />],
  [REQUESTS.asked, ({ created_at }) => moment(created_at)],
  [REQUESTS.finished, ({ finished_at }) => moment(finished_at)],
  [REQUESTS.fetch, (request) => <Fetch request={request} />],
  [REQUESTS.receipt, (request) => <Receipt of={request} />],
);

export function RequestsScreen() {
  const may = useMay("people:erase");
  const found = useInfiniteQuery({
    ...requestPages,
    // No live event tells that one is done: what was asked for is of a person, and so is when.
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ data }) => data.some((request) => request.state === "waiting")) && EVERY_MS,
  });
  return (
    <Page title={COMPLIANCE.requests} below={REQUESTS.below}>
      <Export />
      {may && <EraseForm touches={TOUCHES} />}
      <Listed
        label={COMPLIANCE.requests}
        of={found}
        columns={COLUMNS}
        empty={<Empty title={REQUESTS.none}>{REQUESTS.noneHint}</Empty>}
      />
    </Page>
  );
}

function Export() {
  const ask = useAct(
    (body: ReturnType<typeof numberOf>, header) =>
      dataOf(api.POST("/api/people/exports", { body, params: { header } })),
    { touches: TOUCHES },
  );
  return (
    <Disclosed word={REQUESTS.export} weight="main">
      <p className="mb-3 text-sm text-faint">{REQUESTS.exportWhy}</p>
      <Form word={REQUESTS.exportAct} sending={ask} onSend={(typed) => ask.act(numberOf(typed))}>
        <NumberFields />
      </Form>
    </Disclosed>
  );
}

/** An export while it can be fetched. That it was, stands in the audit log; it goes from here into a file and stays nowhere. */
function Fetch({ request }: { request: PersonRequest }) {
  const [now] = useState(Date.now);
  const fetchIt = useAct(
    (request_id: string) =>
      dataOf(
        api.GET("/api/people/requests/{request_id}/export", {
          params: { path: { request_id } },
          parseAs: "blob",
        }),
      ),
    { onDone: (content) => saveFile(content, `${request.id}.json`) },
  );
  const { expires_at } = request;
  if (request.kind !== "export" || request.state !== "done" || expires_at === null) return "–";
  if (Date.parse(expires_at) <= now) return "–";
  return (
    <>
      <Button disabled={fetchIt.isPending} onClick={() => void fetchIt.act(request.id)}>
        {REQUESTS.fetch}
      </Button>
      <p className="text-faint">{REQUESTS.until(moment(expires_at))}</p>
      <FormError error={fetchIt.error} />
    </>
  );
}
