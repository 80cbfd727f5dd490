import { expect, test } from "vitest";
import { agentShape, bodyOf, EMPTY, likeOf } from "@/agents/agent_shape";
import type { Agent } from "@/agents/queries";

const agent = {
  ...bodyOf({ ...EMPTY, name: "Maya" }),
  id: "agent_1",
  created_at: "2027-01-15T16:30:00Z",
  languages: ["de"],
  backup: { recogniser: null, model: "claude-x", voice: "", voice_model: "" },
  pronunciation: { SQL: "sequel" },
  timeouts: { prompts: [6000, 6000], beep_wait: 25_000 },
  warnings: ["gpt-6-luna ends soon"],
} as unknown as Agent;

test("another one like it says the same, without what is the agent's alone", () => {
  const like = likeOf(agent);
  expect(agentShape.safeParse(like).success).toBe(true);
  const { id: _, created_at: __, warnings: ___, ...same } = agent;
  expect(bodyOf(like)).toEqual(same);
});

test("what is left empty is not sent", () => {
  const described = {
    ...EMPTY,
    name: " Maya ",
    timeouts: { beep_wait: null, long_sound: undefined, moment: 1000 },
    pronunciation: [{ word: " ", said: "x" }],
  };
  expect(agentShape.safeParse(described).success).toBe(true);
  const body = bodyOf(described);
  expect(body).toMatchObject({ name: "Maya", timeouts: { moment: 1000 }, pronunciation: {} });
  expect(body.timeouts).toEqual({ moment: 1000 });
  expect(body.backup).toMatchObject({ recogniser: null });
});

test("what cannot be is named at its field", () => {
  const wrong = { ...EMPTY, language: "english", opt_out_key: "12", timeouts: { moment: 700_000 } };
  const paths = agentShape.safeParse(wrong).error?.issues.map(({ path }) => path.join("."));
  expect(paths).toEqual(["name", "language", "opt_out_key", "timeouts.moment"]);
});
