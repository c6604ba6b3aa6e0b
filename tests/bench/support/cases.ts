/** Trial Match, read once. */
import { parseCase } from '../../../shared/scenario/parse-case.ts';
import type { CompiledScenario } from '../../../shared/scenario/compiled.ts';
import { caseFiles } from '../../support/case-files.ts';

let compiled: CompiledScenario | undefined;

export function trialMatch(): CompiledScenario {
  compiled ??= parseCase(caseFiles('trial-match')).compiled;
  if (!compiled) throw new Error('trial-match cannot be played');
  return compiled;
}
