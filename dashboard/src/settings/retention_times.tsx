import { useState } from "react";
import { useAct } from "@/api/acts";
import { api, asSeen, dataOf, type Schemas, type Seen } from "@/api/client";
import type { Retention } from "@/settings/account_queries";
import { countryTimesOf, countryTimesShown } from "@/settings/country_times";
import { TextArea, TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { Panel } from "@/ui/panel";
import type { Typed } from "@/ui/typed";
import { RETENTION } from "@/words/retention";

const LONGEST = 36_525;

/** Stores other times, or what is stored with retention on or off. */
export function useRetention(seen: Seen<Retention>) {
  return useAct(
    (body: Schemas["RetentionBody"]) =>
      dataOf(api.PUT("/api/retention", { params: { header: asSeen(seen) }, body })),
    { touches: [["retention"]] },
  );
}

/** Other times are stored with retention off: their plan has to be seen before anything goes by them. */
export function RetentionTimes({ seen }: { seen: Seen<Retention> }) {
  const { content_days, evidence_days, audit_days, countries } = seen.data;
  const store = useRetention(seen);
  const [refused, setRefused] = useState<Error | null>(null);
  const send = async (typed: Typed) => {
    setRefused(null);
    try {
      const times = {
        content_days: typed.number("content") ?? content_days,
        evidence_days: typed.number("evidence") ?? evidence_days,
        audit_days: typed.number("audit") ?? audit_days,
        countries: countryTimesOf(typed.lines("countries")),
      };
      return await store.act({ is_on: false, ...times });
    } catch (error) {
      setRefused(error instanceof Error ? error : new Error(String(error)));
      return false;
    }
  };
  return (
    <Panel title={RETENTION.times}>
      <Form
        word={RETENTION.store}
        weight="plain"
        sending={{ error: refused ?? store.error, isPending: store.isPending }}
        onSend={send}
      >
        <p className="text-sm text-faint">{RETENTION.storeHint}</p>
        <Days label={RETENTION.content} name="content" days={content_days} />
        <Days label={RETENTION.evidence} name="evidence" days={evidence_days} />
        <Days label={RETENTION.audit} name="audit" days={audit_days} />
        <TextArea
          label={RETENTION.countries}
          hint={RETENTION.countriesHint}
          name="countries"
          rows={3}
          defaultValue={countryTimesShown(countries)}
        />
      </Form>
    </Panel>
  );
}

function Days({ label, name, days }: { label: string; name: string; days: number }) {
  return (
    <TextField label={label} name={name} type="number" required min={1} max={LONGEST} defaultValue={days} />
  );
}
