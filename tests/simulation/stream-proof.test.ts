/** The fact-leak proof: it finds nothing in honest plays, and every planted leak. */
import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import type { Event } from '../../shared/exercise/events.ts';
import type { EventType } from '../../shared/vocabulary/events.ts';
import { parsePlaythrough } from '../../shared/playthrough/parse-playthrough.ts';
import { playThrough } from '../../shared/playthrough/play-through.ts';
import type { CompiledScenario } from '../../shared/scenario/compiled.ts';
import { parseCase } from '../../shared/scenario/parse-case.ts';
import { proveCards } from '../../shared/simulation/card-proof.ts';
import { proveStreams } from '../../shared/simulation/stream-proof.ts';
import { aClass, type PlayedClass } from '../support/a-class.ts';
import { aScenario } from '../support/a-scenario.ts';
import { caseFiles, playthroughsOf } from '../support/case-files.ts';

const SMALL = 'tests/fixtures/playthroughs/small-case.playthrough.yaml';

function playedOf(compiled: CompiledScenario, path: string, text: string): Event[] {
  const { playthrough } = parsePlaythrough(path, text);
  if (!playthrough) throw new Error(`${path} cannot be read`);
  return playThrough(compiled, { ...playthrough, result: undefined }).events;
}

const upToTheEnd = (events: Event[]): Event[] => events.filter(({ type }) => type !== 'exercise-ended');

/** The police search the bus park and find the list; the child officers stay at home. */
function policeAtWork(): PlayedClass {
  const play = aClass();
  play.desk('police').does('travel', { place: 'bus-park' });
  play.passes('20m');
  play.desk('police').does('search', {});
  play.passes('10m');
  return play;
}

/** The log with one event changed, or with one added after the event of a type. */
const changed = (log: readonly Event[], type: EventType, change: (event: Event) => Event): Event[] =>
  log.map((event) => (event.type === type ? change(event) : event));

const widen = (event: Event): Event => ({ ...event, audience: [...event.audience, 'role:child-protection'] });

describe('an honest play leaks nothing', () => {
  const small = aScenario();

  it('in the small case, by events and by cards', () => {
    const events = playedOf(small, SMALL, readFileSync(SMALL, 'utf8'));
    expect(events.length).toBeGreaterThan(100);
    expect(proveStreams(small, events)).toEqual([]);
    expect(proveCards({ compiled: small, translations: {} }, upToTheEnd(events))).toEqual([]);
  });

  const { compiled: trial } = parseCase(caseFiles('trial-match'));
  test.each(playthroughsOf('trial-match'))('in the playthrough $path', ({ path, text }) => {
    if (!trial) throw new Error('Trial Match cannot be played');
    const events = playedOf(trial, path, text);
    expect(proveStreams(trial, events)).toEqual([]);
    expect(proveCards({ compiled: trial, translations: {} }, upToTheEnd(events))).toEqual([]);
  });
});

describe('a name with two meanings', () => {
  it('is no leak where it means the open one', () => {
    const play = aClass((draft) => {
      draft.debrief.pins ??= {};
      draft.debrief.pins['names'] = { when: { happened: 'screened' }, asks: 'Who had the names?' };
      const decision = draft.decisions['visit-flat'];
      if (decision) decision.options['tip'] = { title: 'Ask who tipped us off' };
    });
    play.desk('police').does('travel', { place: 'bus-park' });
    play.passes('20m');
    play.desk('police').does('search', {});
    play.passes('10m');
    expect(play.knows('police', 'bus-manifest')).toBe(true);
    expect(proveStreams(play.compiled, play.log)).toEqual([]);
    expect(proveCards({ compiled: play.compiled, translations: {} }, play.log)).toEqual([]);
  });
});

