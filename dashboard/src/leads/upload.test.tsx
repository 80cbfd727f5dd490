import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { carryTokensOf } from "@/api/client";
import { useUpload } from "@/leads/upload";

afterEach(() => vi.unstubAllGlobals());

test("a list goes as a form, its file whole; repeated after a lost answer it is the same press", async () => {
  const sent: { key: string | null; kind: string | null; body: string }[] = [];
  let isLost = true;
  vi.stubGlobal("fetch", async (request: Request) => {
    const { headers } = request;
    const body = await request.text();
    sent.push({ key: headers.get("idempotency-key"), kind: headers.get("content-type"), body });
    if (isLost) throw new TypeError("lost");
    return new Response('{"id":"imp_1"}', { status: 201, headers: { "content-type": "application/json" } });
  });
  carryTokensOf({ token: async () => "t", renewed: async () => null });
  const queries = new QueryClient();
  const { result } = renderHook(() => useUpload("cmp_1"), {
    wrapper: ({ children }) => <QueryClientProvider client={queries}>{children}</QueryClientProvider>,
  });
  const upload = { file: new File(["Mobile\n+14155552671\n"], "a.csv"), mapping: { number: "Mobile" } };
  const press = () => act(() => result.current.mutateAsync(upload).catch(() => undefined));
  await press();
  isLost = false;
  await press();
  await press();
  expect(sent.map(({ key }) => key === sent[0]?.key)).toEqual([true, true, false]);
  expect(sent[0]?.kind).toMatch(/^multipart\/form-data; boundary=/);
  expect(sent[0]?.body).toContain('name="campaign_id"\r\n\r\ncmp_1');
  expect(sent[0]?.body).toContain('name="mapping"\r\n\r\n{"number":"Mobile"}');
  expect(sent[0]?.body).toContain("Mobile\n+14155552671\n");
  expect(sent[0]?.body).not.toContain("default_region");
});
