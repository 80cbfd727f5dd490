import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { versionOf } from "@/api/choices";
import { placed } from "@/api/pointers";
import { ProblemNote } from "@/api/problem_note";
import { useAddLead } from "@/leads/acts";
import { campaignOf } from "@/leads/queries";
import { useMay } from "@/session/session";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/field";
import { linkLook } from "@/ui/link";
import { Notice } from "@/ui/notice";
import { Panel } from "@/ui/panel";
import { ADD_LEAD, LEADS, MEND } from "@/words/leads";

const FIELDS = [
  "number",
  "default_region",
  "name",
  "email",
  "timezone",
  "country",
  "state",
  "postcode",
  "consents",
] as const;
type Field = (typeof FIELDS)[number];
const HINTS: Partial<Record<Field, string>> = {
  number: ADD_LEAD.numberHint,
  default_region: ADD_LEAD.regionHint,
  consents: ADD_LEAD.consentsHint,
  timezone: MEND.timezoneHint,
};
const LABELS: Record<Field, string> = {
  number: ADD_LEAD.number,
  default_region: ADD_LEAD.region,
  name: ADD_LEAD.name,
  email: ADD_LEAD.email,
  consents: ADD_LEAD.consents,
  timezone: MEND.timezone,
  country: MEND.country,
  state: MEND.state,
  postcode: MEND.postcode,
};
/** What a lead knows without a column of its own. */
const KNOWN = new Set(["name", "first_name", "email"]);

/** One lead by a form, by the same rules as a list of one row; it is taken at once. */
export function AddLead({ campaign }: { campaign: string }) {
  const [typed, setTyped] = useState<Partial<Record<Field, string>>>({});
  const [values, setValues] = useState<Record<string, string>>({});
  const add = useAddLead(campaign);
  const names = useVariables(campaign);
  const fields = new Set<string>([...FIELDS, ...names.map((name) => `variables.${name}`)]);
  const found = placed(add.error, (field) => fields.has(field));
  const send = (event: FormEvent) => {
    event.preventDefault();
    const said = Object.fromEntries(Object.entries(typed).filter(([, text]) => text.trim() !== ""));
    const variables = Object.fromEntries(Object.entries(values).filter(([, text]) => text.trim() !== ""));
    add.mutate(
      {
        ...said,
        number: typed.number ?? "",
        default_region: typed.default_region?.trim().toUpperCase() || undefined,
        variables,
      },
      {
        onSuccess: () => {
          setTyped({});
          setValues({});
        },
      },
    );
  };
  return (
    <Panel title={LEADS.add}>
      <form onSubmit={send} className="grid gap-4">
        <ProblemNote error={add.error} placed={found} />
        {add.data !== undefined && (
          <Notice
            tone={add.data.lead.review === null ? "good" : "warning"}
            acts={
              <Link to="/leads/$leadId" params={{ leadId: add.data.lead.id }} className={linkLook}>
                {ADD_LEAD.open}
              </Link>
            }
          >
            {add.data.lead.review === null
              ? ADD_LEAD.added(add.data.lead.name || add.data.lead.number)
              : `${ADD_LEAD.held} ${add.data.lead.review_message}`}
          </Notice>
        )}
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {FIELDS.map((field) => (
            <TextField
              key={field}
              label={LABELS[field]}
              hint={HINTS[field]}
              required={field === "number"}
              value={typed[field] ?? ""}
              error={found.at[field]}
              onChange={({ target }) => setTyped({ ...typed, [field]: target.value })}
            />
          ))}
          {names.map((name) => (
            <TextField
              key={`variable ${name}`}
              label={`{{${name}}}`}
              value={values[name] ?? ""}
              error={found.at[`variables.${name}`]}
              onChange={({ target }) => setValues({ ...values, [name]: target.value })}
            />
          ))}
        </div>
        <Button type="submit" weight="main" className="justify-self-start" disabled={add.isPending}>
          {ADD_LEAD.act}
        </Button>
      </form>
    </Panel>
  );
}

/** What the campaign's script asks of each lead's row. */
function useVariables(campaign: string): string[] {
  const may = useMay("scripts:read");
  const { data: found } = useQuery(campaignOf(campaign));
  const version = useQuery({
    ...versionOf(found?.script_version_id ?? ""),
    enabled: may && found !== undefined,
  });
  return (version.data?.variables ?? []).filter((name) => !KNOWN.has(name));
}
