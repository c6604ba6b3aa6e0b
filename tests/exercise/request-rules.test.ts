/** What a request and its answer need, who learns of them, and what a message reaches. */
import { describe, expect, it } from 'vitest';
import { seated } from '../../shared/access/actor.ts';
import { role, seat, trainerOnly } from '../../shared/access/audience.ts';
import { decide } from '../../shared/exercise/exercise.ts';
import { draw } from '../../shared/exercise/random.ts';
import { aClass, type Fields, PlayedClass } from '../support/a-class.ts';
import { aScenario, type Change } from '../support/a-scenario.ts';
import { anotherDesk } from '../support/another-desk.ts';

const SEATS = { p1: 'police', q1: 'port-police', c1: 'child-protection' };
const question = { kind: 'case-question', to: 'child-protection', basis: 'agreed-protocol' } as const;
const records = { kind: 'phone-records', to: 'phone-company', basis: 'court-order' } as const;
const FROM_POLICE = 'police-request-child-protection-1';

const twoPolice = (change: Change = () => undefined): PlayedClass =>
  aClass((draft, law) => {
    anotherDesk(draft, 'port-police');
    change(draft, law);
  }, SEATS);

/** The types of the events that an act adds to the log. */
function addedBy(play: PlayedClass, act: () => void): string[] {
  const before = play.log.length;
  act();
  return play.log.slice(before).map(({ type }) => type);
}

