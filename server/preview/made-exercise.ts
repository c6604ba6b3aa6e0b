/** Builds the stored records of a previewed exercise. */
import { TRAINER } from '../../shared/access/stored-names.ts';
import { seatOf } from '../../shared/playthrough/session.ts';
import type { CompiledScenario } from '../../shared/scenario/compiled.ts';
import type { Diagnostic } from '../../shared/scenario/diagnostic.ts';
import { MAIN_FILE } from '../../shared/scenario/parse-case.ts';
import type { CaseMs } from '../../shared/time.ts';
import { hashToken, newPin } from '../host/ids.ts';
import type { ExerciseRecord, NewParticipant } from '../storage/exercise-store.ts';
import { titleOf } from './case-pictures.ts';

export function recordOf({ scenario, hash }: CompiledScenario, id: string, clock: CaseMs): ExerciseRecord {
  const { languages, pace } = scenario;
  const settings = { seating: TRAINER, without: [], languages, pace } as const;
  return { ...settings, without: [], id, scenario: scenario.id, hash, pin: newPin(), createdAt: Date.now(), clock };
}

/** The person at a desk; each desk has one. */
export const personAt = (
  compiled: CompiledScenario,
  role: string,
  { exercise, token, language }: { exercise: string; token: string; language: string | undefined },
): NewParticipant => ({
  exercise,
  seat: seatOf(role),
  name: titleOf(compiled, role),
  language: language ?? compiled.scenario.language,
  tokenHash: hashToken(token),
});

/** The finding for a case that passes its checks but cannot be opened. */
export function cannotPlay(error: unknown): Diagnostic {
  const start = { line: 1, col: 1 };
  return {
    code: 'CANNOT_PLAY',
    severity: 'error',
    file: MAIN_FILE,
    range: { start, end: start },
    message: `The case cannot be played: ${error instanceof Error ? error.message : String(error)}.`,
    remedy: 'Look for effects or states that trigger each other in a loop.',
  };
}
