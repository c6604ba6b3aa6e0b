/**
 * Non-interference: two worlds differ only in what an actor may not know; the actor sends the same commands in both and reads
 * everything that it can. Every byte and every count that it receives is the same, except for the declared channels.
 */
import { describe, expect, it } from 'vitest';
import { GATE } from '../../gate/amount.ts';
import { figure, push, SEED } from '../support/scale.ts';
import { noTally } from './two-worlds/harness.ts';
import { libraries } from './two-worlds/plays.ts';
import { SECRET_KINDS, type SecretKind, trial } from './two-worlds/trials.ts';

const cases = libraries();

/** A push judges the change, so its plays are the same each time; the full gate plays others each time. */
const FIRST = GATE === 'push' && process.env['BARAZA_SEED'] === undefined ? 1 : SEED;

/** Plays for each kind of secret; each gives up to six pairs of worlds. */
const PLAYS: Record<SecretKind, number> = {
  laterMoment: push(3).all(130).long(1_500),
  hiddenActs: push(3).all(130).long(1_500),
  oneActFewer: push(2).all(130).long(1_500),
  otherCase: push(3).all(130).long(1_500),
  partLeftOut: push(2).all(130).long(1_500),
};

const WORDS: Record<SecretKind, string> = {
  laterMoment: 'what happened since, as long as the actor was told nothing of it',
  hiddenActs: 'acts of others and their hidden consequences',
  oneActFewer: 'an act of another actor long before',
  otherCase: 'a thing of the case that the actor has not earned: its name, its words, or that it exists',
  partLeftOut: 'a part of an item that the sender left out',
};

describe('no actor receives another byte in a world that differs only in', () => {
  it.each(SECRET_KINDS.map((kind) => [WORDS[kind], kind] as const))('%s', (_words, kind) => {
    const tally = noTally();
    const sentences = Array.from({ length: PLAYS[kind] }, (_, index) =>
      trial({ libraries: cases, kind, seed: FIRST + index }, tally).map(({ sentence }) => sentence),
    ).flat();
    figure(`${kind}, BARAZA_SEED=${FIRST}: pairs of worlds`, tally.pairs);
    figure(`${kind}: commands`, tally.probes);
    figure(`${kind}: commands that had events for the actor`, tally.accepted);
    figure(`${kind}: cards`, tally.cards);
    expect(sentences.slice(0, 10)).toEqual([]);
    expect(tally.accepted).toBeGreaterThan(0);
  });
});
