import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Schemas } from "@/api/client";
import { rulePages } from "@/compliance/queries";
import { Badge } from "@/ui/badge";
import { columnsOf, Listed } from "@/ui/listed";
import { Page } from "@/ui/page";
import { Empty } from "@/ui/panel";
import { COMPLIANCE } from "@/words/compliance";
import { RULES } from "@/words/rules";

const link = "text-accent underline underline-offset-2";

const COLUMNS = columnsOf<Schemas["RulePackResponse"]>(
  [
    RULES.name,
    ({ name }) => (
      <Link to="/compliance/rules/$name" params={{ name }} className={link}>
        {name}
      </Link>
    ),
  ],
  [RULES.version, ({ version }) => <span className="whitespace-nowrap">{version}</span>],
  [RULES.countries, ({ countries }) => countries.join(", ")],
  [RULES.states, ({ states }) => states.join(", ") || "–"],
  [
    RULES.own,
    ({ revision }) => <Badge named={revision === null ? RULES.shipped : RULES.revision(revision)} />,
  ],
);

export function RulesScreen() {
  const found = useInfiniteQuery(rulePages);
  return (
    <Page
      title={COMPLIANCE.rules}
      below={
        <>
          <p>{RULES.below}</p>
          <p>
            {RULES.why}{" "}
            <Link to="/calls" search={{ result: "never_dialled" }} className={link}>
              {RULES.calls}
            </Link>
          </p>
        </>
      }
    >
      <Listed
        label={COMPLIANCE.rules}
        of={found}
        columns={COLUMNS}
        keyOf={({ name }) => name}
        empty={<Empty title={RULES.none} />}
      />
    </Page>
  );
}