describe('a planted leak is reported with fact, desk and event', () => {
  it('for an event with too wide an audience', () => {
    const { compiled, log } = policeAtWork();
    const leaks = proveStreams(compiled, changed(log, 'item-found', widen));
    expect(leaks.map(({ role, fact, type }) => `${role} ${fact} ${type}`)).toContain(
      'child-protection item:bus-manifest item-found',
    );
    expect(leaks.every(({ role }) => role === 'child-protection')).toBe(true);
  });

  it('for a fact learned by the wrong desk, although its audience matches', () => {
    const { compiled, log } = policeAtWork();
    const last = log.at(-1);
    const planted = {
      seq: (last?.seq ?? 0) + 1,
      at: last?.at ?? 0,
      type: 'item-learned',
      audience: ['role:child-protection'],
      role: 'child-protection',
      item: 'bus-manifest',
      parts: ['names'],
      how: 'share',
      by: 'police',
    } satisfies Event;
    const leaks = proveStreams(compiled, [...log, planted]);
    expect(leaks.map(({ fact, seq }) => [fact, seq])).toEqual([
      ['item:bus-manifest', planted.seq],
      ['part:bus-manifest/names', planted.seq],
    ]);
  });

  it('for a part that was left out of a share', () => {
    const play = policeAtWork();
    const share = { item: 'bus-manifest', purpose: 'protection', basis: 'duty-by-law', channel: 'phone' } as const;
    play.desk('police').does('share-item', { ...share, parts: ['seats'], to: 'child-protection' });
    expect(proveStreams(play.compiled, play.log)).toEqual([]);
    const all = changed(play.log, 'share-received', (event) => ({ ...event, parts: ['seats', 'names'] }) as Event);
    expect(proveStreams(play.compiled, all).map(({ fact }) => fact)).toEqual(['part:bus-manifest/names']);
  });

  it('for a fact revealed before it is earned', () => {
    const play = policeAtWork();
    const share = { item: 'bus-manifest', purpose: 'protection', basis: 'duty-by-law', channel: 'phone' } as const;
    play.desk('police').does('share-item', { ...share, parts: ['seats', 'names'], to: 'child-protection' });
    expect(proveStreams(play.compiled, play.log)).toEqual([]);
    const early = changed(play.log, 'item-found', widen);
    expect(proveStreams(play.compiled, early).map(({ type }) => type)).toContain('item-found');
  });

  it('for internal events, and for trust', () => {
    const { compiled, log } = policeAtWork();
    const leaks = proveStreams(compiled, changed(log, 'mood-changed', widen));
    expect(leaks[0]).toMatchObject({ role: 'child-protection', fact: 'event:mood-changed' });
  });

  it('for the name of a person whom a desk knows by sight only', () => {
    const play = aClass();
    play.desk('police').does('travel', { place: 'bus-park' });
    play.passes('20m');
    const named = changed(play.log, 'person-known', (event) =>
      event.type === 'person-known' && event.person === 'nyota' ? { ...event, named: true } : event,
    );
    expect(proveStreams(play.compiled, play.log)).toEqual([]);
    expect(proveStreams(play.compiled, named).map(({ fact }) => fact)).toEqual(['name:nyota']);
  });

  it('for an id in another field, or a text of the case', () => {
    const { compiled, log } = policeAtWork();
    const slipped = (extra: object) =>
      changed(log, 'travel-started', (event) => ({ ...event, ...extra })).map((event) =>
        event.type === 'travel-started' ? widen(event) : event,
      );
    expect(proveStreams(compiled, slipped({ note: 'phone-contacts' }))[0]?.fact).toBe('item:phone-contacts');
    expect(proveStreams(compiled, slipped({ note: 'reason:phone-contacts' }))[0]?.fact).toBe('item:phone-contacts');
    expect(proveStreams(compiled, slipped({ note: { 'phone-contacts': 1 } }))[0]?.fact).toBe('item:phone-contacts');
    expect(proveStreams(compiled, slipped({ note: 'One number, called daily.' }))[0]?.fact).toMatch(/^text:/);
  });

  it('for the text of an unearned fact on a card', () => {
    const { compiled, log } = policeAtWork();
    const planted = log.flatMap((event): Event[] =>
      event.type === 'item-learned' && event.item === 'bus-manifest'
        ? [event, { ...event, audience: ['role:child-protection'], role: 'child-protection', parts: ['names'] }]
        : [event],
    );
    const leaks = proveCards({ compiled, translations: {} }, planted);
    expect(leaks.map(({ role, fact, card }) => `${role} ${fact} ${card}`)).toContain(
      'child-protection part:bus-manifest/names item:bus-manifest',
    );
  });
});
