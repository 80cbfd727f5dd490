import { Outlet } from "@tanstack/react-router";
import { type Permission, useMayAny } from "@/session/session";
import { type PlaceWithin, Within } from "@/ui/within";
import { COMPLIANCE } from "@/words/compliance";

const PLACES: ReadonlyArray<PlaceWithin & { needs: Permission }> = [
  { to: "/compliance/do-not-call", word: COMPLIANCE.doNotCall, needs: "suppressions:read" },
  { to: "/compliance/lists", word: COMPLIANCE.lists, needs: "suppressions:read" },
  { to: "/compliance/consents", word: COMPLIANCE.consents, needs: "consents:read" },
  { to: "/compliance/preferences", word: COMPLIANCE.preferences, needs: "preferences:read" },
  { to: "/compliance/requests", word: COMPLIANCE.requests, needs: "people:read" },
  { to: "/compliance/holds", word: COMPLIANCE.holds, needs: "people:read" },
  { to: "/compliance/rules", word: COMPLIANCE.rules, needs: "rules:read" },
  { to: "/compliance/audit", word: COMPLIANCE.audit, needs: "audit:read" },
];

/** The places where it stands who may be contacted and who may not, of which each sees those that they may go to. */
export function ComplianceFrame() {
  const may = useMayAny();
  return (
    <Within label={COMPLIANCE.title} places={PLACES.filter(({ needs }) => may(needs))}>
      <Outlet />
    </Within>
  );
}
