/** Writes docs/authoring/diagnostics.md from the wrong files and the mended ones: run `npx tsx tests/scenario/diagnostics-page.ts`. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type DiagnosticCode, DIAGNOSTIC_CODES, severityOf } from '../../shared/scenario/diagnostic-catalogue.ts';
import { formatDiagnostic } from '../../shared/scenario/format-diagnostic.ts';
import { MAIN_FILE, parseCase } from '../../shared/scenario/parse-case.ts';
import { composeWrongCase, FIXTURES } from './fixtures.ts';

export const PAGE = fileURLToPath(new URL('../../docs/authoring/diagnostics.md', import.meta.url));

const HEAD = `# Findings of the checker

An **error** keeps a case from being launched. A **warning** is something an author would agree with. A **hint** is worth a thought.

Each finding is shown in a case that is right but for this one thing, as \`npx baraza check\` tells it, and then mended. Both run as tests. All findings of a case are told at once: what cannot be read is left out and the rest is checked, and what would only echo a fault is not told beside it. The same is told by \`npx baraza explain CODE\`.
`;

/** These are told of a file of a size or kind that no example can show. */
const OF_WHOLE_FILES: Partial<Record<DiagnosticCode, string>> = {
  FILE_TOO_BIG: 'A file has at most 512 kB, a picture 256 kB, a case with all its files 5 MB.',
  TOO_DEEP: 'Nothing in a case nests deeper than 64 levels.',
  TOO_MANY_TOKENS: 'A file has at most 400,000 words and signs.',
  PARSE_TOO_LONG: 'Reading a case takes less than a second; after a time limit it is stopped.',
  CONTROL_CHARACTER: 'A text holds letters, signs, spaces and line ends; nothing invisible.',
  NOT_A_MAP: 'A file begins with keys at the left edge, like `title: …`.',
  ART_UNSAFE: 'A picture is plain SVG: shapes only; no script, no links, nothing from elsewhere.',
};

const namesIn = (folder: string) => readdirSync(`${FIXTURES}/${folder}`).sort((a, b) => (a < b ? -1 : 1));

export function diagnosticsPage(): string {
  const [wrong, right] = [namesIn('wrong'), namesIn('right')];
  const chapters = [...DIAGNOSTIC_CODES].sort().map((code) => {
    const shown = wrong.filter((name) => name.startsWith(`${code}-`)).flatMap((name) => example(name, right));
    const whole = OF_WHOLE_FILES[code];
    return [`## ${code}`, '', `*${severityOf(code)}*`, '', ...(whole === undefined ? [] : [whole, '']), ...shown].join(
      '\n',
    );
  });
  return [HEAD, ...chapters].join('\n');
}

function example(name: string, right: readonly string[]): string[] {
  const rule = name
    .replace(/^[A-Z_]+-/, '')
    .replace('.yaml', '')
    .replaceAll('-', ' ');
  const text = readFileSync(`${FIXTURES}/wrong/${name}`, 'utf8');
  const { files } = composeWrongCase(text);
  const told = parseCase(files).diagnostics.map((each) => formatDiagnostic(each, files[each.file]));
  const mended = right.includes(name)
    ? ['Right:', '', ...excerpt(readFileSync(`${FIXTURES}/right/${name}`, 'utf8'), 'right'), '']
    : [];
  return [
    `${rule.charAt(0).toUpperCase()}${rule.slice(1)}.`,
    '',
    'Wrong:',
    '',
    ...excerpt(text, 'wrong'),
    '',
    '```',
    ...told,
    '```',
    '',
    ...mended,
  ];
}

const MARK = / *# <- here$/;
const depthOf = (line: string): number => line.length - line.trimStart().length;

/** The marked lines of an example with the keys that they stand under, file by file. */
function excerpt(text: string, kind: 'wrong' | 'right'): string[] {
  const lines = text.split('\n');
  const shown = new Set<number>();
  for (const [index, line] of lines.entries()) {
    if (!MARK.test(line)) continue;
    shown.add(index);
    let depth = depthOf(line);
    for (let above = index - 1; above >= 0 && depth > 0; above--) {
      const other = lines[above] ?? '';
      if (other.trim() === '' || depthOf(other) >= depth) continue;
      shown.add(above);
      depth = depthOf(other);
    }
    // What hangs below a marked key says what is meant.
    if (line.replace(MARK, '').endsWith(':'))
      for (let below = index + 1; below <= index + 4 && depthOf(lines[below] ?? '') > depthOf(line); below++)
        shown.add(below);
  }
  return byFile(lines, shown, kind);
}

function byFile(lines: readonly string[], shown: ReadonlySet<number>, kind: string): string[] {
  let file = MAIN_FILE;
  const told: string[] = [];
  let [last, fileTold] = [-1, MAIN_FILE];
  for (const [index, line] of lines.entries()) {
    file = /^--- (\S+)$/.exec(line)?.[1] ?? file;
    if (!shown.has(index)) continue;
    if (file !== fileTold) told.push(`# ${file}`);
    else if (index > last + 1 && depthOf(lines[last] ?? '') >= depthOf(line) && last >= 0)
      told.push(`${' '.repeat(depthOf(line))}# …`);
    told.push(line.replace(MARK, ''));
    [last, fileTold] = [index, file];
  }
  return [`\`\`\`yaml ${kind}`, ...told, '```'];
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  writeFileSync(PAGE, diagnosticsPage());
