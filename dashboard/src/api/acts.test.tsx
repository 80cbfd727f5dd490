import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, test, vi } from "vitest";
import { useAct } from "@/api/acts";
import { Unreachable } from "@/api/problems";

function around() {
  const queries = new QueryClient();
  const invalidated = vi.spyOn(queries, "invalidateQueries");
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queries}>{children}</QueryClientProvider>
  );
  return { queries, invalidated, wrapper };
}

test("an act is sent though nobody waits for its answer, and makes old what it touches", async () => {
  const { invalidated, wrapper } = around();
  const send = vi.fn(async (given: string) => `${given}!`);
  const { result } = renderHook(() => useAct(send, { touches: [["keys"]] }), { wrapper });
  expect(await act(() => result.current.act("do"))).toBe(true);
  expect(send).toHaveBeenCalledOnce();
  expect(result.current).toMatchObject({ isDone: true, isPending: false, error: null });
  expect(invalidated).toHaveBeenCalledWith({ queryKey: ["keys"] });
});

test("what comes back goes to whoever asked, and into no cache", async () => {
  const { queries, wrapper } = around();
  const onDone = vi.fn();
  const { result } = renderHook(() => useAct(async () => "a secret", { onDone }), { wrapper });
  await act(() => result.current.act("a password"));
  expect(onDone).toHaveBeenCalledWith("a secret");
  expect([queries.getQueryCache().getAll(), queries.getMutationCache().getAll()]).toEqual([[], []]);
});

test("a failure is told, and the next try has the same key", async () => {
  const { wrapper } = around();
  const keys: string[] = [];
  const { result } = renderHook(
    () =>
      useAct(async (_: string, once) => {
        keys.push(once["Idempotency-Key"]);
        throw new Unreachable();
      }),
    { wrapper },
  );
  expect(await act(() => result.current.act("do"))).toBe(false);
  expect(result.current.error).toBeInstanceOf(Unreachable);
  await act(() => result.current.act("do"));
  expect(new Set(keys).size).toBe(1);
});
