/**
 * Writes docs/authoring/diagnostics.md from the wrong and the corrected files: run `npx tsx
 * tests/scenario/diagnostics-page.ts`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type DiagnosticCode, DIAGNOSTIC_CODES, severityOf } from '../../shared/scenario/diagnostic-catalogue.ts';
import { formatDiagnostic } from '../../shared/scenario/format-diagnostic.ts';
import { MAIN_FILE, parseCase } from '../../shared/scenario/parse-case.ts';
import { composeWrongCase, FIXTURES } from './fixtures.ts';

export const PAGE = fileURLToPath(new URL('../../docs/authoring/diagnostics.md', import.meta.url));

const HEAD = `# Findings of the checker

A case with an **error** cannot be launched. A **warning** is probably a mistake. A **hint** is a suggestion.

Each finding is shown in a case with only this mistake, as \`npx baraza check\` prints it, and then corrected. Both run as tests. All findings of a case are reported at once: unreadable parts are left out, the rest is checked, and findings that would only follow from another one are not reported. \`npx baraza explain CODE\` prints the same.
`;

/** Explanations of findings on file size or kind, which no example can show. */
const OF_WHOLE_FILES: Partial<Record<DiagnosticCode, string>> = {
  FILE_TOO_BIG: 'A file has at most 512 kB, a picture 256 kB, a case with all its files 5 MB.',
  TOO_DEEP: 'A case has at most 64 levels of nesting.',
  TOO_MANY_TOKENS: 'A file has at most 400,000 words and symbols.',
  PARSE_TOO_LONG: 'Reading a case takes less than a second; it is stopped after a time limit.',
  CONTROL_CHARACTER: 'A text contains letters, symbols, spaces and line ends, and no invisible characters.',
  NOT_A_MAP: 'A file begins with keys without indentation, like `title: …`.',
  ART_UNSAFE: 'A picture is plain SVG: shapes only; no scripts, no links, no external content.',
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

/** The marked lines of an example with their parent keys, file by file. */
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
    // Lines below a marked key show what it means.
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
