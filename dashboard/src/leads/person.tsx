import { useQuery } from "@tanstack/react-query";
import { consentsOf, type LeadDetail } from "@/leads/queries";
import { useMay } from "@/session/session";
import { moment } from "@/shown/moments";
import { Answer } from "@/ui/answer";
import { Panel } from "@/ui/panel";
import { LEAD } from "@/words/leads";
import { sentence } from "@/words/states";

type Preference = LeadDetail["preferences"][number];

/** How the person wants to be contacted, and what was kept of it without an effect. */
export function Preferences({ preferences }: { preferences: readonly Preference[] }) {
  return (
    <Panel title={LEAD.preferences}>
      {preferences.length === 0 ? (
        <p className="text-sm text-faint">{LEAD.preferencesNone}</p>
      ) : (
        <ul className="grid gap-2 text-sm">
          {preferences.map((one) => (
            <li key={one.id}>
              {wishOf(one)}
              {one.words !== null && ` “${one.words}”`}
              <span className="block text-faint">
                {[
                  moment(one.said_at),
                  sentence(one.source),
                  one.understood ? "" : LEAD.notUnderstood,
                  one.current ? "" : LEAD.replaced,
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function wishOf(one: Preference): string {
  if (one.every_days !== null) return LEAD.everyDays(one.every_days);
  if (one.writing !== null) return LEAD.writing(one.writing.join(", ") || LEAD.anyWay);
  if (one.hours !== null)
    return Object.entries(one.hours)
      .map(([day, hours]) => `${day} ${hours.join(", ")}`)
      .join("; ");
  return sentence(one.kind);
}

/** The ledger's lines for this number. */
export function Consents({ number }: { number: string }) {
  const may = useMay("consents:read");
  const found = useQuery({ ...consentsOf(number), enabled: may });
  if (!may) return null;
  return (
    <Panel title={LEAD.consents}>
      <Answer of={found}>
        {({ data }) =>
          data.length === 0 ? (
            <p className="text-sm text-faint">{LEAD.consentsNone}</p>
          ) : (
            <ul className="grid gap-2 text-sm">
              {data.map((line) => (
                <li key={line.id}>
                  {[sentence(line.kind), line.basis, line.purposes.join(", "), line.channels.join(", ")]
                    .filter(Boolean)
                    .join(" · ")}
                  <span className="block text-faint">
                    {moment(line.at ?? line.created_at)} · {sentence(line.source)}
                    {line.kind === "given" && ` · ${line.holds ? LEAD.holds : LEAD.holdsNot}`}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </Panel>
  );
}
