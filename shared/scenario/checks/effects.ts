/** Effects name things that exist, with all fields that their verb needs. */
import { type CaseUnderCheck, type Check, unknownId } from '../case-under-check.ts';
import type { Kind } from '../known-ids.ts';
import { type Effect, EFFECT_VERBS } from '../schema/effects.ts';
import { effectsOf, type Placed } from '../visit.ts';

export const checkEffects: Check = (subject) => {
  for (const placed of effectsOf(subject.scenario)) {
    checkNames(subject, placed);
    checkCompanions(subject, placed);
  }
};

const NAMES: readonly [keyof Effect, Kind][] = [
  ['fire', 'inject'],
  ['learn', 'item'],
  ['role', 'role'],
  ['move', 'person'],
  ['to', 'place'],
  ['perish', 'item'],
  ['appear', 'item'],
  ['risk-trigger', 'person'],
  ['withdraw', 'person'],
];

function checkNames({ known, report }: CaseUnderCheck, { path, value }: Placed<Effect>): void {
  for (const [key, kind] of NAMES) {
    const id = value[key];
    if (typeof id === 'string' && !known[kind].has(id)) unknownId(report, known, [kind], id, [...path, key]);
  }
  for (const key of ['trust', 'stress', 'room'] as const) {
    const kind = key === 'room' ? 'service' : 'person';
    for (const id of Object.keys(value[key] ?? {}))
      if (!known[kind].has(id)) unknownId(report, known, [kind], id, [...path, key, id], 'key');
  }
}

const COMPANION: Record<string, { key: 'role' | 'to'; why: string }> = {
  learn: { key: 'role', why: 'which role learns it' },
  move: { key: 'to', why: 'where to' },
};

function checkCompanions({ report }: CaseUnderCheck, { path, value }: Placed<Effect>): void {
  const verb = EFFECT_VERBS.find((each) => value[each] !== undefined);
  if (verb === undefined) return;
  const needed = COMPANION[verb];
  if (needed && value[needed.key] === undefined) {
    report('EFFECT_INCOMPLETE', [...path, verb], { verb, lacks: needed.key, why: needed.why }, 'key');
  }
  for (const key of ['role', 'to'] as const) {
    if (value[key] !== undefined && needed?.key !== key)
      report('EFFECT_KEY_UNUSED', [...path, key], { verb, key }, 'key');
  }
}
