/** Writes docs/authoring/diagnostics.md from the wrong files: run `npx tsx tests/scenario/diagnostics-page.ts`. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { DIAGNOSTIC_CODES, severityOf } from '../../shared/scenario/diagnostic-catalogue.ts';
import { formatDiagnostic } from '../../shared/scenario/format-diagnostic.ts';
import { parseCase } from '../../shared/scenario/parse-case.ts';
import { composeWrongCase, FIXTURES } from './fixtures.ts';

export const PAGE = fileURLToPath(new URL('../../docs/authoring/diagnostics.md', import.meta.url));

const HEAD = `# Findings of the checker

An **error** keeps a case from being launched. A **warning** is something an author would agree with. A **hint** is worth a thought. Each is shown as the checker tells it, for a case that is right but for this one thing.
`;

export function diagnosticsPage(): string {
  const files = readdirSync(`${FIXTURES}/wrong`).sort((a, b) => (a < b ? -1 : 1));
  const chapters = [...DIAGNOSTIC_CODES].sort().map((code) => {
    const shown = files.filter((name) => name.startsWith(`${code}-`)).flatMap(example);
    return [
      `## ${code}`,
      '',
      `*${severityOf(code)}*`,
      '',
      ...(shown.length > 0 ? shown : ['Told of a file as a whole.', '']),
    ].join('\n');
  });
  return [HEAD, ...chapters].join('\n');
}

function example(name: string): string[] {
  const rule = name
    .replace(/^[A-Z_]+-/, '')
    .replace('.yaml', '')
    .replaceAll('-', ' ');
  const { files } = composeWrongCase(readFileSync(`${FIXTURES}/wrong/${name}`, 'utf8'));
  const told = parseCase(files).diagnostics.map((each) => formatDiagnostic(each, files[each.file]));
  return [`${rule.charAt(0).toUpperCase()}${rule.slice(1)}:`, '', '```', ...told, '```', ''];
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  writeFileSync(PAGE, diagnosticsPage());