describe('a request', () => {
  it.each([
    ['of a kind that the law does not have', 'police', { ...question, kind: 'gossip' }, 'unknown-id'],
    ['that only another agency may make', 'child-protection', records, 'no-power'],
    ['to the own desk', 'police', { ...question, to: 'police' }, 'unknown-id'],
    ['to a body, of a kind for desks', 'police', { ...question, to: 'phone-company' }, 'unknown-id'],
    ['to a desk, of a kind for bodies', 'police', { ...records, to: 'child-protection' }, 'unknown-id'],
    ['about an item that the desk does not know', 'police', { ...question, item: 'home-address' }, 'not-known'],
    ['about a person that the desk does not know', 'police', { ...question, person: 'nyota' }, 'not-known'],
    ['about a place that the desk does not know', 'police', { ...question, place: 'coach-flat' }, 'unknown-id'],
  ] as const)('%s is refused', (_what, by, fields, code) => {
    const play = aClass();
    expect(play.desk(by).asks('make-request', fields as Fields<'make-request'>)).toBe(code);
    expect(play.world.requests).toEqual({});
  });

  it('of a kind that the law does not have is refused with the name of that kind', () => {
    const { compiled, exercise, now: at } = aClass();
    const body = { type: 'make-request', ...question, kind: 'gossip' } as const;
    expect(decide(compiled, exercise, { from: seated('p1'), at, body })).toEqual({
      rejection: { code: 'unknown-id', params: { id: 'gossip' } },
    });
  });

  it('goes to no desk of the case that is not part of the exercise', () => {
    const play = new PlayedClass(aScenario(), { p1: 'police' }, 7, ['police']);
    play.trainer('start-exercise', {});
    expect(play.desk('police').asks('make-request', question)).toBe('unknown-id');
  });

  it('goes only to agencies that the law names for its kind', () => {
    const play = aClass((_draft, law) => {
      const kind = law.requests?.['case-question'];
      if (kind) kind.to = ['constabulary'];
    });
    expect(play.desk('police').asks('make-request', question)).toBe('unknown-id');
    expect(play.desk('child-protection').asks('make-request', { ...question, to: 'police' })).toBe('done');
  });

  it('may be due now or later, and not before', () => {
    const play = aClass();
    const due = (at: number) => play.desk('police').asks('make-request', { ...question, due: at });
    expect(due(play.now - 1)).toBe('bad-value');
    expect(due(play.now)).toBe('done');
    expect(due(play.now + 60_000)).toBe('done');
  });

  it('to a desk adds nothing to the log but itself, is known to both desks, and waits for the desk', () => {
    const play = aClass();
    expect(addedBy(play, () => play.desk('police').does('make-request', question))).toEqual(['request-made']);
    expect(play.events('request-made')[0]?.audience).toEqual(role('police', 'child-protection'));
    play.passes('5h');
    expect(play.world.requests[FROM_POLICE]?.answers).toEqual([]);
  });

  it('to a body is known to its desk only, and tells the body about no person', () => {
    const play = aClass();
    const ask = () => play.desk('police').does('make-request', { ...records, item: 'tip', person: 'coach' });
    expect(addedBy(play, ask)).toEqual(['request-made', 'chance-drawn', 'timer-set']);
    expect(play.events('request-made')[0]?.audience).toEqual(role('police'));
  });

  it('about a person tells the receiver of the person, by name only if the desk knows the name', () => {
    const play = aClass();
    play.desk('police').does('travel', { place: 'bus-park' });
    play.passes('20m');
    const named = () => play.world.people['nyota']?.known['child-protection']?.named;
    play.desk('police').does('make-request', { ...question, person: 'nyota' });
    expect(named()).toBe(false);
    play.desk('police').does('screen', { person: 'nyota', with: 'alone', outcome: 'presumed-victim', child: true });
    play.desk('police').does('make-request', { ...question, person: 'nyota' });
    expect(named()).toBe(true);
  });

  it('to a body is answered the later, the higher the number that the exercise draws', () => {
    const answers = Array.from({ length: 12 }, (_, seed) => {
      const play = new PlayedClass(aScenario(), { p1: 'police' }, seed);
      play.trainer('start-exercise', {});
      const { value } = draw(play.world.rng);
      play.desk('police').does('make-request', { ...records, item: 'tip' });
      const due = play.world.timers['request:police-request-1']?.due ?? 0;
      return { value, minutes: (due - play.now) / 60_000 };
    }).toSorted((one, other) => one.value - other.value);
    expect(answers.map(({ value }) => Math.round(40 * (0.9 + 0.2 * value)))).toEqual(
      answers.map(({ minutes }) => minutes),
    );
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('to a body is answered a tenth early or late at most, seed %i', (seed) => {
    const play = new PlayedClass(aScenario(), { p1: 'police', c1: 'child-protection' }, seed);
    play.trainer('start-exercise', {});
    play.desk('police').does('make-request', { ...records, item: 'tip' });
    const [asked] = play.events('request-made');
    play.passes('1h');
    const [answered] = play.events('request-answered');
    const minutes = ((answered?.at ?? 0) - (asked?.at ?? 0)) / 60_000;
    expect(minutes).toBeGreaterThanOrEqual(36);
    expect(minutes).toBeLessThanOrEqual(44);
  });
});

describe('an answer', () => {
  const answer = (outcome: 'accepted' | 'refused' | 'answered', items: string[] = []) => ({
    request: FROM_POLICE,
    outcome,
    items,
  });

  it('comes from the desk that was asked, with items that it knows', () => {
    const play = twoPolice();
    play.desk('police').does('make-request', question);
    expect(play.desk('port-police').asks('answer-request', answer('answered'))).toBe('not-for-you');
    expect(play.desk('child-protection').asks('answer-request', { ...answer('answered'), request: 'none' })).toBe(
      'not-for-you',
    );
    expect(play.desk('child-protection').asks('answer-request', answer('answered', ['home-address', 'tip']))).toBe(
      'not-known',
    );
    expect(play.world.requests[FROM_POLICE]?.answers).toEqual([]);
  });

  it.each([
    ['accepted', 'done'],
    ['refused', 'already-done'],
    ['answered', 'already-done'],
  ] as const)('after “%s” is %s', (outcome, code) => {
    const play = aClass();
    play.desk('police').does('make-request', question);
    play.desk('child-protection').does('answer-request', answer(outcome));
    expect(play.desk('child-protection').asks('answer-request', answer('answered'))).toBe(code);
  });

  it('passes on only the parts of an item that the desk knows', () => {
    const play = twoPolice();
    play.desk('police').does('travel', { place: 'bus-park' });
    play.passes('20m');
    play.desk('police').does('search', {});
    play.passes('10m');
    const share = { item: 'bus-manifest', parts: ['names'], to: 'child-protection' };
    const how = { purpose: 'protection', basis: 'duty-by-law', channel: 'phone' } as const;
    play.desk('police').does('share-item', { ...share, ...how });
    play.desk('port-police').does('make-request', question);
    const [asked] = play.events('request-made');
    const request = asked?.request ?? '';
    play.desk('child-protection').does('answer-request', { request, outcome: 'answered', items: ['bus-manifest'] });
    const known = play.world.items['bus-manifest']?.known;
    expect(known?.['port-police']?.parts).toEqual(['names']);
    expect(known?.['police']?.parts?.length).toBeGreaterThan(1);
  });
});

describe('a message', () => {
  it('goes to desks of the class only', () => {
    const play = aClass();
    const send = (to: string[]) => play.desk('police').asks('send-message', { to, text: 't1' });
    expect(send(['child-protection', 'customs'])).toBe('bad-value');
    expect(play.events('message-sent')).toEqual([]);
    expect(send(['child-protection'])).toBe('done');
  });

  it('is known to its sender and to its receivers, and names them', () => {
    const play = twoPolice();
    play.desk('police').does('send-message', { to: ['port-police'], text: 't1' });
    play.desk('police').does('send-message', { to: ['child-protection', 'port-police'], text: 't2' });
    expect(play.events('message-sent')).toMatchObject([
      { to: ['port-police'], audience: role('police', 'port-police') },
      { to: ['child-protection', 'port-police'], audience: role('police', 'child-protection', 'port-police') },
    ]);
  });
});

it('a raised hand is seen by the person and the trainer only', () => {
  const play = aClass();
  play.desk('police').does('raise-hand', { text: 't1' });
  expect(play.events('hand-raised')).toMatchObject([{ text: 't1', audience: [...seat('p1'), ...trainerOnly] }]);
});
