import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { scriptPages, type Version } from "@/scripts/queries";
import { useMay } from "@/session/session";
import { moment } from "@/shown/moments";
import { buttonLook } from "@/ui/button";
import { linkLook } from "@/ui/link";
import { columnsOf, Listed } from "@/ui/listed";
import { Page } from "@/ui/page";
import { Empty } from "@/ui/panel";
import { SCRIPTS } from "@/words/scripts";

const COLUMNS = columnsOf<Version>(
  [
    SCRIPTS.name,
    (one) => (
      <Link
        to="/scripts/$scriptId"
        params={{ scriptId: one.script_id }}
        className={`${linkLook} font-medium`}
      >
        {one.name}
      </Link>
    ),
  ],
  [SCRIPTS.version, (one) => one.number],
  [SCRIPTS.variables, (one) => one.variables.join(", ") || "–"],
  [SCRIPTS.changed, (one) => moment(one.created_at)],
);

export function ScriptList() {
  const may = useMay("scripts:write");
  const found = useInfiniteQuery(scriptPages);
  return (
    <Page
      title={SCRIPTS.title}
      acts={
        may && (
          <Link to="/scripts/new" className={buttonLook("main")}>
            {SCRIPTS.new}
          </Link>
        )
      }
    >
      <Listed
        label={SCRIPTS.title}
        of={found}
        columns={COLUMNS}
        empty={<Empty title={SCRIPTS.none}>{SCRIPTS.noneHint}</Empty>}
      />
    </Page>
  );
}
