import type { Schemas } from "@/api/client";
import type { PersonRequest } from "@/compliance/queries";
import { count } from "@/shown/moments";
import { columnsOf } from "@/ui/listed";
import { Table } from "@/ui/table";
import { REQUESTS } from "@/words/people_requests";
import { sentence } from "@/words/states";

type Line = Schemas["ReceiptLineResponse"];

const COLUMNS = columnsOf<Line>(
  [REQUESTS.store, ({ store }) => sentence(store)],
  [REQUESTS.found, ({ found }) => count(found)],
  [REQUESTS.deleted, ({ deleted }) => count(deleted)],
  [REQUESTS.emptied, ({ emptied }) => count(emptied)],
  [REQUESTS.kept, ({ kept }) => count(kept)],
  [REQUESTS.why, ({ why }) => why],
);

const FOUND = COLUMNS.slice(0, 2);

/** What was found; of an erasure, what became of it as well. */
export function Receipt({ of: { kind, receipt } }: { of: PersonRequest }) {
  if (receipt === null) return "–";
  return (
    <details className="open:min-w-[40rem]">
      <summary className="cursor-pointer">{REQUESTS.receipt}</summary>
      {receipt.crm !== "" && (
        <p>
          {REQUESTS.inCrm}: {receipt.crm}
        </p>
      )}
      {receipt.lines.length === 0 ? (
        <p>{REQUESTS.nothing}</p>
      ) : (
        <Table
          label={REQUESTS.receipt}
          columns={kind === "export" ? FOUND : COLUMNS}
          rows={receipt.lines}
          keyOf={({ store, data_class }) => `${store} ${data_class}`}
        />
      )}
    </details>
  );
}
