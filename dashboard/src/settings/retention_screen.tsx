import { useQuery } from "@tanstack/react-query";
import { useMay } from "@/session/session";
import { type Retention, retention } from "@/settings/account_queries";
import { RetentionPlanPanel } from "@/settings/retention_plan";
import { RetentionRuns } from "@/settings/retention_runs";
import { RetentionTimes } from "@/settings/retention_times";
import { Answer } from "@/ui/answer";
import { Badge } from "@/ui/badge";
import { columnsOf } from "@/ui/listed";
import { Page } from "@/ui/page";
import { Panel } from "@/ui/panel";
import { Table } from "@/ui/table";
import { DATA_CLASSES, RETENTION } from "@/words/retention";

type Law = Retention["laws"][number];
type InForce = readonly [string, Record<string, number>];

const LAWS = columnsOf<Law>(
  [RETENTION.country, ({ country }) => country],
  [RETENTION.kind, ({ data_class }) => DATA_CLASSES[data_class] ?? data_class],
  [RETENTION.least, ({ at_least }) => at_least],
  [RETENTION.since, ({ since }) => since],
  [RETENTION.law, ({ source }) => source],
);

const IN_FORCE = columnsOf<InForce>(
  [RETENTION.country, ([country]) => countryShown(country)],
  ...Object.entries(DATA_CLASSES).map(
    ([name, word]) => [word, ([, days]: InForce) => days[name] ?? "–"] as const,
  ),
);

/** The API's names for what is no country. */
function countryShown(country: string): string {
  if (country === "*") return RETENTION.elsewhere;
  return country || RETENTION.account;
}

export function RetentionScreen() {
  const may = useMay("people:erase");
  const found = useQuery(retention);
  return (
    <Page title={RETENTION.title} below={RETENTION.below}>
      <Answer of={found}>
        {(seen) => (
          <>
            <Badge named={seen.data.is_on ? RETENTION.on : RETENTION.off} />
            {may && <RetentionTimes key={`times ${seen.tag}`} seen={seen} />}
            <RetentionPlanPanel key={`plan ${seen.tag}`} seen={seen} />
            <Panel title={RETENTION.inForce}>
              <Table
                label={RETENTION.inForce}
                columns={IN_FORCE}
                rows={Object.entries(seen.data.in_force)}
                keyOf={([country]) => country}
              />
            </Panel>
            <Panel title={RETENTION.laws}>
              {seen.data.laws.length === 0 ? (
                <p className="text-sm text-faint">{RETENTION.lawsNone}</p>
              ) : (
                <Table
                  label={RETENTION.laws}
                  columns={LAWS}
                  rows={seen.data.laws}
                  keyOf={({ country, data_class, since }) => `${country} ${data_class} ${since}`}
                />
              )}
            </Panel>
            <RetentionRuns />
          </>
        )}
      </Answer>
    </Page>
  );
}
