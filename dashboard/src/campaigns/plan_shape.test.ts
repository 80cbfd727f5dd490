import { expect, test } from "vitest";
import { type Built, bodyOf, campaignShape, completed, copyOf, EMPTY } from "@/campaigns/plan_shape";
import type { Campaign } from "@/campaigns/queries";

const whole: Built = { ...EMPTY, name: "A", script_version_id: "sv_1", agent_id: "a", trunk_id: "t" };
const problems = (built: Built) =>
  campaignShape.safeParse(built).error?.issues.map(({ path }) => path.join(".")) ?? [];

test("what is left out is named at its field", () => {
  expect(problems(whole)).toEqual([]);
  expect(problems(EMPTY)).toEqual(["name", "script_version_id", "agent_id", "trunk_id"]);
  const plan = {
    ...whole.plan,
    window: Number.NaN,
    hours: [{ weekdays: [], opens: "09:00", closes: "09:00" }],
    follow_ups: [{ text: "Hi", delay_seconds: 60, outcomes: [], results: [] }],
  };
  expect(problems({ ...whole, plan })).toEqual([
    "plan.window",
    "plan.hours.0.weekdays",
    "plan.hours.0.closes",
    "plan.follow_ups.0.outcomes",
  ]);
});

test("a draft of an older page is completed, what is no draft is none", () => {
  const kept = { name: "B", plan: { window: 5, caps: { per_day: 1 } } };
  const built = completed(kept, EMPTY);
  expect(built.name).toBe("B");
  expect(built.plan).toEqual({
    ...EMPTY.plan,
    window: 5,
    caps: { ...EMPTY.plan.caps, per_day: 1 },
  });
  expect(completed(null, EMPTY)).toBe(EMPTY);
  expect(completed("x", EMPTY)).toBe(EMPTY);
});

test("a copy says what the campaign says, under another name", () => {
  const { name: _, default_region: __, ...body } = bodyOf(whole);
  const plan = { ...body.plan, record: true, retries: { busy: { attempts: 5 } } };
  const copy = copyOf({ ...body, plan, name: "Survey", default_region: null } as unknown as Campaign);
  expect(copy.name).toContain("Survey");
  expect(copy.plan.record).toBe(true);
  expect(copy.plan.retries.busy?.attempts).toBe(5);
  expect(problems(copy)).toEqual([]);
});

test("the country is sent as the API takes it", () => {
  expect(bodyOf({ ...whole, default_region: "us" }).default_region).toBe("US");
  expect(bodyOf(whole).default_region).toBeNull();
});
