/** What a test of the dashboard has: a running system with campaigns, and browsers of people in several roles. */
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";

/** Made by tests/end_to_end/test_dashboard.py, and told in OUTBOUND_BROWSER_WORLD. */
interface World {
  url: string;
  key: string;
  chromium: string;
  /** One-time links by role, of people who have not come in yet. */
  invitations: Record<"admin" | "agent_manager" | "agent", string>;
  /** Other people, who sign in by `password`. */
  emails: Record<"admin" | "agent_manager" | "agent", string>;
  password: string;
  /** Leads are imported, nothing is started; the people talk. */
  draft: string;
  /** Its one call was talked, and it is completed. */
  over: string;
  /** Another draft, of which nobody is a member. */
  other: string;
}

export type Role = keyof World["invitations"];

export const world = JSON.parse(process.env.OUTBOUND_BROWSER_WORLD ?? "{}") as World;
let browser: Browser;
const opened: Watched[] = [];

/** A page, and what went wrong on it that no test asked for. */
interface Watched {
  page: Page;
  wrong: string[];
}

beforeAll(async () => {
  const args = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-sync",
  ];
  browser = await chromium.launch({ executablePath: world.chromium, args });
});

afterAll(() => browser.close());

/** No page ever logs an error, breaks its own policy or asks anybody but us. */
afterEach(async () => {
  const wrong = opened.flatMap((each) => each.wrong);
  for (const { page } of opened.splice(0)) await page.context().close();
  expect(wrong).toEqual([]);
});

interface Opening extends BrowserContextOptions {
  /** Words of errors that the test provokes, such as "status of 403". */
  provoked?: string[];
  /** What stands behind the address. */
  hash?: string;
  /** Where the system is reached, if not straight. */
  at?: string;
}

/** A browser of its own with the dashboard's first page. */
export async function open({
  provoked = [],
  hash = "",
  at = world.url,
  ...options
}: Opening = {}): Promise<Page> {
  const page = await (
    await browser.newContext({ viewport: { width: 1200, height: 900 }, ...options })
  ).newPage();
  const watched: Watched = { page, wrong: [] };
  opened.push(watched);
  page.on("pageerror", (error) => watched.wrong.push(`error: ${error.message}`));
  page.on("console", (message) => {
    const isProvoked = provoked.some((words) => message.text().includes(words));
    if (message.type() === "error" && !isProvoked) watched.wrong.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== at && protocol !== "data:" && protocol !== "blob:") watched.wrong.push(request.url());
  });
  await page.goto(`${at}/${hash}`);
  return page;
}

/** A wire to the system that can be cut, as a network is: what was open breaks off, and nothing new gets through. */
export async function cuttable() {
  const { hostname, port } = new URL(world.url);
  const open = new Set<Socket>();
  let isCut = false;
  const server = createServer((here) => {
    if (isCut) return here.destroy();
    const there = connect(Number(port), hostname);
    for (const [one, other] of [
      [here, there],
      [there, here],
    ] as const) {
      open.add(one);
      one.on("error", () => other.destroy());
      one.on("close", () => {
        open.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, hostname, resolve));
  const address = server.address() as AddressInfo;
  return {
    url: `http://${hostname}:${address.port}`,
    cut() {
      isCut = true;
      for (const each of open) each.destroy();
    },
    mend() {
      isCut = false;
    },
    close() {
      this.cut();
      server.close();
    },
  };
}

/** Sign in by address and password. */
export async function signIn(page: Page, role: Role): Promise<void> {
  await page.getByLabel("E-mail address").fill(world.emails[role]);
  await page.getByLabel("Password").fill(world.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("button", { name: "Sign out" }).waitFor();
}

export async function signedIn(role: Role, opening: Opening = {}): Promise<Page> {
  const page = await open(opening);
  await signIn(page, role);
  return page;
}

/** Go to an address behind the `#`. */
export async function go(page: Page, path: string): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/#${path}`);
}

/** Go to a campaign's screen, and see it. */
export async function toCampaign(page: Page, id: string): Promise<void> {
  await go(page, `/campaigns/${id}`);
  await page.getByRole("region", { name: "How it calls" }).waitFor();
}

/** Ask the API as a program does: the truth that screens are held against. */
export async function truth<Answer>(path: string, method = "GET", body?: unknown): Promise<Answer> {
  const answer = await fetch(`${world.url}/api${path}`, {
    method,
    headers: { authorization: `Bearer ${world.key}`, "content-type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

/** Ask again and again until it holds; fails with what was last found. */
export async function until<Found>(
  find: () => Promise<Found>,
  holds: (found: Found) => boolean,
  seconds = 30,
) {
  await expect.poll(async () => holds(await find()), { timeout: seconds * 1000, interval: 200 }).toBe(true);
}
