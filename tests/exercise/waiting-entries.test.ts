/** What waits for a condition: when each entry opens, and that it opens once. */
import { describe, expect, it } from 'vitest';
import type { Condition } from '../../shared/vocabulary/conditions.ts';
import { aClass, type PlayedClass } from '../support/a-class.ts';
import type { Change, ScenarioDraft } from '../support/a-scenario.ts';

type InjectDraft = ScenarioDraft['injects'][string];

const screens = (play: PlayedClass) =>
  play.desk('police').does('screen', { person: 'nyota', with: 'alone', outcome: 'presumed-victim', child: true });

/** A class at the bus park at 12:20, in which the press calls by these rules. */
function pressCalls(call: Partial<InjectDraft>, change: Change = () => undefined): PlayedClass {
  return atBusPark((draft, law) => {
    const byHand = draft.injects['press-call'];
    if (byHand) draft.injects['press-call'] = { ...byHand, pocket: undefined, ...call };
    change(draft, law);
  });
}

function atBusPark(change?: Change): PlayedClass {
  const play = aClass(change);
  play.desk('police').does('travel', { place: 'bus-park' });
  play.passes('20m');
  return play;
}

const searched = (play: PlayedClass): void => {
  play.desk('police').does('search', {});
  play.passes('10m');
};
const calls = (play: PlayedClass) => play.events('inject-fired').filter(({ inject }) => inject === 'press-call');
const screened = { happened: 'screened', person: 'nyota' };

describe('an inject that waits for a condition', () => {
  it('comes at once when it holds, and only once', () => {
    const play = pressCalls({ when: screened });
    expect(calls(play)).toEqual([]);
    screens(play);
    expect(calls(play)).toMatchObject([{ at: play.now, by: 'story' }]);
    play.trainer('fire-inject', { inject: 'bus-is-early' });
    expect(calls(play)).toHaveLength(1);
  });

  it('comes after its delay where it has one', () => {
    const play = pressCalls({ when: screened, delay: '10m' });
    screens(play);
    play.passes('9m');
    expect(calls(play)).toEqual([]);
    play.passes('1m');
    expect(calls(play)).toHaveLength(1);
  });

  it.each([
    ['held', 'hold-inject'],
    ['skipped', 'skip-inject'],
  ] as const)('does not come while it is %s', (_what, command) => {
    const play = pressCalls({ when: screened });
    play.trainer(command, { inject: 'press-call' });
    screens(play);
    expect(calls(play)).toEqual([]);
  });

  it('comes when it is released after the condition came true', () => {
    const play = pressCalls({ when: screened });
    play.trainer('hold-inject', { inject: 'press-call' });
    screens(play);
    play.trainer('release-inject', { inject: 'press-call' });
    expect(calls(play)).toHaveLength(1);
  });

  it('with a planned time comes at that time if the condition came true before', () => {
    const play = pressCalls({ when: screened, at: 'day 1 12:40' });
    screens(play);
    play.passes('19m');
    expect(calls(play)).toEqual([]);
    play.passes('1m');
    expect(calls(play)).toHaveLength(1);
  });

  it.each([
    ['at that time', '20m'],
    ['after that time', '50m'],
  ])('with a planned time comes at once if the condition comes true %s', (_what, later) => {
    const play = pressCalls({ when: screened, at: 'day 1 12:40' });
    play.passes(later);
    expect(calls(play)).toEqual([]);
    screens(play);
    expect(calls(play)).toMatchObject([{ at: play.now }]);
  });
});

