import { expect, test } from "vitest";
import { arrival, forgetArrival, takeArrival } from "@/sign_in/arrival";

test.each([
  ["#invitation=ol_1", { kind: "invitation", secret: "ol_1" }],
  ["#reset-code=ol%2F2", { kind: "reset-code", secret: "ol/2" }],
  ["#sign-in-code=oc_3", { kind: "sign-in-code", secret: "oc_3" }],
])("%s is taken and stands in the address no more", (hash, expected) => {
  window.location.hash = hash;
  expect(takeArrival()).toEqual(expected);
  expect(arrival()).toEqual(expected);
  expect(window.location.hash).toBe("#/sign-in");
  forgetArrival();
  expect(arrival()).toBeNull();
});

test.each(["", "#/calls?state=%22live%22", "#invitation=", "#other=1"])("%s is left as it is", (hash) => {
  window.location.hash = hash;
  expect(takeArrival()).toBeNull();
  expect(window.location.hash).toBe(hash);
});
