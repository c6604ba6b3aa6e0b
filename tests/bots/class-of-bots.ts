/** Trial Match and the small case for bots, and the marks of a play. */
import { playBots, type BotPlay, type PlayBotsOptions } from '../../shared/bots/play-bots.ts';
import { debrief } from '../../shared/debrief/compute.ts';
import type { CompiledScenario } from '../../shared/scenario/compiled.ts';
import { parseCase } from '../../shared/scenario/parse-case.ts';
import { caseFiles } from '../support/case-files.ts';

let match: CompiledScenario | undefined;

/** Trial Match as it stands in the repository. */
export function trialMatch(): CompiledScenario {
  match ??= parseCase(caseFiles('trial-match')).compiled;
  if (!match) throw new Error('Trial Match does not compile');
  return match;
}

export const refusals = ({ commands }: BotPlay): string[] =>
  commands.flatMap(({ from, body, refused }) => (refused === undefined ? [] : [`${from}: ${body.type} ${refused}`]));

const WORTH: Readonly<Record<string, number>> = { P: 3, S: 2, M: 1, U: 0 };

export interface Marks {
  /** The ten competencies together: 3 for P, 2 for S, 1 for M, 0 for U. */
  sum: number;
  redLines: string[];
  /** Presumed victims screened, and received by a service. */
  identified: number;
  received: number;
}

export function marksOf(compiled: CompiledScenario, { events }: BotPlay): Marks {
  const { competencies, redLines, paths } = debrief(compiled, events);
  const victims = paths.filter(({ presumedVictim }) => presumedVictim);
  return {
    sum: competencies.reduce((sum, { rating }) => sum + (WORTH[rating] ?? 0), 0),
    redLines: redLines.map(({ redLine }) => redLine),
    identified: victims.filter(({ identifiedAt }) => identifiedAt !== undefined).length,
    received: victims.filter(({ receivedAt }) => receivedAt !== undefined).length,
  };
}

export const playMatch = (options: PlayBotsOptions): BotPlay => playBots(trialMatch(), options);
