/** CSV for spreadsheets: every field quoted, and none of them a formula. */
import Papa from 'papaparse';

const MARK = '\uFEFF';
/** The library's own pattern lets a text of several lines pass. */
const FORMULA = /^[=+\-@\t\r]/;

/** Rows under a head, with the byte order mark that makes spreadsheets read it as UTF-8. */
export function toCsv(head: readonly string[], rows: readonly (readonly unknown[])[]): string {
  const csv = Papa.unparse([[...head], ...rows.map((row) => row.map(plain))], {
    quotes: true,
    escapeFormulae: FORMULA,
    newline: '\r\n',
  });
  return `${MARK}${csv}\r\n`;
}

const plain = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
