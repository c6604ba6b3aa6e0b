/** What a search, an analysis, a vetting and a consent come to when their time is over. */
import { describe, expect, it } from 'vitest';
import { findable, runTimer } from '../../shared/exercise/decide/run-timer.ts';
import type { Event, EventDraft } from '../../shared/exercise/events.ts';
import { Stage } from '../../shared/exercise/stage.ts';
import { PlayedClass } from '../support/a-class.ts';
import { aScenario } from '../support/a-scenario.ts';

const PARK = 'bus-park';
const CASE = aScenario((draft) => {
  const found = { at: PARK };
  const item = { kind: 'object', title: 'A thing', text: 'It lies there.' } as const;
  const parts = { one: { title: 'One', text: 'One.' }, two: { title: 'Two', text: 'Two.' } };
  Object.assign(draft.items, {
    bag: { ...item, found: { ...found } },
    book: { ...item, text: undefined, parts, found: { ...found } },
    'for-police': { ...item, found: { ...found, by: ['police'] } },
    later: { ...item, found: { ...found, when: { role: 'police', knows: 'phone-contacts' } } },
  });
  const phone = draft.items['coach-phone']?.analysis;
  if (phone) phone.when = { person: 'juma', at: 'station' };
  Object.assign(draft.injects['press-call'] ?? {}, {
    does: [{ learn: 'phone-contacts', role: 'police' }, { withdraw: 'nyota' }],
  });
});
const CALL = { inject: 'press-call' };

const atPark = () => {
  const play = new PlayedClass(CASE, { p1: 'police', c1: 'child-protection' });
  play.trainer('start-exercise', {});
  play.desk('police').does('travel', { place: PARK });
  play.passes('20m');
  return play;
};
const AT_PARK = atPark().exercise;

describe('a search', () => {
  const learned = (role: string, item: string, parts: string[]): EventDraft => ({
    type: 'item-learned',
    audience: [],
    role,
    item,
    parts,
    how: 'share',
    by: 'story',
  });
  const found = (item: string): EventDraft => ({ type: 'item-found', audience: [], by: 'police', item, place: PARK });
  const taken = (item: string, by: string): EventDraft => ({
    type: 'item-taken',
    audience: [],
    by,
    item,
    place: PARK,
    basis: 'none',
  });
  const finds = (role: string, ...before: EventDraft[]) => {
    const stage = new Stage(CASE, AT_PARK, AT_PARK.world.now);
    for (const event of before) stage.emit(event);
    return (item: string) => findable(stage, role, PARK).includes(item);
  };

  it.each<[string, boolean, string, string, EventDraft[]]>([
    ['lies there for everyone', true, 'child-protection', 'bag', []],
    ['lies there for this desk', true, 'police', 'for-police', []],
    ['lies there for another desk', false, 'child-protection', 'for-police', []],
    ['needs a power of this desk', true, 'police', 'coach-phone', []],
    ['needs a power of another desk', false, 'child-protection', 'coach-phone', []],
    ['was lost', false, 'police', 'bag', [{ type: 'item-perished', audience: [], item: 'bag' }]],
    ['was found and is known in full', false, 'police', 'bag', [found('bag'), learned('police', 'bag', ['all'])]],
    ['is known in full, but was never found', true, 'police', 'bag', [learned('police', 'bag', ['all'])]],
    ['was found, and is known in part', true, 'police', 'book', [found('book'), learned('police', 'book', ['one'])]],
    ['was found by another desk and is not known', true, 'child-protection', 'bag', [found('bag')]],
    ['is with another desk', false, 'child-protection', 'bag', [taken('bag', 'police')]],
    [
      'is with this desk, which knows only a part of it',
      true,
      'police',
      'book',
      [found('book'), learned('police', 'book', ['one']), taken('book', 'police')],
    ],
    ['cannot be found yet', false, 'police', 'later', []],
    ['can be found by now', true, 'police', 'later', [learned('police', 'phone-contacts', ['all'])]],
  ])('of an item that %s finds it: %s', (_what, expected, role, item, before) => {
    expect(finds(role, ...before)(item)).toBe(expected);
  });

  it('that is over already, or a journey, ends for a seat with free hands without a trace', () => {
    const stage = new Stage(CASE, AT_PARK, AT_PARK.world.now);
    for (const seat of ['p1', 'unknown']) {
      runTimer(stage, { do: 'search-end', seat });
      runTimer(stage, { do: 'arrive', seat });
    }
    expect(stage.events).toEqual([]);
  });
});

describe('a person on the way', () => {
  it('is seen by the desks at the place of arrival', () => {
    const stage = new Stage(CASE, AT_PARK, AT_PARK.world.now);
    runTimer(stage, { do: 'person-arrives', person: 'nyota', place: 'children-home', by: 'story' });
    expect(stage.world.people['nyota']?.place).toBe('children-home');
    expect(stage.events.find(({ type }) => type === 'person-met')).toMatchObject({ role: 'child-protection' });
  });
});

describe('an analysis', () => {
  const analysed = (before: (play: PlayedClass) => void) => {
    const play = atPark();
    play.desk('police').does('search', {});
    play.passes('10m');
    play.desk('police').does('take-item', { item: 'coach-phone', basis: 'court-order' });
    play.desk('police').does('analyse-item', { item: 'coach-phone' });
    before(play);
    play.passes('30m');
    expect(play.events('analysis-ended')).toHaveLength(1);
    return play.knows('police', 'phone-contacts');
  };

  it('yields its items only if its condition holds when it ends', () => {
    expect(analysed(() => undefined)).toBe(false);
    expect(analysed((play) => play.desk('police').does('move-person', { person: 'juma', place: 'station' }))).toBe(
      true,
    );
  });
});

describe('the vetting of an interpreter', () => {
  const vetted = (change?: string) => {
    const play = atPark();
    const interview = 'police-interview-1';
    const plan = { person: 'nyota', kind: 'account', place: PARK, recorded: true } as const;
    play.desk('police').does('plan-interview', { ...plan, interpreter: 'mrs-adan' });
    play.desk('police').does('vet-interpreter', { interview });
    if (change !== undefined) play.desk('police').does('change-interpreter', { interview, interpreter: change });
    play.passes('1h');
    return play.events('interpreter-vetted').map(({ interpreter, result }) => [interpreter, result]);
  };

  it('has its result, unless another interpreter has the task by then', () => {
    expect(vetted()).toEqual([['mrs-adan', 'clear']]);
    expect(vetted('bus-clerk')).toEqual([]);
  });
});

describe('consent for a time', () => {
  const asked = () => {
    const play = atPark();
    play.desk('police').does('ask-consent', {
      person: 'nyota',
      kind: 'data',
      explained: true,
      to: ['child-protection', 'phone-company'],
      until: play.now + 600_000,
    });
    return play;
  };
  const ended = (play: PlayedClass) => play.events('consent-ended').map((event: Event<'consent-ended'>) => event);

  it('ends at its time, and the desks it was for are told', () => {
    const play = asked();
    play.passes('9m');
    expect(ended(play)).toEqual([]);
    play.passes('1m');
    expect(ended(play)).toMatchObject([
      { person: 'nyota', kind: 'data', by: 'story', audience: ['role:police', 'role:child-protection'] },
    ]);
  });

  it('does not end again after it was withdrawn', () => {
    const play = asked();
    play.trainer('fire-inject', CALL);
    expect(play.events('consent-withdrawn')).toHaveLength(1);
    play.passes('1h');
    expect(ended(play)).toEqual([]);
  });
});
