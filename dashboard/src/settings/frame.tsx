import { Outlet } from "@tanstack/react-router";
import { type Permission, useMayAny } from "@/session/session";
import { type PlaceWithin, Within } from "@/ui/within";
import { ACCOUNT, IDENTITY } from "@/words/account";
import { RETENTION } from "@/words/retention";
import { SETTINGS } from "@/words/settings";
import { LEAD_HOOKS, PREDIAL } from "@/words/webhooks";

const PLACES: ReadonlyArray<PlaceWithin & { needs?: Permission }> = [
  { to: "/settings/profile", word: SETTINGS.profile },
  { to: "/settings/people", word: SETTINGS.people, needs: "users:read" },
  { to: "/settings/keys", word: SETTINGS.keys, needs: "keys:read" },
  { to: "/settings/webhooks", word: SETTINGS.webhooks, needs: "webhooks:read" },
  { to: "/settings/connections", word: SETTINGS.connections, needs: "connections:read" },
  { to: "/settings/limits", word: SETTINGS.limits, needs: "limits:read" },
  { to: "/settings/lead-hooks", word: LEAD_HOOKS.title, needs: "lead_hooks:read" },
  { to: "/settings/predial-hooks", word: PREDIAL.title, needs: "webhooks:read" },
  { to: "/settings/retention", word: RETENTION.title, needs: "people:read" },
  { to: "/settings/company-sign-in", word: IDENTITY.title, needs: "users:read" },
  { to: "/settings/account", word: ACCOUNT.title, needs: "account:read" },
];

/** The settings' places, of which each sees those that they may go to. */
export function SettingsFrame() {
  const may = useMayAny();
  return (
    <Within label={SETTINGS.title} places={PLACES.filter(({ needs }) => needs === undefined || may(needs))}>
      <Outlet />
    </Within>
  );
}
