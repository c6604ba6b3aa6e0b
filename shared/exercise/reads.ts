/**
 * What of an exercise a condition reads, and what an event changed: only where the two meet can an answer (`evaluate.ts`) have
 * become another. It may say too much, never too little.
 */
import type { CompiledScenario } from '../scenario/compiled.ts';
import { type Condition, headOf } from '../scenario/schema/conditions.ts';
import type { CaseMs } from '../time.ts';
import { ALL_PARTS, bitOf, NO_PARTS, type Parts } from './folds/parts.ts';
import { relevantVerbs } from './relevant-verbs.ts';

/** Parts of the world, and event types: bits in three numbers. */
export interface Reads {
  parts: Parts;
  verbs: number;
  moreVerbs: number;
}

export const NOTHING: Reads = { parts: NO_PARTS, verbs: 0, moreVerbs: 0 };
export const EVERYTHING: Reads = { parts: ALL_PARTS, verbs: -1, moreVerbs: -1 };

export const both = (one: Reads, other: Reads): Reads => ({
  parts: one.parts | other.parts,
  verbs: one.verbs | other.verbs,
  moreVerbs: one.moreVerbs | other.moreVerbs,
});

export const meet = (one: Reads, other: Reads): boolean =>
  ((one.parts & other.parts) | (one.verbs & other.verbs) | (one.moreVerbs & other.moreVerbs)) !== 0;

/** Event types that some condition asks for. Where there are more than bits, types share one, and a few looks are for nothing. */
const asked = new Map<string, Reads>();
const BITS = 32;

function readsVerb(type: string): Reads {
  let reads = asked.get(type);
  if (!reads) {
    const place = asked.size % (2 * BITS);
    const bit = 1 << (place % BITS);
    reads = { ...NOTHING, ...(place < BITS ? { verbs: bit } : { moreVerbs: bit }) };
    asked.set(type, reads);
  }
  return reads;
}

const known = new WeakMap<Condition, Reads>();

export function readsOf(condition: Condition | undefined): Reads {
  if (condition === undefined) return NOTHING;
  let reads = known.get(condition);
  if (!reads) known.set(condition, (reads = look(condition)));
  return reads;
}

function look(condition: Condition): Reads {
  switch (headOf(condition)) {
    case 'all':
      return readsOfAll(condition.all);
    case 'any':
      return readsOfAll(condition.any);
    case 'of':
      return readsOfAll(condition.of);
    case 'not':
      return readsOf(condition.not);
    case 'happened':
      return readsVerb(condition.happened ?? '');
    case 'reached':
      return readsPart('entered');
    case 'in':
      return readsPart('charts');
    case 'knows':
    case 'is':
      return readsPart('items');
    case 'clock':
      return readsPart('now');
    case undefined:
      return NOTHING;
    default:
      return [readsPart('people'), readsPart('consents'), readsPart('referrals')].reduce(both);
  }
}

const readsOfAll = (conditions: readonly Condition[] = []): Reads => conditions.map(readsOf).reduce(both, NOTHING);

export const readsPart = (part: string): Reads => ({ ...NOTHING, parts: bitOf(part) });

const NOW = bitOf('now');

/** What an event of a type changed, by the parts it touched. Time that no condition compares with is no change. */
export function changeBy(compiled: CompiledScenario, type: string, parts: Parts, before: CaseMs, now: CaseMs): Reads {
  const idle = (parts & NOW) !== 0 && !clockTimesOf(compiled).some((time) => time > before && time <= now);
  // A type has its bit before the first condition that asks for it is read.
  const { verbs, moreVerbs } = relevantVerbs(compiled).has(type) ? readsVerb(type) : NOTHING;
  return { parts: idle ? parts & ~NOW : parts, verbs, moreVerbs };
}

const times = new WeakMap<CompiledScenario, readonly CaseMs[]>();

/** Every moment that some condition compares the clock with. */
export function clockTimesOf(compiled: CompiledScenario): readonly CaseMs[] {
  let found = times.get(compiled);
  if (!found) times.set(compiled, (found = [...clockTimes(compiled.scenario)]));
  return found;
}

function clockTimes(value: unknown, found = new Set<CaseMs>()): Set<CaseMs> {
  if (typeof value !== 'object' || value === null) return found;
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'clock' && typeof inner === 'object' && inner !== null)
      for (const time of Object.values(inner)) if (typeof time === 'number') found.add(time);
    clockTimes(inner, found);
  }
  return found;
}
