/** What the events of items and people change in a world. */
import { describe, expect, it } from 'vitest';
import type { KnownEvent } from '../../shared/exercise/events.ts';
import { evolve } from '../../shared/exercise/evolve.ts';
import { emptyWorld, type World } from '../../shared/exercise/world.ts';

/** The world after these events. */
const after = (...events: KnownEvent[]): World => events.reduce((world, event) => evolve(world, event), emptyWorld());

const POLICE = { by: 'police', seat: 'p1' };

describe('a share that a desk receives', () => {
  const sent: KnownEvent<'item-shared'> = {
    ...POLICE,
    type: 'item-shared',
    at: 5,
    item: 'bus-manifest',
    parts: ['names'],
    left: ['seats'],
    to: 'child-protection',
    purpose: 'protection',
    basis: 'duty-by-law',
    channel: 'secure-message',
  };
  const received = (change: Partial<KnownEvent<'share-received'>> = {}): KnownEvent<'share-received'> => {
    const { left: _left, consent: _consent, ...share } = sent;
    return { ...share, type: 'share-received', ...change };
  };

  it('is one share with the one that was sent', () => {
    expect(after(sent, received()).shares).toHaveLength(1);
    expect(after(received()).shares).toMatchObject([{ item: 'bus-manifest', left: [] }]);
  });

  it.each<[string, Partial<KnownEvent<'share-received'>>]>([
    ['time', { at: 6 }],
    ['item', { item: 'tip' }],
    ['sender', { by: 'child-protection' }],
    ['receiver', { to: 'police' }],
    ['parts', { parts: ['names', 'seats'] }],
    ['time and parts', { at: 6, parts: ['seats'] }],
    ['item and receiver', { item: 'tip', to: 'police' }],
    ['item and sender', { item: 'tip', by: 'child-protection' }],
    ['sender and receiver', { by: 'child-protection', to: 'police' }],
  ])('is another one if its %s differs', (_what, change) => {
    expect(after(sent, received(change)).shares).toHaveLength(2);
  });
});

describe('an item', () => {
  const started: KnownEvent = { ...POLICE, type: 'analysis-started', at: 3, item: 'coach-phone', due: 9 };

  it('is with its owner after it is given back, and stays where it is after any other handling', () => {
    const taken: KnownEvent = {
      ...POLICE,
      type: 'item-taken',
      at: 1,
      item: 'tip',
      place: 'station',
      basis: 'duty-by-law',
    };
    const handled = (how: 'return' | 'seal'): KnownEvent => ({
      ...POLICE,
      type: 'item-handled',
      at: 2,
      item: 'tip',
      how,
      with: 'nyota',
    });
    expect(after(taken, handled('seal')).items['tip']?.heldBy).toBe('police');
    expect(after(taken, handled('return')).items['tip']?.heldBy).toBe('nyota');
  });

  it('is in analysis until the analysis ends, and its custody names both', () => {
    const ended: KnownEvent = { type: 'analysis-ended', at: 9, by: 'police', item: 'coach-phone' };
    expect(after(started).items['coach-phone']?.analysis).toEqual({ by: 'police', due: 9, done: false });
    const item = after(started, ended).items['coach-phone'];
    expect(item?.analysis).toEqual({ by: 'police', due: 9, done: true });
    expect(item?.custody.map(({ what }) => what)).toEqual(['analysis-started', 'analysis-ended']);
    expect(after(ended).items['coach-phone']?.analysis).toBeUndefined();
  });

  it('has appeared after the author let it appear', () => {
    expect(after({ type: 'item-appeared', at: 1, item: 'tip' }).items['tip']?.appeared).toBe(true);
  });

  it('keeps what a desk believes it proves against each person', () => {
    const assessed = (person: string): KnownEvent => ({
      ...POLICE,
      type: 'item-assessed',
      at: 1,
      item: 'tip',
      person,
      elements: ['act.transport'],
    });
    expect(after(assessed('coach'), assessed('juma')).items['tip']?.assessed).toEqual({
      police: { coach: ['act.transport'], juma: ['act.transport'] },
    });
  });

  it('loses only the link that its desk takes away', () => {
    const link = (by: string, item: string, other: string) =>
      ({ type: 'items-linked', at: 1, by, item, with: other }) as const;
    const links = [
      link('police', 'a', 'b'),
      link('child-protection', 'a', 'b'),
      link('police', 'c', 'b'),
      link('police', 'a', 'c'),
    ];
    const kept = after(...links, { ...link('police', 'a', 'b'), type: 'items-unlinked' }).links;
    expect(kept.map(({ role, item, with: other }) => [role, item, other])).toEqual([
      ['child-protection', 'a', 'b'],
      ['police', 'c', 'b'],
      ['police', 'a', 'c'],
    ]);
  });
});

