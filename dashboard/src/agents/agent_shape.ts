/** An agent as its form holds it: the API's own names and units. */
import { z } from "zod";
import type { Agent } from "@/agents/queries";
import type { Schemas } from "@/api/client";
import { AGENT_FORM } from "@/words/agents";

const vendor = z.string().regex(/^[A-Za-z0-9_.:-]{1,100}$/, AGENT_FORM.vendorName);
const vendorOrNothing = z.string().regex(/^[A-Za-z0-9_.:-]{0,100}$/, AGENT_FORM.vendorName);
const wait = z.number(AGENT_FORM.wait).min(0, AGENT_FORM.wait).max(600_000, AGENT_FORM.wait);
const recogniser = z.enum(["flux", "nova", "openai"]);

export const agentShape = z.object({
  name: z.string().trim().min(1, AGENT_FORM.nameNeeded).max(100, AGENT_FORM.nameNeeded),
  language: z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/, AGENT_FORM.tag),
  languages: z.array(z.string()),
  voice: vendor,
  voice_model: vendor,
  model: vendor,
  engine: z.enum(["cascade", "realtime"]),
  recogniser,
  backup: z.object({
    recogniser: z.union([recogniser, z.literal("")]),
    model: vendorOrNothing,
    voice: vendorOrNothing,
    voice_model: vendorOrNothing,
  }),
  menus: z.enum(["hang_up", "navigate"]),
  opt_out_key: z.string().regex(/^[0-9]?$/, AGENT_FORM.key),
  pronunciation: z.array(z.object({ word: z.string(), said: z.string() })),
  timeouts: z.record(z.string(), z.union([wait, z.array(z.number()), z.null(), z.undefined()])),
});

export type Described = z.infer<typeof agentShape>;

/** As the API fills in what is left out. */
export const EMPTY: Described = {
  name: "",
  language: "en",
  languages: [],
  voice: "default",
  voice_model: "eleven_flash_v2_5",
  model: "gpt-6-luna",
  engine: "cascade",
  recogniser: "flux",
  backup: { recogniser: "", model: "", voice: "", voice_model: "" },
  menus: "hang_up",
  opt_out_key: "9",
  pronunciation: [],
  timeouts: {},
};

/** An agent's own choices, for another one like it. */
export function likeOf({ id: _, created_at: __, warnings: ___, ...agent }: Agent): Described {
  return {
    ...EMPTY,
    ...agent,
    languages: [...agent.languages],
    backup: { ...EMPTY.backup, ...agent.backup, recogniser: agent.backup.recogniser ?? "" },
    pronunciation: Object.entries(agent.pronunciation).map(([word, said]) => ({ word, said })),
    timeouts: { ...agent.timeouts },
  };
}

/** What is sent: waits that were left empty are the API's own. */
export function bodyOf(described: Described): Schemas["AgentBody"] {
  const waits = Object.entries(described.timeouts).filter(
    ([, milliseconds]) => milliseconds !== null && milliseconds !== undefined,
  );
  const words = described.pronunciation
    .map(({ word, said }) => [word.trim(), said.trim()] as const)
    .filter(([word]) => word !== "");
  return {
    ...described,
    name: described.name.trim(),
    backup: { ...described.backup, recogniser: described.backup.recogniser || null },
    pronunciation: Object.fromEntries(words),
    timeouts: Object.fromEntries(waits) as Schemas["TimeoutsBody"],
  };
}
