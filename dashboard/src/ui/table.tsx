import { type ColumnDef, type RowData, tableFeatures, useTable } from "@tanstack/react-table";
import type { ReactNode } from "react";
import { TABLE_OF } from "@/words/acts";

export const plain = tableFeatures({});

export type Columns<Row extends RowData> = ColumnDef<typeof plain, Row>[];

/** Rows under headings. On a narrow screen the table scrolls by itself, not the page. */
export function Table<Row extends RowData>({
  label,
  columns,
  rows,
  keyOf,
  after,
}: {
  label: string;
  columns: Columns<Row>;
  rows: Row[];
  keyOf: (row: Row) => string;
  after?: ReactNode;
}) {
  const table = useTable({ features: plain, columns, data: rows, getRowId: keyOf });
  return (
    <section
      className="overflow-x-auto rounded-lg border border-line bg-panel"
      aria-label={TABLE_OF(label)}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
      tabIndex={0}
    >
      <table className="w-full border-collapse text-sm">
        <thead className="text-left text-faint">
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map((header) => (
                <th
                  key={header.id}
                  scope="col"
                  className="border-b border-line px-3 py-2 font-medium whitespace-nowrap"
                >
                  <table.FlexRender header={header} />
                </th>
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id} className="border-b border-line last:border-0 hover:bg-sunken">
              {row.getAllCells().map((cell) => (
                <td key={cell.id} className="px-3 py-2 align-top">
                  <table.FlexRender cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {after}
    </section>
  );
}
