import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { type Contactability, contactabilityOf } from "@/leads/queries";
import { moment, momentIn } from "@/shown/moments";
import { Answer } from "@/ui/answer";
import { Badge } from "@/ui/badge";
import { buttonLook } from "@/ui/button";
import { SelectField } from "@/ui/field";
import { Facts, Panel } from "@/ui/panel";
import { CONTACT_VERDICTS } from "@/words/lead_states";
import { LEAD } from "@/words/leads";
import { named } from "@/words/states";

const CHANNELS = ["voice", "sms"] as const;
type Channel = (typeof CHANNELS)[number];

/** Whether they may be contacted at this moment, by which rules, and when next. */
export function WhyNotNow({ id }: { id: string }) {
  const [channel, setChannel] = useState<Channel>("voice");
  const found = useQuery(contactabilityOf(id, channel));
  return (
    <Panel title={LEAD.why}>
      <div className="grid gap-4 text-sm">
        <div className="max-w-48">
          <SelectField
            label={LEAD.channel}
            value={channel}
            onChange={({ target }) => setChannel(CHANNELS.find((each) => each === target.value) ?? "voice")}
          >
            {CHANNELS.map((each) => (
              <option key={each} value={each}>
                {LEAD.channels[each]}
              </option>
            ))}
          </SelectField>
        </div>
        <Answer of={found}>{(answer) => <Decision answer={answer} />}</Answer>
      </div>
    </Panel>
  );
}

function Decision({ answer }: { answer: Contactability }) {
  const { looked_at: seen } = answer;
  const [zone] = seen.zones;
  const next =
    answer.next_at !== null && zone !== undefined
      ? `${moment(answer.next_at)} (${momentIn(answer.next_at, zone.zone)})`
      : moment(answer.next_at);
  return (
    <>
      <div className="grid gap-2">
        <Badge named={named(CONTACT_VERDICTS, answer.verdict)} />
        <p>{answer.sentence}</p>
      </div>
      {answer.reasons.length === 0 ? (
        <p className="text-faint">{LEAD.noReasons}</p>
      ) : (
        <ul className="grid gap-2">
          {answer.reasons.map((reason) => (
            <li key={reason.code}>
              {reason.text}
              {reason.rules.map((rule) => (
                <span key={rule.name} className="block break-words text-xs text-faint">
                  {LEAD.rule(rule.name, rule.source)}
                </span>
              ))}
            </li>
          ))}
        </ul>
      )}
      <Facts
        facts={[
          [LEAD.next, next],
          ...seen.zones.map((each) => [`${LEAD.hours}, ${each.zone}`, each.hours.join(", ") || "–"] as const),
          [LEAD.purpose, seen.purpose],
          [LEAD.attempts, LEAD.attemptsOf(seen.attempts, seen.attempts_allowed)],
          [LEAD.attemptsToday, LEAD.attemptsOf(seen.attempts_today, seen.attempts_allowed_today)],
          [LEAD.notBefore, moment(seen.not_before)],
          ...(seen.closed_days.length === 0
            ? []
            : [
                [
                  LEAD.closedDays,
                  seen.closed_days.map((day) => `${day.on} (${day.rule.name})`).join(", "),
                ] as const,
              ]),
          ...(seen.do_not_call ?? []).map(
            (entry) => [LEAD.listed, `${moment(entry.since)} · ${entry.source}`] as const,
          ),
        ]}
      />
      {seen.call_id === null ? (
        <p className="text-faint">{LEAD.noCall}</p>
      ) : (
        <Link
          to="/calls/$callId"
          params={{ callId: seen.call_id }}
          className={`${buttonLook()} justify-self-start`}
        >
          {LEAD.call}
        </Link>
      )}
    </>
  );
}
