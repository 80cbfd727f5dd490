import { expect, test, vi } from "vitest";
import { Draft } from "@/session/drafts";

const ada = { account_id: "acc_1", id: "usr_1" };
const grace = { account_id: "acc_1", id: "usr_2" };

/** As a browser tells the other tabs of what one wrote. */
function told(key: string, newValue: string | null): void {
  window.dispatchEvent(new StorageEvent("storage", { key, newValue }));
}

test("a draft is there after a reload, and nobody else's", () => {
  new Draft("campaign", ada).save({ name: "Survey" });
  expect(new Draft("campaign", ada).load()?.values).toEqual({ name: "Survey" });
  expect(new Draft("campaign", grace).load()).toBeNull();
  expect(new Draft("script", ada).load()).toBeNull();
  new Draft("campaign", ada).forget();
  expect(new Draft("campaign", ada).load()).toBeNull();
});

test.each(["not json", '{"version":2,"at":1,"tab":"t","values":{}}', "null"])(
  "what cannot be read (%s) is no draft",
  (text) => {
    localStorage.setItem("outbound.draft.campaign.acc_1.usr_1", text);
    expect(new Draft("campaign", ada).load()).toBeNull();
  },
);

test("another tab's edit is told, one's own is not; that it was sent there is told too", () => {
  const heard = vi.fn();
  const here = new Draft("campaign", ada, localStorage, "here");
  const there = new Draft("campaign", ada, localStorage, "there");
  const key = "outbound.draft.campaign.acc_1.usr_1";
  const stop = here.onElsewhere(heard);
  here.save({ name: "mine" });
  told(key, localStorage.getItem(key));
  expect(heard).not.toHaveBeenCalled();
  there.save({ name: "newer" });
  told(key, localStorage.getItem(key));
  expect(heard).toHaveBeenLastCalledWith({ values: { name: "newer" } });
  told("outbound.draft.campaign.acc_1.usr_2", localStorage.getItem(key));
  expect(heard).toHaveBeenCalledTimes(1);
  told(key, null);
  expect(heard).toHaveBeenLastCalledWith(null);
  stop();
  told(key, null);
  expect(heard).toHaveBeenCalledTimes(2);
});

test("a storage without room loses the draft, not the page", () => {
  const full = {
    setItem: () => {
      throw new Error("quota");
    },
  } as unknown as Storage;
  expect(() => new Draft("campaign", ada, full).save({})).not.toThrow();
});
