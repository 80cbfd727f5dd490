import { useInfiniteQuery } from "@tanstack/react-query";
import { useAct } from "@/api/acts";
import { api, dataOf, type Schemas } from "@/api/client";
import { FillList } from "@/compliance/fill_list";
import { listState, numbersInForce } from "@/compliance/list_state";
import { type CallList, type ListedChannel, listPages, type Purpose } from "@/compliance/queries";
import { ChannelField, PurposeField } from "@/compliance/scope_fields";
import { useMay } from "@/session/session";
import { count } from "@/shown/moments";
import { Badge } from "@/ui/badge";
import { Disclosed } from "@/ui/disclosed";
import { ChoiceField, TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { columnsOf, Listed } from "@/ui/listed";
import { Page } from "@/ui/page";
import { Empty } from "@/ui/panel";
import { SureButton } from "@/ui/sure_button";
import { REMOVE } from "@/words/acts";
import { COMPLIANCE, LIST_KINDS, LIST_STATES, LISTS } from "@/words/compliance";
import { CHANNELS, PURPOSES } from "@/words/contacts";
import { named } from "@/words/states";

const EVERY_MS = 3000;
const TOUCHES = [["dnc-lists"]];

const COLUMNS = columnsOf<CallList>(
  [
    LISTS.name,
    ({ name, kind, source }) => (
      <>
        <span className="font-medium">{name}</span>
        <p className="text-faint">{[LIST_KINDS[kind], source].filter(Boolean).join(", ")}</p>
      </>
    ),
  ],
  [LISTS.state, (list) => <State list={list} />],
  [LISTS.asOf, ({ as_of }) => as_of ?? "–"],
  [LISTS.limit, ({ max_age_days }) => (max_age_days === null ? LISTS.anyAge : LISTS.days(max_age_days))],
  [LISTS.numbers, (list) => numbersShown(numbersInForce(list))],
  [
    LISTS.scope,
    ({ channel, category }) =>
      [CHANNELS[channel] ?? channel, category === null ? null : PURPOSES[category]]
        .filter(Boolean)
        .join(", "),
  ],
  [LISTS.fill, (list) => <ListActs list={list} />],
);

function numbersShown(numbers: number | null): string {
  return numbers === null ? "–" : count(numbers);
}

function State({ list }: { list: CallList }) {
  const newest = list.versions[0];
  return (
    <>
      <Badge named={named(LIST_STATES, listState(list))} />
      {newest?.state === "reading" && <p className="text-faint">{LISTS.reading(newest.numbers)}</p>}
    </>
  );
}

export function ListsScreen() {
  const may = useMay("suppressions:write");
  const found = useInfiniteQuery({
    ...listPages,
    // No live event tells how far a list is read.
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ data }) => data.some((list) => listState(list) === "reading")) && EVERY_MS,
  });
  return (
    <Page title={COMPLIANCE.lists} below={LISTS.below}>
      {may && <Create />}
      <Listed
        label={COMPLIANCE.lists}
        of={found}
        columns={COLUMNS}
        empty={<Empty title={LISTS.none}>{LISTS.noneHint}</Empty>}
      />
    </Page>
  );
}

function Create() {
  const create = useAct(
    (body: Schemas["ListBody"], header) => dataOf(api.POST("/api/dnc/lists", { body, params: { header } })),
    { touches: TOUCHES },
  );
  return (
    <Disclosed word={LISTS.create} weight="main">
      <Form
        word={LISTS.create}
        sending={create}
        onSend={(typed) =>
          create.act({
            name: typed.text("name"),
            kind: typed.choice<Schemas["ListKind"]>("kind"),
            channel: typed.choice<ListedChannel>("channel"),
            category: typed.maybeChoice<Purpose>("category"),
            max_age_days: typed.number("age"),
            source: typed.text("source"),
          })
        }
      >
        <TextField label={LISTS.name} name="name" required maxLength={200} />
        <ChoiceField label={LISTS.kind} name="kind" words={LIST_KINDS} />
        <TextField label={LISTS.maxAge} hint={LISTS.maxAgeHint} name="age" type="number" min={1} max={3660} />
        <ChannelField />
        <PurposeField />
        <TextField label={LISTS.source} name="source" maxLength={500} />
      </Form>
    </Disclosed>
  );
}

function ListActs({ list }: { list: CallList }) {
  const may = useMay("suppressions:write");
  const mayLift = useMay("suppressions:lift");
  const remove = useAct(
    (list_id: string) => dataOf(api.DELETE("/api/dnc/lists/{list_id}", { params: { path: { list_id } } })),
    { touches: TOUCHES },
  );
  return (
    <div className="grid min-w-64 gap-2">
      {may && <FillList list={list} />}
      {mayLift && (
        <SureButton
          word={REMOVE}
          title={LISTS.remove(list.name)}
          effect={LISTS.removeEffect}
          sending={remove}
          onSure={() => void remove.act(list.id)}
        />
      )}
    </div>
  );
}
