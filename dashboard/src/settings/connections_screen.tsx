import { useMay } from "@/session/session";
import { Callers } from "@/settings/callers";
import { Connections } from "@/settings/connections";
import { Trunks } from "@/settings/trunks";
import { Page } from "@/ui/page";
import { CONNECTIONS } from "@/words/connections";

/** From the vendor's account over its lines to the number that people see. */
export function ConnectionsScreen() {
  const maySeeLines = useMay("trunks:read");
  return (
    <Page title={CONNECTIONS.title} below={CONNECTIONS.below}>
      <Connections />
      {maySeeLines && (
        <>
          <Trunks />
          <Callers />
        </>
      )}
    </Page>
  );
}