describe('what an inject expects', () => {
  const expects: InjectDraft['expects'] = {
    who: ['police'],
    what: 'Screen the girl',
    do: screened,
    within: '30m',
  };

  it('is met once, by what happens after the call, and its clock stops', () => {
    const play = pressCalls({ expects });
    play.trainer('fire-inject', { inject: 'press-call' });
    expect(play.events('expectation-met')).toEqual([]);
    expect(play.world.timers['expectation:press-call']).toBeDefined();
    screens(play);
    expect(play.events('expectation-met')).toMatchObject([{ inject: 'press-call', audience: ['trainer'] }]);
    expect(play.world.timers['expectation:press-call']).toBeUndefined();
    screens(play);
    play.passes('1h');
    expect(play.events('expectation-met')).toHaveLength(1);
    expect(play.events('expectation-missed').map(({ inject }) => inject)).toEqual(['who-is-her-guardian']);
  });

  it('is not met before the call, and not any more once it was missed', () => {
    const early = pressCalls({ expects });
    screens(early);
    expect(early.events('expectation-met')).toEqual([]);
    const late = pressCalls({ expects });
    late.trainer('fire-inject', { inject: 'press-call' });
    late.passes('30m');
    expect(late.events('expectation-missed').map(({ inject }) => inject)).toContain('press-call');
    screens(late);
    expect(late.events('expectation-met')).toEqual([]);
  });
});

describe('an item whose time runs from a condition', () => {
  const found = { item: 'bus-manifest', is: 'found' } as const;
  /** The passenger list is lost so long after this. */
  const lostAfter =
    (from: Condition, lasts: string | undefined): Change =>
    (draft) => {
      const manifest = draft.items['bus-manifest'];
      if (manifest) draft.items['bus-manifest'] = { ...manifest, lasts, 'lasts-from': from };
    };
  const due = (play: PlayedClass) => play.world.timers['perish:bus-manifest']?.due;
  const hour = 3_600_000;

  it('lasts for that time after the condition came true, not from the start', () => {
    const play = atBusPark(lostAfter(found, '1h'));
    play.passes('5h');
    expect(play.world.items['bus-manifest']?.perished).toBeUndefined();
    searched(play);
    expect(due(play)).toBe(play.now + hour);
    play.passes('30m');
    play.desk('police').does('share-item', {
      item: 'tip',
      parts: ['all'],
      to: 'child-protection',
      purpose: 'protection',
      basis: 'duty-by-law',
      channel: 'phone',
    });
    expect(play.events('timer-set').filter(({ timer }) => timer === 'perish:bus-manifest')).toHaveLength(1);
    play.passes('30m');
    expect(play.world.items['bus-manifest']?.perished).toBe(true);
  });

  it('runs out once', () => {
    const play = atBusPark(lostAfter(found, '1h'));
    searched(play);
    play.passes('1h');
    play.desk('police').does('search', {});
    play.passes('5h');
    expect(play.events('item-perished').filter(({ item }) => item === 'bus-manifest')).toHaveLength(1);
    expect(due(play)).toBeUndefined();
  });

  it('does not run while a desk holds the item', () => {
    const play = atBusPark(lostAfter(screened, '1h'));
    searched(play);
    play.desk('police').does('take-item', { item: 'bus-manifest', basis: 'duty-by-law' });
    screens(play);
    expect(due(play)).toBeUndefined();
  });

  it('has no end without a length', () => {
    const play = atBusPark(lostAfter(found, undefined));
    expect(due(play)).toBeUndefined();
    searched(play);
    expect(due(play)).toBeUndefined();
  });
});

describe('an operation', () => {
  const opened = (play: PlayedClass) => play.events('operation-opened');
  const withCondition: Change = (draft) => {
    const visit = draft.operations['flat-visit'];
    if (visit) visit.when = screened;
  };

  it('without a condition opens at the start, once', () => {
    const play = atBusPark();
    expect(opened(play)).toMatchObject([{ operation: 'flat-visit', audience: ['role:police'] }]);
    play.trainer('pause', {});
    play.trainer('resume', {});
    screens(play);
    expect(opened(play)).toHaveLength(1);
  });

  it('with a condition opens when it comes true, once', () => {
    const play = atBusPark(withCondition);
    expect(opened(play)).toEqual([]);
    screens(play);
    expect(opened(play)).toMatchObject([{ at: play.now }]);
    screens(play);
    play.trainer('pause', {});
    play.trainer('resume', {});
    expect(opened(play)).toHaveLength(1);
  });
});
