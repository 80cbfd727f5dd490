import { expect, test } from "vitest";
import { named, OUTCOMES } from "../src/words/states.ts";
import { cuttable, go, open, signedIn, signIn, toCampaign, truth, until, world } from "./world.ts";

interface Campaign {
  state: string;
}
interface Numbers {
  calls: Record<string, number>;
  outcomes: Record<string, number>;
}
interface Calls {
  data: { id: string; name: string; state: string; attempts: number }[];
}

const stateOf = () => truth<Campaign>(`/campaigns/${world.draft}`);

test("a campaign is started after its preflight, by whoever confirms, and moves by itself", async () => {
  const page = await signedIn("agent_manager");
  await go(page, `/campaigns/${world.draft}`);
  await page.getByText("callable now").waitFor();
  await page.getByRole("button", { name: "Start" }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByText("From now on its leads are called").waitFor();
  await dialog.getByRole("button", { name: "Go back" }).click();
  expect((await stateOf()).state).toBe("draft");

  await page.getByRole("button", { name: "Start" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Start" }).click();
  await page.getByText("Running").waitFor();
  const live = page.getByRole("region", { name: "On the line now" }).getByRole("link").first();
  await live.waitFor();
  await live.click();
  await page.getByText("Conversation reported").waitFor();
});

test("a desk and a telephone see the same, and each what the other does within two seconds", async () => {
  const telephone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
  const [mine, theirs] = [await signedIn("admin"), await signedIn("agent_manager", telephone)];
  for (const page of [mine, theirs]) await go(page, `/campaigns/${world.draft}`);
  await theirs.getByRole("status").getByText("Live").waitFor();
  await mine.getByRole("button", { name: "Pause" }).click();
  await theirs.getByRole("button", { name: "Resume" }).waitFor({ timeout: 2_000 });
  await theirs.getByRole("button", { name: "Resume" }).tap();
  await mine.getByRole("button", { name: "Pause" }).waitFor({ timeout: 2_000 });
});

test("the pace is changed while it runs", async () => {
  const page = await signedIn("admin");
  await go(page, `/campaigns/${world.draft}`);
  await page.getByRole("spinbutton", { name: "Calls due at once" }).fill("7");
  await page.getByRole("button", { name: "Change" }).click();
  await until(
    () => truth<{ plan: { window: number } }>(`/campaigns/${world.draft}`),
    (found) => found.plan.window === 7,
  );
  await page.getByRole("definition").filter({ hasText: /^7$/ }).waitFor();
});

test("a network that drops is told, and what happened meanwhile is there afterwards, once", async () => {
  const wire = await cuttable();
  const page = await signedIn("admin", { at: wire.url, provoked: ["ERR_", "WebSocket"] });
  await go(page, `/calls?campaign=%22${world.draft}%22`);
  await page.getByRole("row").nth(1).waitFor();
  wire.cut();
  await page.getByText("Connection lost").waitFor();
  await until(stateOf, (found) => found.state === "completed", 60);
  wire.mend();
  await page.getByRole("status").getByText("Live").waitFor();
  const { data } = await truth<Calls>(`/campaigns/${world.draft}/calls?limit=200`);
  await expect
    .poll(() => page.getByRole("row").getByText("Ended", { exact: true }).count(), { timeout: 5_000 })
    .toBe(data.length);
  const names = await page.locator("tbody a").allTextContents();
  expect(names.sort()).toEqual(data.map((call) => call.name).sort());
  wire.close();
});

test("figures on the screen are the API's", async () => {
  const page = await signedIn("admin");
  await toCampaign(page, world.draft);
  const numbers = await truth<Numbers>(`/campaigns/${world.draft}/metrics`);
  const all = Object.values(numbers.calls).reduce((sum, each) => sum + each, 0);
  await page.getByText(`${numbers.calls.closed} of ${all}`).waitFor();
  const outcomes = page.getByRole("region", { name: "Outcomes" });
  expect(Object.keys(numbers.outcomes).length).toBeGreaterThan(0);
  for (const [name, count] of Object.entries(numbers.outcomes)) {
    const row = outcomes.getByRole("row", { name: named(OUTCOMES, name).word });
    expect(await row.getByRole("cell").first().textContent()).toBe(String(count));
  }
});

test("a call shows what was said, by whom, and what came of it", async () => {
  const page = await signedIn("admin");
  const { data } = await truth<Calls>(`/campaigns/${world.draft}/calls?limit=200`);
  const call = data.find((each) => each.attempts > 0);
  await go(page, `/calls/${call?.id}`);
  const { conversations } = await truth<{ conversations: { turns: { text: string }[] }[] }>(
    `/calls/${call?.id}/transcript`,
  );
  for (const turn of conversations[0]?.turns ?? [])
    await page.getByRole("listitem").getByText(turn.text, { exact: true }).first().waitFor();
});

test("filters stand in the address: a link shows the same to somebody else", async () => {
  const page = await signedIn("admin");
  await go(page, `/calls?campaign=%22${world.draft}%22`);
  await page.getByLabel("Outcome").selectOption("none");
  await page.getByRole("row").nth(1).waitFor();
  const shown = await page.locator("tbody a").allTextContents();
  const other = await signedIn("agent_manager");
  await other.goto(page.url());
  await other.getByRole("row").nth(1).waitFor();
  expect(await other.locator("tbody a").allTextContents()).toEqual(shown);
});

test("whoever sees only their own campaigns sees those, and no acts", async () => {
  const page = await open({ provoked: ["status of 404"] });
  await signIn(page, "agent");
  await go(page, "/campaigns");
  await page.getByRole("cell").first().waitFor();
  const shown = await page.locator("tbody a").count();
  expect(shown).toBe(1);
  await toCampaign(page, world.draft);
  expect(await page.getByRole("button", { name: /Start|Pause|Resume|Change/ }).count()).toBe(0);
  await go(page, `/campaigns/${world.other}`);
  await page.getByRole("alert").waitFor();
});
