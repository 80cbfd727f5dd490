/** The column names of a text list, to be offered where a mapping is changed. The server reads the file; this is help with typing. */

const BEGINNING = 16_384;
const SEPARATORS = [",", ";", "\t", "|"];

/** Of a workbook or a packed file: none. */
export async function headingsOf(file: File): Promise<string[]> {
  if (!/\.(csv|tsv|txt)$/i.test(file.name)) return [];
  return firstRow(await file.slice(0, BEGINNING).text());
}

/** The first row, split where most columns come of it; quoted names without their quotes. */
export function firstRow(text: string): string[] {
  const [line = ""] = text.replace(/^\uFEFF/, "").split(/\r?\n/, 1);
  const rows = SEPARATORS.map((separator) => cellsOf(line, separator));
  return rows.reduce((most, row) => (row.length > most.length ? row : most), []).filter(Boolean);
}

function cellsOf(line: string, separator: string): string[] {
  const cells = [""];
  let isQuoted = false;
  for (const sign of line) {
    if (sign === '"') isQuoted = !isQuoted;
    else if (sign === separator && !isQuoted) cells.push("");
    else cells[cells.length - 1] += sign;
  }
  return cells.map((cell) => cell.trim());
}
