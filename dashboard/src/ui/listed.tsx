import type { UseInfiniteQueryResult } from "@tanstack/react-query";
import type { RowData } from "@tanstack/react-table";
import type { ReactNode } from "react";
import { Answer } from "@/ui/answer";
import { More } from "@/ui/more";
import { type Columns, Table } from "@/ui/table";

/** Headings with what stands under each. Made once, outside of what is drawn: a cell made anew would lose what was typed in it. */
export function columnsOf<Row extends RowData>(
  ...columns: ReadonlyArray<readonly [header: string, cell: (row: Row) => ReactNode]>
): Columns<Row> {
  return columns.map(([header, cell], index) => ({
    id: `${index}`,
    header,
    cell: ({ row }) => cell(row.original),
  }));
}

/** A list's pages as one table, and what stands there while it is empty. */
export function Listed<Row extends RowData>({
  label,
  of,
  columns,
  keyOf = idOf,
  empty,
}: {
  label: string;
  of: UseInfiniteQueryResult<Row[]>;
  columns: Columns<Row>;
  keyOf?: (row: Row) => string;
  empty: ReactNode;
}) {
  return (
    <>
      <Answer of={of}>
        {(rows) =>
          rows.length === 0 ? empty : <Table label={label} columns={columns} rows={rows} keyOf={keyOf} />
        }
      </Answer>
      <More of={of} />
    </>
  );
}

function idOf(row: RowData): string {
  return String((row as { id: string | number }).id);
}
