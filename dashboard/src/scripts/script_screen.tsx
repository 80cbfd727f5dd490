import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { versionChoices } from "@/api/choices";
import { Differences } from "@/scripts/differences";
import { linesOf } from "@/scripts/lines";
import type { Version } from "@/scripts/queries";
import { useMay } from "@/session/session";
import { moment } from "@/shown/moments";
import { Answer } from "@/ui/answer";
import { buttonLook } from "@/ui/button";
import { SelectField } from "@/ui/field";
import { linkLook } from "@/ui/link";
import { Page } from "@/ui/page";
import { Panel } from "@/ui/panel";
import { SCRIPT } from "@/words/scripts";

const route = getRouteApi("/in/scripts/$scriptId");

export function ScriptScreen() {
  const { scriptId } = route.useParams();
  const found = useQuery(versionChoices(scriptId));
  return <Answer of={found}>{(versions) => <Script id={scriptId} versions={versions} />}</Answer>;
}

function Script({ id, versions }: { id: string; versions: Version[] }) {
  const search = route.useSearch();
  const may = useMay("scripts:write");
  const [newest] = versions;
  const shown = versions.find((one) => one.number === search.version) ?? newest;
  const against = versions.find((one) => one.number === search.against);
  if (shown === undefined) return null;
  return (
    <Page
      title={shown.name}
      below={SCRIPT.campaignsKeep}
      acts={
        may && (
          <Link to="/scripts/$scriptId/edit" params={{ scriptId: id }} className={buttonLook("main")}>
            {SCRIPT.edit}
          </Link>
        )
      }
    >
      <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_16rem]">
        {against === undefined || against === shown ? (
          <Text version={shown} />
        ) : (
          <Differences one={against} other={shown} />
        )}
        <div className="grid content-start gap-4">
          <Panel title={SCRIPT.versions}>
            <ul className="grid gap-1 text-sm">
              {versions.map((one) => (
                <li key={one.id}>
                  <Link
                    to="/scripts/$scriptId"
                    params={{ scriptId: id }}
                    search={{ version: one.number }}
                    aria-current={one === shown ? "true" : undefined}
                    className={`${linkLook} aria-[current]:font-semibold`}
                  >
                    {SCRIPT.text(one.number)}
                  </Link>{" "}
                  <span className="text-faint">{moment(one.created_at)}</span>
                </li>
              ))}
            </ul>
            <Comparing id={id} versions={versions} shown={shown} against={against} />
          </Panel>
          <Panel title={SCRIPT.variables}>
            <p className="text-sm break-words">{shown.variables.join(", ") || SCRIPT.variablesNone}</p>
          </Panel>
        </div>
      </div>
    </Page>
  );
}

function Comparing({
  id,
  versions,
  shown,
  against,
}: {
  id: string;
  versions: Version[];
  shown: Version;
  against: Version | undefined;
}) {
  const navigate = useNavigate();
  if (versions.length < 2) return null;
  return (
    <div className="mt-3">
      <SelectField
        label={SCRIPT.compare}
        value={against?.number ?? ""}
        onChange={({ target }) =>
          void navigate({
            to: "/scripts/$scriptId",
            params: { scriptId: id },
            search: { version: shown.number, against: Number(target.value) || undefined },
          })
        }
      >
        <option value="">{SCRIPT.compareNone}</option>
        {versions
          .filter((one) => one !== shown)
          .map((one) => (
            <option key={one.id} value={one.number}>
              {SCRIPT.text(one.number)}
            </option>
          ))}
      </SelectField>
    </div>
  );
}

/** What the agent says and asks, as written. */
function Text({ version }: { version: Version }) {
  return (
    <Panel title={SCRIPT.text(version.number)}>
      <div className="grid gap-1 text-sm">
        {linesOf(version.content).map((line, place) =>
          line.startsWith("  ") ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line of a version that never changes
            <p key={place} className="pl-4 break-words">
              {line.trim()}
            </p>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <h3 key={place} className="mt-2 text-faint first:mt-0">
              {line.replace(/:$/, "")}
            </h3>
          ),
        )}
      </div>
    </Panel>
  );
}
