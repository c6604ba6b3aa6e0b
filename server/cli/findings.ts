/** Formats findings for a terminal, in colour where the terminal has colours. */
import type { Diagnostic, Severity } from '../../shared/scenario/diagnostic.ts';
import { formatDiagnostic } from '../../shared/scenario/format-diagnostic.ts';
import type { Io } from './subcommand.ts';

const COLOURS: Record<Severity, number> = { error: 31, warning: 33, hint: 36 };
const RESET = '\u001b[0m';
const paint = (code: number | string, text: string): string => `\u001b[${code}m${text}${RESET}`;

/** One block per finding, in the given order. `texts` are the checked files by their names in the findings. */
export function formatFindings(
  findings: readonly Diagnostic[],
  texts: ReadonlyMap<string, string>,
  { colour }: Pick<Io, 'colour'>,
): string[] {
  return findings.map((finding) => {
    const block = formatDiagnostic(finding, texts.get(finding.file));
    return colour ? painted(block, finding) : block;
  });
}

const HEAD = /^(\S+)( {2})(\w+) (\w+)( {2})(.*)$/;
const SOURCE = /^( *\d+ \| )(.*)$/;

function painted(block: string, { severity }: Diagnostic): string {
  const [head = '', ...rest] = block.split('\n');
  const tone = COLOURS[severity];
  const coloured = head.replace(
    HEAD,
    (_, place: string, gap: string, word: string, code: string, space: string, says: string) =>
      `${paint(1, place)}${gap}${paint(`1;${tone}`, word)} ${paint(tone, code)}${space}${says}`,
  );
  const lines = rest.map((line) => {
    if (/^ *\^+$/.test(line)) return line.replace(/\^+/, (carets) => paint(`1;${tone}`, carets));
    return line.replace(SOURCE, (_, gutter: string, source: string) => `${paint(2, gutter)}${source}`);
  });
  return [coloured, ...lines].join('\n');
}
