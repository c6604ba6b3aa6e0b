/** `baraza explain`: explains a finding by its code, from docs/authoring/diagnostics.md, whose examples are tested. */
import { readFileSync } from 'node:fs';
import { DIAGNOSTIC_CODES, severityOf } from '../../shared/scenario/diagnostic-catalogue.ts';
import type { Severity } from '../../shared/scenario/diagnostic.ts';
import { nearest } from '../../shared/scenario/nearest.ts';
import { bold, dim } from './help.ts';
import { type Io, UsageError } from './subcommand.ts';

export interface Explained {
  code: string;
  severity: Severity;
  /** The rule in one line. */
  rule: string;
  /** Cause, remedy and examples, as Markdown. */
  page: string;
}

const PAGE = new URL('../../docs/authoring/diagnostics.md', import.meta.url);

/** Explains every finding, in alphabetical order. */
export function explainAll(): Explained[] {
  const chapters = new Map(
    readFileSync(PAGE, 'utf8')
      .split(/^## /m)
      .slice(1)
      .map((chapter) => {
        const [title = '', ...lines] = chapter.split('\n');
        return [title.trim(), lines.join('\n').trim()] as const;
      }),
  );
  return [...DIAGNOSTIC_CODES].sort().map((code) => {
    const severity = severityOf(code);
    const page = (chapters.get(code) ?? '').replace(/^\*(error|warning|hint)\*\s*/, '');
    return { code, severity, rule: ruleOf(page), page };
  });
}

/** The first sentence of the chapter. */
const ruleOf = (page: string): string =>
  (page.split('\n').find((line) => /^\p{L}/u.test(line)) ?? 'See docs/authoring/diagnostics.md').replace(/:$/, '.');

/** Explains one code, upper or lower case. Throws `UsageError` with the nearest code if there is none. */
export function explain(asked: string): Explained {
  const code = asked.trim().toUpperCase().replaceAll('-', '_');
  const all = explainAll();
  const found = all.find((each) => each.code === code);
  if (found) return found;
  const meant = nearest(code, DIAGNOSTIC_CODES);
  throw new UsageError(
    `there is no finding \`${asked}\`. ${meant === undefined ? '`npx baraza explain` lists them all.' : `Did you mean ${meant}?`}`,
  );
}

/** Formats a chapter for a terminal: without code fences, with code indented. */
export function explainedText({ code, severity, page }: Explained, { colour }: Pick<Io, 'colour'>): string {
  const head = `${colour ? bold(code) : code}  ${severity}: ${MEANING[severity]}`;
  let fenced = false;
  const lines = page.split('\n').flatMap((line) => {
    if (line.startsWith('```')) {
      fenced = !fenced;
      return [];
    }
    if (fenced) return [`  ${line}`.trimEnd()];
    return [line.startsWith('#') && colour ? bold(line.replace(/^#+ /, '')) : line.replace(/^#+ /, '')];
  });
  const foot = 'All findings: npx baraza explain. Reference of the format: docs/authoring/reference.md';
  return `${[head, '', ...lines, '', colour ? dim(foot) : foot].join('\n').replaceAll(/\n{3,}/g, '\n\n')}\n`;
}

const MEANING: Record<Severity, string> = {
  error: 'the case cannot be played until this is fixed.',
  warning: 'the case can be played, but this is probably a mistake.',
  hint: 'a suggestion; the case may have a reason to differ.',
};

/** Lists every code with its rule, by severity. */
export function explainedList(all: readonly Explained[], { colour }: Pick<Io, 'colour'>): string {
  const width = Math.max(...all.map(({ code }) => code.length));
  const chapters = (['error', 'warning', 'hint'] as const).map((severity) => {
    const title = `${severity.charAt(0).toUpperCase()}${severity.slice(1)}s: ${MEANING[severity]}`;
    const lines = all
      .filter((each) => each.severity === severity)
      .map(({ code, rule }) => `  ${code.padEnd(width)}  ${rule}`);
    return [colour ? bold(title) : title, ...lines].join('\n');
  });
  return `${chapters.join('\n\n')}\n\nOne finding with examples: npx baraza explain ${all[0]?.code ?? 'CODE'}\n`;
}
