/**
 * Seeded wounds in every shipped case, 40 in the push gate and 300 in all: at least 98 of 100, rounded to
 * a whole wound, are caught or proved harmless, none crashes the reader, and every finding points at its wound. judge.ts defines these words.
 *
 *   BARAZA_MUTATIONS=3000 BARAZA_SEED=7 npx vitest run tests/mutation
 *
 * Each case has its own test file, so that they run in parallel.
 */
import { expect, test } from 'vitest';
import { amount } from '../gate/amount.ts';
import type { Judgement } from './judge.ts';
import { healthyCase, mutate } from './mutate.ts';

const COUNT = Number(process.env['BARAZA_MUTATIONS'] ?? amount({ push: 40, all: 300 }));
const SEED = Number(process.env['BARAZA_SEED'] ?? 20_261_122);
const ENOUGH = 0.98;

const share = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;

function table(judgements: readonly Judgement[]): string {
  const kinds = [...new Set(judgements.map(({ wound }) => wound.kind))].sort();
  return kinds
    .map((kind) => {
      const own = judgements.filter(({ wound }) => wound.kind === kind);
      const count = (...verdicts: string[]) => own.filter(({ verdict }) => verdicts.includes(verdict)).length;
      return `${kind.padEnd(34)} ${String(own.length).padStart(4)}  caught ${String(count('caught')).padStart(4)}  harmless ${String(count('same', 'words', 'plays the same')).padStart(3)}  missed ${String(count('MISSED')).padStart(3)}`;
    })
    .join('\n');
}

export function testWounds(id: string): void {
  test(`${id}: ${COUNT} wounds, seed ${SEED}`, () => {
    const healthy = healthyCase(id);
    const judgements = mutate(healthy, COUNT, SEED);
    const missed = judgements.filter(({ verdict }) => verdict === 'MISSED');
    const astray = judgements.flatMap(({ wound, astray: findings }) =>
      findings.map(
        ({ file, range, code, message }) =>
          `${wound.kind}: ${wound.did}\n    ${file}:${range.start.line} ${code} ${message}`,
      ),
    );
    console.log(
      `${id}: seed ${SEED}, ${share(COUNT - missed.length, COUNT)} of ${COUNT} caught or harmless\n${table(judgements)}`,
    );
    if (missed.length > 0)
      console.log(`missed:\n${missed.map(({ wound }) => `${wound.kind}: ${wound.did}`).join('\n')}`);
    expect(astray.join('\n'), `seed ${SEED}`).toBe('');
    expect(missed.length, `seed ${SEED}`).toBeLessThanOrEqual(Math.ceil(COUNT * (1 - ENOUGH)));
  });
}
