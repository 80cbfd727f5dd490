import { clock } from "@/shown/moments";
import { Badge } from "@/ui/badge";
import { Panel } from "@/ui/panel";
import type { Board } from "@/wallboard/queries";
import { sentence } from "@/words/states";
import { BOARD } from "@/words/wallboard";

/** The ways out to the telephone network: how full, and whether their breakers hold them. */
export function Trunks({ trunks }: { trunks: NonNullable<Board["trunks"]> }) {
  return (
    <Panel title={BOARD.trunks}>
      {trunks.length === 0 && <p className="text-sm text-faint">{BOARD.trunksNone}</p>}
      <ul className="grid gap-2 text-sm">
        {trunks.map((trunk) => (
          <li key={trunk.id} className="grid gap-0.5">
            <span className="flex flex-wrap justify-between gap-2">
              <b>{trunk.name}</b>
              <span>{BOARD.lines(trunk.lines_taken, trunk.lines)}</span>
            </span>
            <Badge
              named={
                trunk.paused_until === null
                  ? { word: BOARD.open, tone: "good" }
                  : {
                      word: BOARD.paused(clock(trunk.paused_until), sentence(trunk.paused_because ?? "")),
                      tone: "bad",
                    }
              }
            />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Models, recognisers and voices that failed the last conversations. */
export function Vendors({ vendors }: { vendors: NonNullable<Board["vendors"]> }) {
  return (
    <Panel title={BOARD.vendors}>
      {vendors.length === 0 && <p className="text-sm text-faint">{BOARD.vendorsNone}</p>}
      <ul className="grid gap-2 text-sm">
        {vendors.map((vendor) => (
          <li key={vendor.vendor} className="grid gap-0.5">
            <b>{vendor.vendor}</b>
            <Badge
              named={
                vendor.held_until === null
                  ? { word: BOARD.failures(vendor.failures), tone: "warning" }
                  : { word: `${BOARD.failures(vendor.failures)}. ${BOARD.held}`, tone: "bad" }
              }
            />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
