import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAct } from "@/api/acts";
import { api, dataOf } from "@/api/client";
import { ConsentTexts } from "@/compliance/consent_texts";
import { GiveConsent, WithdrawConsents } from "@/compliance/enter_consent";
import { type Consent, consentPages } from "@/compliance/queries";
import { useMay } from "@/session/session";
import { moment } from "@/shown/moments";
import { Badge } from "@/ui/badge";
import { columnsOf, Listed } from "@/ui/listed";
import { NumberSearch } from "@/ui/number_search";
import { Page } from "@/ui/page";
import { Empty } from "@/ui/panel";
import { SureButton } from "@/ui/sure_button";
import { COMPLIANCE } from "@/words/compliance";
import { BASES, CONSENT_SOURCES, CONSENT_STATES, CONSENTS } from "@/words/consents";
import { CHANNELS, PURPOSES } from "@/words/contacts";
import { named } from "@/words/states";

const COLUMNS = columnsOf<Consent>(
  [CONSENTS.number, ({ number }) => <span className="font-medium whitespace-nowrap">{number}</span>],
  [CONSENTS.kind, (line) => <Kind line={line} />],
  [CONSENTS.purposes, ({ purposes }) => wordsOf(purposes, PURPOSES)],
  [CONSENTS.channels, ({ channels }) => wordsOf(channels, CHANNELS)],
  [CONSENTS.at, ({ at }) => (at === null ? CONSENTS.unknown : moment(at))],
  [
    CONSENTS.source,
    ({ source, evidence }) => (
      <>
        {CONSENT_SOURCES[source] ?? source}
        {evidence !== "" && <p className="max-w-60 break-words text-faint">{evidence}</p>}
      </>
    ),
  ],
  [CONSENTS.takeBack, (line) => <TakeBack line={line} />],
);

/** None named is all of them. */
function wordsOf(names: string[], words: Record<string, string>): string {
  return names.length === 0 ? CONSENTS.all : names.map((name) => words[name] ?? name).join(", ");
}

function Kind({ line }: { line: Consent }) {
  const state = line.kind === "withdrawn" ? "withdrawn" : line.holds ? "holds" : "over";
  return (
    <>
      <Badge named={named(CONSENT_STATES, state)} />
      {line.basis !== null && <p className="text-faint">{BASES[line.basis] ?? line.basis}</p>}
    </>
  );
}

export function ConsentsScreen() {
  const [number, setNumber] = useState<string | null>(null);
  const may = useMay("consents:write");
  const found = useInfiniteQuery(consentPages(number));
  return (
    <Page title={COMPLIANCE.consents} below={CONSENTS.below}>
      <NumberSearch number={number} onFind={setNumber} />
      {may && (
        <>
          <GiveConsent />
          <WithdrawConsents />
        </>
      )}
      <Listed
        label={COMPLIANCE.consents}
        of={found}
        columns={COLUMNS}
        empty={
          number === null ? (
            <Empty title={CONSENTS.none}>{CONSENTS.noneHint}</Empty>
          ) : (
            <Empty title={CONSENTS.noneFound} />
          )
        }
      />
      <ConsentTexts />
    </Page>
  );
}

function TakeBack({ line }: { line: Consent }) {
  const may = useMay("consents:write");
  const withdraw = useAct(
    (consent_id: string, header) =>
      dataOf(
        api.POST("/api/consents/{consent_id}/withdrawal", {
          params: { path: { consent_id }, header },
          body: {},
        }),
      ),
    { touches: [["consents"]] },
  );
  if (!may || line.kind !== "given" || !line.holds) return null;
  return (
    <SureButton
      word={CONSENTS.takeBack}
      title={CONSENTS.takeBackTitle(line.number)}
      effect={CONSENTS.takeBackEffect}
      sending={withdraw}
      onSure={() => void withdraw.act(line.id)}
    />
  );
}
