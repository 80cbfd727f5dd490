/** What holds on every screen: nobody is kept out by eyes, hands or a small telephone. */
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "vitest";
import { go, open, signedIn, truth, world } from "./world.ts";

/** One that was talked, of a campaign that is over before the flows begin. */
const call = async () => {
  const { data } = await truth<{ data: { id: string }[] }>(`/campaigns/${world.over}/calls?limit=1`);
  return `/calls/${data[0]?.id}`;
};
const WIDTHS = [360, 1200];

test.each(["light", "dark"] as const)(
  "no screen has a finding of axe, %s, on a telephone and a desk",
  async (colorScheme) => {
    const page = await signedIn("admin", { colorScheme });
    const found: string[] = [];
    for (const path of ["/", "/campaigns", `/campaigns/${world.over}`, "/calls", await call()]) {
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 });
        await go(page, path);
        await page.getByRole("heading", { level: 1 }).waitFor();
        await page.locator("[aria-busy=true]").first().waitFor({ state: "detached" });
        const { violations } = await new AxeBuilder({ page }).analyze();
        found.push(...violations.map((each) => `${path} ${width}: ${each.id} ${each.nodes[0]?.html}`));
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth),
          `${path} ${width}`,
        ).toBeLessThanOrEqual(width);
      }
    }
    expect(found).toEqual([]);
  },
);

test("the sign-in has no finding of axe", async () => {
  const page = await open();
  await page.getByLabel("E-mail address").waitFor();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test("the keyboard alone goes from the first page to a campaign", async () => {
  const page = await signedIn("admin");
  await page.keyboard.press("Tab");
  expect(await page.locator(":focus").textContent()).toBe("Skip to the content");
  await page.getByRole("link", { name: "Campaigns", exact: true }).focus();
  await page.keyboard.press("Enter");
  const link = page.locator("tbody a").first();
  await link.waitFor();
  await link.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("region", { name: "Figures" }).waitFor();
});

test("the theme that somebody chose stays", async () => {
  const page = await signedIn("admin", { colorScheme: "light" });
  await page.getByRole("button", { name: "Dark" }).click();
  await page.reload();
  expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
});

test("a strange address says so", async () => {
  const page = await signedIn("admin");
  await go(page, "/nowhere/at/all");
  await page.getByRole("heading", { name: "There is nothing at this address." }).waitFor();
});
