/** A campaign as the builder holds it: the API's own names and units, so that what the API says of a field is said at it. */
import { z } from "zod";
import type { Schemas } from "@/api/client";
import type { Campaign } from "@/campaigns/queries";
import { BUILDER } from "@/words/builder";

const whole = (least: number, most: number) =>
  z
    .number(BUILDER.between(least, most))
    .int(BUILDER.between(least, most))
    .min(least, BUILDER.between(least, most))
    .max(most, BUILDER.between(least, most));
const seconds = z.number(BUILDER.numberNeeded).min(0, BUILDER.numberNeeded).max(2_678_400, BUILDER.tooLong);
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, BUILDER.clock);
const chosen = z.string().min(1, BUILDER.choose);

const hours = z
  .object({ weekdays: z.array(z.number()).min(1, BUILDER.weekday), opens: clock, closes: clock })
  .refine(({ opens, closes }) => opens !== closes, { path: ["closes"], message: BUILDER.emptyWindow });

const retry = z.object({
  attempts: whole(1, 20),
  first_wait_seconds: seconds,
  factor: z.number(BUILDER.between(1, 10)).min(1, BUILDER.between(1, 10)).max(10, BUILDER.between(1, 10)),
  longest_wait_seconds: seconds,
  jitter: z.number().min(0).max(1),
  another_part_of_day: z.boolean(),
});

const followUp = z
  .object({
    text: z.string().trim().min(1, BUILDER.textNeeded).max(1600, BUILDER.textLong),
    delay_seconds: seconds,
    outcomes: z.array(z.string()),
    results: z.array(z.string()),
  })
  .refine(({ outcomes, results }) => outcomes.length + results.length > 0, {
    path: ["outcomes"],
    message: BUILDER.neverSent,
  });

export const campaignShape = z.object({
  name: z.string().trim().min(1, BUILDER.nameNeeded).max(200, BUILDER.nameLong),
  script_version_id: chosen,
  agent_id: chosen,
  trunk_id: chosen,
  default_region: z.string().regex(/^([A-Za-z]{2})?$/, BUILDER.region),
  plan: z.object({
    purpose: z.enum(["survey", "service", "marketing"]),
    window: whole(1, 1000),
    ring_seconds: whole(5, 120),
    longest_call_seconds: whole(10, 3600),
    caps: z.object({ per_lead: whole(1, 50), per_day: whole(1, 50), gap_seconds: seconds }),
    retries: z.record(z.string(), retry),
    hours: z.array(hours),
    closed_on: z.array(z.string().regex(/^\d{4}-\d{2}-\d{2}$/, BUILDER.day)),
    follow_ups: z.array(followUp),
    sync_crm: z.boolean(),
    record: z.boolean(),
    voicemails: whole(0, 5),
    callback_default_seconds: seconds.nullable(),
    required_lists: z.array(z.string()),
    caller_identities: z.array(z.string()),
  }),
});

export type Built = z.infer<typeof campaignShape>;

/** The API's usual rule, where one begins to change it. */
export const USUAL_RETRY = {
  attempts: 3,
  first_wait_seconds: 3600,
  factor: 2,
  longest_wait_seconds: 172_800,
  jitter: 0.1,
  another_part_of_day: false,
};

/** As the API fills in what is left out. */
export const EMPTY: Built = {
  name: "",
  script_version_id: "",
  agent_id: "",
  trunk_id: "",
  default_region: "",
  plan: {
    purpose: "survey",
    window: 20,
    ring_seconds: 25,
    longest_call_seconds: 300,
    caps: { per_lead: 6, per_day: 3, gap_seconds: 3600 },
    retries: {},
    hours: [],
    closed_on: [],
    follow_ups: [],
    sync_crm: true,
    record: false,
    voicemails: 1,
    callback_default_seconds: null,
    required_lists: [],
    caller_identities: [],
  },
};

/** What a kept draft holds, with everything that it lacks: an older page may have written it. */
export function completed(kept: unknown, start: Built): Built {
  if (typeof kept !== "object" || kept === null) return start;
  const { plan, ...rest } = kept as Partial<Built>;
  return {
    ...start,
    ...rest,
    plan: { ...start.plan, ...plan, caps: { ...start.plan.caps, ...plan?.caps } },
  };
}

/** A campaign's own choices, for another one like it. */
export function copyOf(campaign: Campaign): Built {
  const retries = Object.entries(campaign.plan.retries ?? {}).map(
    ([result, rule]) => [result, { ...USUAL_RETRY, ...rule }] as const,
  );
  return completed(
    {
      name: BUILDER.copyOf(campaign.name).slice(0, 200),
      script_version_id: campaign.script_version_id,
      agent_id: campaign.agent_id,
      trunk_id: campaign.trunk_id,
      default_region: campaign.default_region ?? "",
      plan: { ...campaign.plan, retries: Object.fromEntries(retries) },
    },
    EMPTY,
  );
}

export function bodyOf(built: Built): Schemas["CampaignBody"] {
  return {
    ...built,
    name: built.name.trim(),
    default_region: built.default_region.toUpperCase() || null,
    plan: built.plan as Schemas["PlanBody"],
  };
}
