/** All diagnostics with severity and text. Texts of diagnostics are written only in this catalogue. */
import { OF_CARE } from './catalogue/of-care.ts';
import { OF_CASE } from './catalogue/of-case.ts';
import { OF_REFERENCES } from './catalogue/of-references.ts';
import { OF_SHAPE } from './catalogue/of-shape.ts';
import { OF_TEXT } from './catalogue/of-text.ts';
import type { Rule } from './catalogue/rule.ts';
import type { Diagnostic, Range, Severity } from './diagnostic.ts';

const CATALOGUE = { ...OF_TEXT, ...OF_SHAPE, ...OF_REFERENCES, ...OF_CASE, ...OF_CARE };

export type DiagnosticCode = keyof typeof CATALOGUE;
type AllParams = { [C in DiagnosticCode]: Parameters<(typeof CATALOGUE)[C]['say']>[0] };
export type ParamsOf<C extends DiagnosticCode> = AllParams[C];
const RULES: { readonly [C in DiagnosticCode]: Rule<AllParams[C]> } = CATALOGUE;

export const DIAGNOSTIC_CODES = Object.keys(CATALOGUE) as DiagnosticCode[];
export const severityOf = (code: DiagnosticCode): Severity => CATALOGUE[code].severity;

/** Creates a diagnostic. `params` fill its sentences. */
export function diagnose<C extends DiagnosticCode>(
  code: C,
  params: ParamsOf<C>,
  file: string,
  range: Range,
): Diagnostic {
  const { severity, say }: Rule<ParamsOf<C>> = RULES[code];
  return { code, severity, file, range, ...say(params) };
}
