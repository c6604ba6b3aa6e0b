/**
 * Exchange files for translators: CSV for spreadsheets, XLIFF 1.2 for translation programs, YAML for text editors. Every format
 * holds path, source and translation; the path identifies a text when the file comes back.
 */
import Papa from 'papaparse';
import { parse, stringify } from 'yaml';
import { jsToXliff12, xliff12ToJs } from 'xliff';
import type { TextRow } from '../../../shared/translation/rows.ts';
import { preScan } from '../../../shared/scenario/pre-scan.ts';
import { toCsv } from '../../http/csv.ts';
import { UsageError } from '../subcommand.ts';

export const EXCHANGES = ['csv', 'xliff', 'yaml'] as const;
export type Exchange = (typeof EXCHANGES)[number];

export interface Languages {
  source: string;
  target: string;
}

/** A text from the translator's file. `source` is the source text that the translator saw. */
export interface Returned {
  path: string;
  source: string;
  translation: string;
}

const HEAD = ['path', 'state', 'context', 'source', 'translation'] as const;
const NEEDED = ['path', 'source', 'translation'] as const;
/** The apostrophe that `toCsv` puts before a text that a spreadsheet would read as a formula. */
const GUARDED = /^'(?=[=+\-@\t\r])/;

export interface Parcel {
  /** Name of the case or law pack. */
  name: string;
  languages: Languages;
  rows: readonly TextRow[];
  contextOf: (path: string) => string;
}

/** Texts such as names need no translation. */
const stateOf = ({ state, optional }: TextRow): string => (state === 'missing' && optional ? 'optional' : state);

export async function writeExchange(format: Exchange, parcel: Parcel): Promise<string> {
  if (format === 'csv') return asCsv(parcel);
  return format === 'yaml' ? asYaml(parcel) : asXliff(parcel);
}

const asCsv = ({ rows, contextOf }: Parcel): string =>
  toCsv(
    HEAD,
    rows.map((row) => [row.path, stateOf(row), contextOf(row.path), row.source, row.translation]),
  );

function asYaml({ rows, languages, contextOf }: Parcel): string {
  const list = rows.map((row) => {
    const context = [stateOf(row), contextOf(row.path)].filter((part) => part !== '' && part !== 'missing').join('; ');
    return { path: row.path, ...(context && { context }), source: row.source, translation: row.translation };
  });
  const head = `# ${languages.source} → ${languages.target}: write each translation into \`translation\`, leave the rest as it is.\n`;
  return `${head}${stringify(list, { lineWidth: 0 })}`;
}

function asXliff({ rows, languages, name, contextOf }: Parcel): Promise<string> {
  const units = Object.fromEntries(
    rows.map((row) => [
      row.path,
      {
        source: row.source,
        ...(row.translation === '' ? {} : { target: row.translation }),
        note: [stateOf(row), contextOf(row.path)].filter((part) => part !== '').join('; '),
      },
    ]),
  );
  return jsToXliff12({
    sourceLanguage: languages.source,
    targetLanguage: languages.target,
    resources: { [name]: units },
  });
}

/** Reads the translator's file. Throws `UsageError` if its content does not match its file name. */
export async function readExchange(file: string, text: string): Promise<Returned[]> {
  const format = formatOf(file);
  try {
    if (format === 'csv') return readCsv(text);
    return format === 'yaml' ? readYaml(text) : await readXliff(text);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(
      `${file} cannot be read as ${format}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

export function formatOf(file: string): Exchange {
  if (file.endsWith('.csv')) return 'csv';
  if (/\.(xlf|xliff)$/.test(file)) return 'xliff';
  if (/\.ya?ml$/.test(file)) return 'yaml';
  throw new UsageError(`${file}: the file name must end with .csv, .xlf, .xliff or .yaml`);
}

function readCsv(text: string): Returned[] {
  const { data, meta, errors } = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: 'greedy',
    // In some locales spreadsheets write semicolons.
    delimitersToGuess: [',', ';', '\t'],
  });
  const missing = NEEDED.filter((column) => !meta.fields?.includes(column));
  if (missing.length > 0) throw new UsageError(`the first line must name the columns; missing: ${missing.join(', ')}`);
  const [broken] = errors.filter(({ type }) => type === 'Quotes');
  if (broken) throw new UsageError(`row ${(broken.row ?? 0) + 2}: ${broken.message}`);
  const plain = (value: string | undefined): string => (value ?? '').replaceAll('\r\n', '\n').replace(GUARDED, '');
  return data.map((row) => ({
    path: plain(row['path']),
    source: plain(row['source']),
    translation: plain(row['translation']),
  }));
}

function readYaml(text: string): Returned[] {
  if (preScan(text))
    throw new UsageError('the file is too large, too deeply nested, or holds characters that no translation needs');
  const list: unknown = parse(text, { maxAliasCount: 0 });
  if (!Array.isArray(list))
    throw new UsageError('the file must hold a list of texts with path, source and translation');
  const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
  return list.map((entry: Partial<Record<keyof Returned, unknown>> | null) => ({
    path: textOf(entry?.path),
    source: textOf(entry?.source),
    translation: textOf(entry?.translation),
  }));
}

async function readXliff(text: string): Promise<Returned[]> {
  const { resources } = await xliff12ToJs(text);
  return Object.values(resources).flatMap((units) =>
    Object.entries(units).map(([path, { source, target }]) => ({ path, source, translation: target ?? '' })),
  );
}
