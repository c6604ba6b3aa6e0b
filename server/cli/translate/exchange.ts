/**
 * Texts on their way to a translator and back: CSV for a spreadsheet, XLIFF 1.2 for translation programs, YAML for a text editor.
 * Every format carries path, source and translation; what comes back is read by its path.
 */
import Papa from 'papaparse';
import { parse, stringify } from 'yaml';
import { jsToXliff12, xliff12ToJs } from 'xliff';
import type { TextRow } from '../../../shared/translation/rows.ts';
import { toCsv } from '../../http/csv.ts';
import { UsageError } from '../subcommand.ts';

export const EXCHANGES = ['csv', 'xliff', 'yaml'] as const;
export type Exchange = (typeof EXCHANGES)[number];

export interface Languages {
  source: string;
  target: string;
}

/** A text that came back. `source` is what the translator had before the eyes. */
export interface Returned {
  path: string;
  source: string;
  translation: string;
}

const HEAD = ['path', 'state', 'source', 'translation'] as const;
/** As `toCsv` guards what a spreadsheet would take for a formula. */
const GUARDED = /^'(?=[=+\-@\t\r])/;

export async function writeExchange(
  format: Exchange,
  rows: readonly TextRow[],
  languages: Languages,
  name: string,
): Promise<string> {
  if (format === 'csv')
    return toCsv(
      HEAD,
      rows.map(({ path, state, source, translation }) => [path, state, source, translation]),
    );
  if (format === 'yaml')
    return `# ${languages.source} → ${languages.target}: write each translation into \`translation\`, leave \`source\` as it is.\n${stringify(
      rows.map(({ path, source, translation }) => ({ path, source, translation })),
      { lineWidth: 0 },
    )}`;
  const units = Object.fromEntries(
    rows.map(({ path, source, translation, state }) => [
      path,
      { source, ...(translation === '' ? {} : { target: translation }), note: state },
    ]),
  );
  return jsToXliff12({
    sourceLanguage: languages.source,
    targetLanguage: languages.target,
    resources: { [name]: units },
  });
}

/** Reads what a translator sent back. Throws `UsageError` where the file is not what it says it is. */
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
    // A spreadsheet of some countries writes semicolons.
    delimitersToGuess: [',', ';', '\t'],
  });
  const missing = HEAD.filter((column) => column !== 'state' && !meta.fields?.includes(column));
  if (missing.length > 0)
    throw new UsageError(`the first line must name the columns; not there: ${missing.join(', ')}`);
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
