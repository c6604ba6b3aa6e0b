/** Each declared channel is needed: for each, two worlds that differ only by a secret, which it tells and no other channel does. */
import { describe, expect, it } from 'vitest';
import { type Actor, seated } from '../../../shared/access/actor.ts';
import { PUBLIC_CHANNELS } from '../../../shared/exercise/public-channels.ts';
import type { AnyCommand } from '../../../shared/vocabulary/commands.ts';
import type { EventDraft } from '../../../shared/exercise/events.ts';
import type { Change } from '../../support/a-scenario.ts';
import { aClass, type PlayedClass } from '../../support/a-class.ts';
import { ClassAt, REAL } from './two-worlds/class-at.ts';
import { difference, firstDifference } from './two-worlds/compare.ts';

interface Witness {
  actor: Actor;
  /** What both worlds have in common. */
  before: (play: PlayedClass) => void;
  /** What happens in secret in the other one, as events that the actor does not get. */
  secret: readonly EventDraft[];
  /** The case of the other one. */
  otherCase?: Change;
  act?: AnyCommand;
}

const police = seated('p1');
const besideNyota = (play: PlayedClass): void => {
  for (const role of ['police', 'child-protection']) play.desk(role).does('travel', { place: 'bus-park' });
  play.passes('30m');
};
const askConsent: AnyCommand = { type: 'ask-consent', person: 'nyota', kind: 'data', explained: true, to: [] };

const WITNESSES: Record<string, Witness> = {
  'the phase of the day': {
    actor: police,
    before: besideNyota,
    secret: [{ type: 'chart-moved', audience: ['trainer'], chart: 'case', value: 'screening' }],
  },
  'a number that was drawn': {
    actor: police,
    before: besideNyota,
    secret: [{ type: 'chance-drawn', audience: ['trainer'], rng: 4_711 }],
    act: askConsent,
  },
  'how a person answers a request for consent': {
    actor: police,
    before: besideNyota,
    secret: [{ type: 'mood-changed', audience: ['trainer'], person: 'nyota', trust: 0, stress: 9 }],
    act: askConsent,
  },
  'how a person bears itself in a talk': {
    actor: police,
    before: (play) => {
      besideNyota(play);
      const plan = { person: 'juma', kind: 'account', place: 'bus-park', recorded: true } as const;
      play.desk('police').does('plan-interview', plan);
    },
    secret: [{ type: 'mood-changed', audience: ['trainer'], person: 'juma', trust: 0, stress: 10 }],
    act: { type: 'begin-account', interview: 'police-interview-1' },
  },
  'what still lies at a place': {
    actor: police,
    before: (play) => {
      besideNyota(play);
      play.desk('police').does('search', {});
      play.passes('10m');
    },
    secret: [
      {
        type: 'item-taken',
        audience: ['role:child-protection'],
        by: 'child-protection',
        seat: 'c1',
        item: 'bus-manifest',
        place: 'bus-park',
        basis: 'duty-by-law',
      },
    ],
    act: { type: 'take-item', item: 'bus-manifest', basis: 'duty-by-law' },
  },
  'who is near the person one speaks for': {
    actor: { kind: 'role-player', people: ['coach'] },
    before: () => undefined,
    secret: [{ type: 'travel-ended', audience: ['role:police'], by: 'police', seat: 'p1', place: 'bus-park' }],
    act: { type: 'speak-for', person: 'coach', text: 'words' },
  },
};

function worldsOf({ before, secret, otherCase }: Witness): [ClassAt, ClassAt] {
  const play = aClass();
  before(play);
  const one = ClassAt.after({ compiled: play.compiled, translations: {} }, play.log, REAL);
  const last = { seq: one.exercise.seq, at: one.now };
  const events = secret.map((event, index) => ({ ...last, ...event, seq: last.seq + index + 1 }));
  if (!otherCase) return [one, one.and(events)];
  const { compiled } = aClass(otherCase);
  return [one, ClassAt.after({ compiled, translations: {} }, play.log, REAL)];
}

describe('the declared channel', () => {
  it.each(PUBLIC_CHANNELS.map(({ name }) => name))('“%s” is needed, and enough, in some play', (name) => {
    const witness = WITNESSES[name];
    if (!witness) throw new Error(`no play uses the channel “${name}”`);
    const [one, other] = worldsOf(witness);
    const { actor, act } = witness;
    expect(firstDifference(one.snapshot(actor), other.snapshot(actor))).toBeUndefined();
    if (!act) {
      const apart = firstDifference(one.room(), other.room());
      const [channel] = PUBLIC_CHANNELS.filter((declared) => declared.name === name);
      expect(channel?.room).toContain(apart?.path);
      return;
    }
    const [mine, theirs] = [one.tells(actor, act, one.now), other.tells(actor, act, one.now)];
    const [used, others] = [new Set<string>(), PUBLIC_CHANNELS.filter((channel) => channel.name !== name)];
    expect(difference(mine, theirs, act.type, others, new Set())).toBeDefined();
    expect(difference(mine, theirs, act.type, PUBLIC_CHANNELS, used)).toBeUndefined();
    expect(used).toContain(name);
  });

  it('has a name of its own, and says how an officer would find out', () => {
    expect(Object.keys(WITNESSES)).toEqual(PUBLIC_CHANNELS.map(({ name }) => name));
    expect(PUBLIC_CHANNELS.filter(({ because }) => because.split(' ').length < 8)).toEqual([]);
  });
});
