/** CSV for spreadsheets: every field is quoted, and a field that looks like a formula is escaped. */
import Papa from 'papaparse';

const BYTE_ORDER_MARK = '\uFEFF';
/** The default pattern of the library misses texts of several lines. */
const FORMULA = /^[=+\-@\t\r]/;

/** A header and rows, with the byte order mark that makes spreadsheets read UTF-8. */
export function toCsv(head: readonly string[], rows: readonly (readonly unknown[])[]): string {
  const csv = Papa.unparse([[...head], ...rows.map((row) => row.map(plain))], {
    quotes: true,
    escapeFormulae: FORMULA,
    newline: '\r\n',
  });
  return `${BYTE_ORDER_MARK}${csv}\r\n`;
}

const plain = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
