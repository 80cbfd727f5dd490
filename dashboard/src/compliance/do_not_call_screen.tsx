import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useAct } from "@/api/acts";
import { api, dataOf } from "@/api/client";
import { AddNumbers } from "@/compliance/add_numbers";
import { ImportNumbers } from "@/compliance/import_numbers";
import { type Suppression, suppressionPages } from "@/compliance/queries";
import { useMay } from "@/session/session";
import { moment } from "@/shown/moments";
import { columnsOf, Listed } from "@/ui/listed";
import { NumberSearch } from "@/ui/number_search";
import { Page } from "@/ui/page";
import { Empty } from "@/ui/panel";
import { SureButton } from "@/ui/sure_button";
import { COMPLIANCE, DO_NOT_CALL, SOURCES } from "@/words/compliance";
import { CHANNELS, PURPOSES } from "@/words/contacts";
import { sentence } from "@/words/states";

const COLUMNS = columnsOf<Suppression>(
  [DO_NOT_CALL.number, ({ number }) => <span className="font-medium whitespace-nowrap">{number}</span>],
  [DO_NOT_CALL.scope, (entry) => <Scope entry={entry} />],
  [DO_NOT_CALL.source, (entry) => <Source entry={entry} />],
  [DO_NOT_CALL.since, ({ created_at }) => moment(created_at)],
  [DO_NOT_CALL.takeOff, (entry) => <TakeOff entry={entry} />],
);

function Scope({ entry }: { entry: Suppression }) {
  const purpose = entry.category === null ? null : (PURPOSES[entry.category] ?? entry.category);
  return (
    <>
      {[CHANNELS[entry.channel] ?? entry.channel, purpose].filter(Boolean).join(", ")}
      {entry.campaign_id !== null && (
        <>
          <br />
          <Link
            to="/campaigns/$campaignId"
            params={{ campaignId: entry.campaign_id }}
            className="text-accent underline underline-offset-2"
          >
            {DO_NOT_CALL.campaign}
          </Link>
        </>
      )}
      {entry.expires_at !== null && <p className="text-faint">– {moment(entry.expires_at)}</p>}
    </>
  );
}

/** How it came here, with the evidence: the words, and the call in which they were said. */
function Source({ entry }: { entry: Suppression }) {
  return (
    <>
      {SOURCES[entry.source] ?? sentence(entry.source)}
      {entry.words !== null && entry.words !== "" && <q className="block text-faint">{entry.words}</q>}
      {entry.note !== null && entry.note !== "" && <p className="text-faint">{entry.note}</p>}
      {entry.call_id !== null && (
        <Link
          to="/calls/$callId"
          params={{ callId: entry.call_id }}
          className="block text-accent underline underline-offset-2"
        >
          {DO_NOT_CALL.call}
        </Link>
      )}
    </>
  );
}

export function DoNotCallScreen() {
  const [number, setNumber] = useState<string | null>(null);
  const may = useMay("suppressions:write");
  const found = useInfiniteQuery(suppressionPages(number));
  return (
    <Page title={COMPLIANCE.doNotCall} below={DO_NOT_CALL.below}>
      <NumberSearch number={number} onFind={setNumber} />
      {may && (
        <>
          <AddNumbers />
          <ImportNumbers />
        </>
      )}
      <Listed
        label={COMPLIANCE.doNotCall}
        of={found}
        columns={COLUMNS}
        empty={
          number === null ? (
            <Empty title={DO_NOT_CALL.none}>{DO_NOT_CALL.noneHint}</Empty>
          ) : (
            <Empty title={DO_NOT_CALL.noneFound} />
          )
        }
      />
    </Page>
  );
}

function TakeOff({ entry }: { entry: Suppression }) {
  const may = useMay("suppressions:lift");
  const remove = useAct(
    (suppression_id: string) =>
      dataOf(api.DELETE("/api/dnc/{suppression_id}", { params: { path: { suppression_id } } })),
    { touches: [["suppressions"]] },
  );
  if (!may) return null;
  return (
    <SureButton
      word={DO_NOT_CALL.takeOff}
      title={DO_NOT_CALL.removeTitle(entry.number)}
      effect={DO_NOT_CALL.removeEffect}
      sending={remove}
      onSure={() => void remove.act(entry.id)}
    />
  );
}
