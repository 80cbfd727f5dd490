import { expect, test, vi } from "vitest";
import { ProblemError, Unreachable } from "@/api/problems";
import { type SignedIn, Tokens } from "@/session/tokens";

const HOUR = 3600;

function answer(name: string, expires_in = HOUR): SignedIn {
  return {
    access_token: `at-${name}`,
    token_type: "Bearer",
    expires_in,
    refresh_token: `rt-${name}`,
    session_ends_in: 24 * HOUR,
  };
}

function refused(): ProblemError {
  return new ProblemError({
    type: "",
    title: "",
    status: 401,
    detail: "over",
    instance: "",
    code: "refresh_refused",
    request_id: "",
    retryable: false,
  });
}

test("a token that is good for a while is not refreshed", async () => {
  const refresh = vi.fn();
  const tokens = new Tokens(refresh);
  tokens.signIn(answer("one"));
  expect(await tokens.token()).toBe("at-one");
  expect(refresh).not.toHaveBeenCalled();
});

test("many requests at once refresh once, each refresh token being good once", async () => {
  const refresh = vi.fn(async (used: string) => answer(`after-${used}`));
  const tokens = new Tokens(refresh);
  tokens.signIn(answer("one", 1));
  expect(await Promise.all([tokens.token(), tokens.token(), tokens.renewed("at-one")])).toEqual(
    Array(3).fill("at-after-rt-one"),
  );
  expect(refresh.mock.calls).toEqual([["rt-one"]]);
  await tokens.renewed("at-after-rt-one");
  expect(refresh.mock.calls.at(-1)).toEqual(["rt-after-rt-one"]);
});

test("another tab's newer refresh token is the one that is used", async () => {
  const refresh = vi.fn(async (used: string) => answer(`after-${used}`));
  const mine = new Tokens(refresh);
  mine.signIn(answer("one", 1));
  localStorage.setItem(
    "outbound.session",
    JSON.stringify({ refresh: "rt-theirs", endsAt: Date.now() + 1e6 }),
  );
  expect(await mine.token()).toBe("at-after-rt-theirs");
});

test("a session that has ended signs out and says so", async () => {
  const tokens = new Tokens(() => Promise.reject(refused()));
  tokens.signIn(answer("one", 1));
  const told = vi.fn();
  tokens.onChange(told);
  expect(await tokens.token()).toBeNull();
  expect(tokens.isSignedIn).toBe(false);
  expect(told).toHaveBeenCalledOnce();
});

test("a refusal that comes after another tab signed in ends nothing of the new session", async () => {
  const tokens = new Tokens(async () => {
    localStorage.setItem("outbound.session", JSON.stringify({ refresh: "rt-new", endsAt: Date.now() + 1e6 }));
    throw refused();
  });
  tokens.signIn(answer("one", 1));
  await tokens.token();
  expect(tokens.isSignedIn).toBe(true);
});

test("a network that is away ends no session", async () => {
  const tokens = new Tokens(() => Promise.reject(new Unreachable()));
  tokens.signIn(answer("one", 1));
  await expect(tokens.token()).rejects.toThrow(Unreachable);
  expect(tokens.isSignedIn).toBe(true);
});

test("signing out in another tab takes this tab's token as well", async () => {
  const tokens = new Tokens(vi.fn());
  tokens.signIn(answer("one"));
  localStorage.removeItem("outbound.session");
  window.dispatchEvent(new StorageEvent("storage", { key: "outbound.session", newValue: null }));
  expect(await tokens.token()).toBeNull();
});
