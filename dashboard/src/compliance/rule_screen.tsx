import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useAct } from "@/api/acts";
import { api, dataOf, type Schemas } from "@/api/client";
import { rulePackOf } from "@/compliance/queries";
import { useMay } from "@/session/session";
import { moment } from "@/shown/moments";
import { Answer } from "@/ui/answer";
import { Badge } from "@/ui/badge";
import { Disclosed } from "@/ui/disclosed";
import { TextArea, TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { columnsOf } from "@/ui/listed";
import { Notice } from "@/ui/notice";
import { Page } from "@/ui/page";
import { Facts, Panel } from "@/ui/panel";
import { Table } from "@/ui/table";
import { RULES } from "@/words/rules";

const route = getRouteApi("/in/compliance/rules/$name");

const COLUMNS = columnsOf<Schemas["VersionSummary"]>(
  [RULES.version, ({ revision, version }) => `${revision} (${version})`],
  [RULES.own, ({ in_force }) => <Badge named={in_force ? RULES.inForce : RULES.notInForce} />],
  [RULES.from, ({ valid_from }) => moment(valid_from)],
  [RULES.lessStrict, ({ less_strict }) => less_strict.join(", ") || "–"],
  [RULES.because, ({ less_strict_because }) => less_strict_because ?? "–"],
);

export function RuleScreen() {
  const { name } = route.useParams();
  const may = useMay("rules:write");
  const found = useQuery(rulePackOf(name));
  return (
    <Answer of={found}>
      {(pack) => (
        <Page title={pack.name} below={pack.source}>
          <Facts
            facts={[
              [RULES.set, pack.rule_set],
              [RULES.countries, pack.countries.join(", ")],
              [RULES.states, pack.states.join(", ") || "–"],
              [
                RULES.own,
                <Badge
                  key="own"
                  named={pack.revision === null ? RULES.shipped : RULES.revision(pack.revision)}
                />,
              ],
            ]}
          />
          {may && pack.editable && <Add name={name} text={pack.own_text ?? pack.shipped_text} />}
          <Panel title={RULES.versions}>
            {pack.versions.length === 0 ? (
              <p className="text-sm text-faint">{RULES.versionsNone}</p>
            ) : (
              <Table label={RULES.versions} columns={COLUMNS} rows={pack.versions} keyOf={({ id }) => id} />
            )}
          </Panel>
          {pack.own_text !== null && <Text title={RULES.ownText} text={pack.own_text} />}
          <Text title={RULES.text} text={pack.shipped_text} />
        </Page>
      )}
    </Answer>
  );
}

function Text({ title, text }: { title: string; text: string }) {
  return (
    <Panel title={title}>
      <pre
        className="max-h-96 overflow-auto text-xs"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
        tabIndex={0}
      >
        {text}
      </pre>
    </Panel>
  );
}

function Add({ name, text }: { name: string; text: string }) {
  const add = useAct(
    (body: Schemas["RuleVersionBody"], header) =>
      dataOf(api.POST("/api/rule-packs/{name}/versions", { params: { path: { name }, header }, body })),
    { touches: [["rule-packs"]] },
  );
  return (
    <Disclosed word={RULES.add}>
      <Form
        word={RULES.add}
        weight="danger"
        sending={add}
        onSend={(typed) =>
          add.act({
            text: typed.raw("text"),
            less_strict_because: typed.maybe("because"),
            valid_from: typed.moment("from"),
          })
        }
      >
        <Notice tone="warning">{RULES.addEffect}</Notice>
        <TextArea
          label={RULES.toml}
          name="text"
          required
          rows={16}
          maxLength={50_000}
          defaultValue={text}
          spellCheck={false}
        />
        <TextArea label={RULES.becauseField} name="because" minLength={20} maxLength={2000} rows={2} />
        <TextField label={RULES.validFrom} name="from" type="datetime-local" />
      </Form>
    </Disclosed>
  );
}
