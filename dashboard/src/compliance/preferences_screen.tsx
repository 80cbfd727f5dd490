import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAct } from "@/api/acts";
import { api, dataOf } from "@/api/client";
import { AddPreference } from "@/compliance/add_preference";
import { type Preference, preferencePages } from "@/compliance/queries";
import { wishSaid } from "@/compliance/wishes";
import { useMay } from "@/session/session";
import { moment } from "@/shown/moments";
import { Badge } from "@/ui/badge";
import { columnsOf, Listed } from "@/ui/listed";
import { NumberSearch } from "@/ui/number_search";
import { Page } from "@/ui/page";
import { Empty } from "@/ui/panel";
import { SureButton } from "@/ui/sure_button";
import { REMOVE } from "@/words/acts";
import { COMPLIANCE, SOURCES } from "@/words/compliance";
import { PREFERENCES } from "@/words/consents";
import { sentence } from "@/words/states";

const COLUMNS = columnsOf<Preference>(
  [PREFERENCES.number, ({ number }) => <span className="font-medium whitespace-nowrap">{number}</span>],
  [
    PREFERENCES.wish,
    (preference) => (
      <>
        {wishSaid(preference)}
        {preference.words !== null && preference.words !== "" && (
          <q className="block text-faint">{preference.words}</q>
        )}
      </>
    ),
  ],
  [PREFERENCES.state, (preference) => <Badge named={stateOf(preference)} />],
  [PREFERENCES.source, ({ source }) => SOURCES[source] ?? sentence(source)],
  [PREFERENCES.said, ({ said_at }) => moment(said_at)],
  [REMOVE, (preference) => <Remove preference={preference} />],
);

function stateOf({ current, understood }: Preference) {
  if (!understood) return PREFERENCES.unclear;
  return current ? PREFERENCES.holds : PREFERENCES.replaced;
}

export function PreferencesScreen() {
  const [number, setNumber] = useState<string | null>(null);
  const may = useMay("preferences:write");
  const found = useInfiniteQuery(preferencePages(number));
  return (
    <Page title={COMPLIANCE.preferences} below={PREFERENCES.below}>
      <NumberSearch number={number} onFind={setNumber} />
      {may && <AddPreference />}
      <Listed
        label={COMPLIANCE.preferences}
        of={found}
        columns={COLUMNS}
        empty={
          number === null ? (
            <Empty title={PREFERENCES.none}>{PREFERENCES.noneHint}</Empty>
          ) : (
            <Empty title={PREFERENCES.noneFound} />
          )
        }
      />
    </Page>
  );
}

function Remove({ preference }: { preference: Preference }) {
  const may = useMay("preferences:write");
  const remove = useAct(
    (preference_id: string) =>
      dataOf(api.DELETE("/api/preferences/{preference_id}", { params: { path: { preference_id } } })),
    { touches: [["preferences"]] },
  );
  if (!may) return null;
  return (
    <SureButton
      word={REMOVE}
      title={PREFERENCES.removeTitle(preference.number)}
      effect={PREFERENCES.removeEffect}
      sending={remove}
      onSure={() => void remove.act(preference.id)}
    />
  );
}
