import type { Schemas } from "@/api/client";
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

/** What was found, deleted and kept. */
export function Receipt({ receipt }: { receipt: Schemas["ReceiptResponse"] }) {
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
          columns={COLUMNS}
          rows={receipt.lines}
          keyOf={({ store, data_class }) => `${store} ${data_class}`}
        />
      )}
    </details>
  );
}