describe('a person', () => {
  const person = (...events: KnownEvent[]) => after(...events).people['nyota'];
  const nyota = { ...POLICE, person: 'nyota' };

  it('is known since the first time a desk knew of it, and by name from then on', () => {
    const known = (at: number, named: boolean): KnownEvent => ({
      type: 'person-known',
      at,
      role: 'police',
      person: 'nyota',
      named,
    });
    expect(person(known(2, false), known(5, true), known(8, false))?.known['police']).toEqual({ named: true, at: 2 });
  });

  it('loses the indicator that is taken away, and no other', () => {
    const tag = (type: 'indicator-tagged' | 'indicator-untagged', indicator: string): KnownEvent => ({
      ...nyota,
      type,
      at: 1,
      indicator,
    });
    const left = person(
      tag('indicator-tagged', 'one'),
      tag('indicator-tagged', 'two'),
      tag('indicator-untagged', 'one'),
    );
    expect(Object.keys(left?.indicators ?? {})).toEqual(['two']);
  });

  it('has the status that a desk decides, with its reason', () => {
    const decided = person({ ...nyota, type: 'status-set', at: 1, status: 'witness', text: 't1' });
    expect(decided).toMatchObject({ status: 'witness', statusReason: 't1' });
  });

  it('is in custody until it is released', () => {
    const detained: KnownEvent = { ...nyota, type: 'detained', at: 1, place: 'cells', basis: 'none' };
    expect(person(detained)?.custody).toBe('detained');
    expect(person(detained, { ...nyota, type: 'released', at: 2 })?.custody).toBeUndefined();
  });

  it('has the time of the last sign of risk, and of the first notice to a guardian', () => {
    const [risk, notified] = [
      (at: number): KnownEvent => ({ type: 'risk-triggered', at, person: 'nyota', signal: 'story' }),
      (at: number): KnownEvent => ({ ...nyota, type: 'guardian-notified', at }),
    ];
    expect(person(risk(1), risk(4))?.riskTriggered).toBe(4);
    expect(person(notified(1), notified(4))?.guardianNotified).toBe(1);
  });

  it('may consent before a desk of this world saw the question, which then was explained', () => {
    const given: KnownEvent = {
      type: 'consent-given',
      at: 4,
      by: 'police',
      consent: 'c-1',
      person: 'nyota',
      kind: 'data',
      to: ['child-protection'],
      answer: 0,
    };
    const asked: KnownEvent = {
      ...nyota,
      type: 'consent-asked',
      at: 2,
      consent: 'c-1',
      kind: 'data',
      explained: false,
      to: [],
    };
    expect(after(given).consents['c-1']).toMatchObject({
      at: 4,
      explained: true,
      state: 'given',
      to: ['child-protection'],
    });
    expect(after(asked, given).consents['c-1']).toMatchObject({ at: 2, explained: false, state: 'given' });
  });

  it('is owed a duty that is open, then met or missed', () => {
    const duty = { duty: 'guardian', person: 'nyota', role: 'police' };
    const started: KnownEvent = { ...duty, type: 'duty-started', at: 1, by: 'story', due: 9 };
    const state = (...more: KnownEvent[]) => after(started, ...more).duties['guardian:nyota:police']?.state;
    expect(state()).toBe('open');
    expect(state({ ...duty, type: 'duty-met', at: 2, by: 'story' })).toBe('met');
    expect(state({ ...duty, type: 'duty-missed', at: 9 })).toBe('missed');
  });
});
