import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { apiAddress, liveAddress } from "@/api/address";
import { api, asSeen, carryTokensOf, dataOf, formOf, seenOf, unlessChanged } from "@/api/client";
import { Outdated, ProblemError, Unreachable } from "@/api/problems";

const sent: { authorization: string | null; body: string }[] = [];
let answers: (Response | Error)[] = [];

const json = (status: number, body: object, kind = "application/json", more: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { "content-type": kind, ...more } });
const problem = (status: number, more: Record<string, string> = {}) =>
  json(
    status,
    { status, detail: "why", code: "some_code", retryable: false },
    "application/problem+json",
    more,
  );

beforeEach(() => {
  sent.length = 0;
  vi.stubGlobal("fetch", async (request: Request) => {
    sent.push({ authorization: request.headers.get("authorization"), body: await request.text() });
    const answer = answers.shift();
    if (answer === undefined || answer instanceof Error) throw answer ?? new TypeError("no answer planned");
    return answer;
  });
  carryTokensOf({ token: async () => "old", renewed: async (refused) => (refused === "old" ? "new" : null) });
});

afterEach(() => vi.unstubAllGlobals());

const pace = () =>
  dataOf(
    api.PUT("/api/campaigns/{campaign_id}/pace", {
      params: { path: { campaign_id: "c" } },
      body: { window: 3 },
    }),
  );

test("a request whose token was refused is sent once more with the newer one, its body whole", async () => {
  answers = [problem(401), json(200, { id: "c" })];
  expect(await pace()).toEqual({ id: "c" });
  expect(sent).toEqual([
    { authorization: "Bearer old", body: '{"window":3}' },
    { authorization: "Bearer new", body: '{"window":3}' },
  ]);
});

test("refused again is refused", async () => {
  answers = [problem(401), problem(401)];
  await expect(pace()).rejects.toThrow(ProblemError);
  expect(sent).toHaveLength(2);
});

test("no token goes to where one signs in", async () => {
  answers = [problem(401)];
  await expect(api.POST("/api/auth/login", { body: { email: "a@b", password: "p" } })).rejects.toThrow("why");
  expect(sent.map((each) => each.authorization)).toEqual([null]);
});

test("a problem carries its code, and how long to wait", async () => {
  answers = [problem(429, { "retry-after": "7" })];
  await expect(pace()).rejects.toMatchObject({
    code: "some_code",
    status: 429,
    retryAfter: 7,
    message: "why",
  });
});

test.each([
  ["the network", new TypeError("Failed to fetch")],
  ["a proxy", new Response("<html>Bad gateway", { status: 502, headers: { "content-type": "text/html" } })],
])("%s that fails is told as a server out of reach", async (_, answer) => {
  answers = [answer];
  await expect(pace()).rejects.toThrow(Unreachable);
});

test("the API is where the page says, or where it came from", () => {
  expect(apiAddress()).toBe(window.location.origin);
  document.head.innerHTML = '<meta name="outbound-api" content="https://api.example.com/">';
  expect(apiAddress()).toBe("https://api.example.com");
  document.head.innerHTML = "";
  expect(liveAddress("https://api.example.com")).toBe("wss://api.example.com/api/ws");
});

test("a change says what was seen, and is none where a list's row was older", async () => {
  answers = [json(200, { id: "u", role: "agent" }, "application/json", { etag: '"a.b"' })];
  const seen = await seenOf(api.GET("/api/users/{user_id}", { params: { path: { user_id: "u" } } }));
  expect(asSeen(seen)).toEqual({ "If-Match": '"a.b"' });
  expect(unlessChanged(seen, { ...seen.data, name: "another" }, ["role"])).toBe(seen);
  expect(() => unlessChanged(seen, { ...seen.data, role: "admin" }, ["role"])).toThrow(Outdated);
  expect(asSeen({ data: null, tag: null })).toEqual({});
});

test("a form carries what is there and nothing else", () => {
  const form = formOf({ note: "", category: null, channel: undefined, file: new File(["x"], "x.csv") });
  expect([...form.keys()]).toEqual(["note", "file"]);
});
