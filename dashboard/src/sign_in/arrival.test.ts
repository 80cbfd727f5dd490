import { renderHook } from "@testing-library/react";
import { act } from "react";
import { expect, test } from "vitest";
import { forgetArrival, takeArrival, useArrival } from "@/sign_in/arrival";

test.each([
  ["#invitation=ol_1", { kind: "invitation", secret: "ol_1" }],
  ["#reset-code=ol%2F2", { kind: "reset-code", secret: "ol/2" }],
  ["#sign-in-code=oc_3", { kind: "sign-in-code", secret: "oc_3" }],
])("%s is taken and stands in the address no more", (hash, expected) => {
  window.location.hash = hash;
  const { result } = renderHook(useArrival);
  act(() => expect(takeArrival()).toBe(true));
  expect(result.current).toEqual(expected);
  expect(window.location.hash).toBe("#/sign-in");
  act(forgetArrival);
  expect(result.current).toBeNull();
});

test.each(["", "#/calls?state=%22live%22", "#invitation=", "#other=1"])("%s is left as it is", (hash) => {
  window.location.hash = hash;
  expect(takeArrival()).toBe(false);
  expect(window.location.hash).toBe(hash);
});
