/** Effects that authors write: what each does, when, and who learns of it. */
import { describe, expect, it } from 'vitest';
import { aClass, type PlayedClass } from '../support/a-class.ts';
import type { Change, ScenarioDraft } from '../support/a-scenario.ts';

type Effects = NonNullable<NonNullable<ScenarioDraft['injects'][string]>['does']>;

/** A class in which the call of the press has these effects. It has not called yet. */
const withEffects = (does: Effects, change: Change = () => undefined): PlayedClass =>
  aClass((draft, law) => {
    const call = draft.injects['press-call'];
    if (call) call.does = does;
    change(draft, law);
  });

/** The press has called. */
function afterCall(does: Effects, change?: Change): PlayedClass {
  const play = withEffects(does, change);
  play.trainer('fire-inject', { inject: 'press-call' });
  return play;
}

describe('an effect', () => {
  it('that sends a signal moves the charts, and does nothing else', () => {
    const play = withEffects([{ send: 'coach-alerted' }]);
    const before = play.log.length;
    play.trainer('fire-inject', { inject: 'press-call' });
    expect(play.world.charts['suspects']).toBe('alerted');
    expect(new Set(play.log.slice(before).map(({ type }) => type))).toEqual(
      new Set([
        'inject-fired',
        'inject-received',
        'signal-sent',
        'chart-moved',
        'state-entered',
        'item-perished',
        'timer-cleared',
      ]),
    );
  });

  it('that teaches an item gives it to its desk alone', () => {
    const play = afterCall([{ learn: 'phone-contacts', role: 'police' }]);
    expect(play.knows('police', 'phone-contacts')).toBe(true);
    expect(play.knows('child-protection', 'phone-contacts')).toBe(false);
  });

  it('that moves a person moves nobody else', () => {
    const play = afterCall([{ move: 'juma', to: 'station' }]);
    expect(play.world.people['juma']?.place).toBe('station');
    expect(play.world.people['nyota']?.place).toBe('bus-park');
  });

  it('with a delay waits for it, and is the author’s own', () => {
    const play = afterCall([{ after: '20m', move: 'juma', to: 'station' }]);
    play.passes('19m');
    expect(play.world.people['juma']?.place).toBe('bus-park');
    play.passes('1m');
    expect(play.world.people['juma']?.place).toBe('station');
  });

  it('that ends the case suggests it to the trainer', () => {
    expect(afterCall([{ end: true }]).events('end-suggested')).toHaveLength(1);
    expect(afterCall([{ send: 'coach-alerted' }]).events('end-suggested')).toEqual([]);
  });
});

describe('an item that is lost', () => {
  it('is lost once, and only to the desks that know of it', () => {
    const play = afterCall([{ perish: 'tip' }, { perish: 'tip' }, { perish: 'coach-phone' }]);
    expect(play.events('item-perished').map(({ item, audience }) => [item, audience])).toEqual([
      ['tip', ['role:police']],
      ['coach-phone', ['trainer']],
    ]);
  });

  it('stays with the desk that holds it', () => {
    const play = withEffects([{ perish: 'bus-manifest' }]);
    play.desk('police').does('travel', { place: 'bus-park' });
    play.passes('20m');
    play.desk('police').does('search', {});
    play.passes('10m');
    play.desk('police').does('take-item', { item: 'bus-manifest', basis: 'duty-by-law' });
    play.trainer('fire-inject', { inject: 'press-call' });
    expect(play.events('item-perished')).toEqual([]);
  });
});

describe('consent that is withdrawn', () => {
  it('was given: a refused one stays refused, and the desks it was for are told', () => {
    const play = withEffects([{ withdraw: 'nyota' }, { withdraw: 'juma' }]);
    play.desk('police').does('travel', { place: 'bus-park' });
    play.passes('20m');
    for (const person of ['nyota', 'juma'])
      play.desk('police').does('ask-consent', {
        person,
        kind: 'data',
        explained: true,
        to: ['child-protection', 'phone-company'],
      });
    play.trainer('fire-inject', { inject: 'press-call' });
    expect(play.events('consent-withdrawn')).toMatchObject([{ person: 'nyota', kind: 'data', by: 'story' }]);
    expect(play.events('consent-withdrawn')[0]?.audience).toEqual(['role:police', 'role:child-protection']);
  });
});

describe('an inject', () => {
  it('whose `unless` holds is skipped, unless the trainer fires it', () => {
    const change: Change = (draft) => {
      const bus = draft.injects['bus-is-early'];
      if (bus) bus.unless = { role: 'police', knows: 'tip' };
    };
    const play = aClass(change);
    play.passes('day 1 12:30');
    expect(play.events('inject-skipped')).toMatchObject([{ inject: 'bus-is-early', by: 'story' }]);
    expect(play.events('inject-fired')).toEqual([]);
    expect(play.world.injects['bus-is-early']?.skipped).toBe(true);
    expect(play.trainer('fire-inject', { inject: 'bus-is-early' })).toBe('already-done');
    const early = aClass(change);
    early.trainer('fire-inject', { inject: 'bus-is-early' });
    expect(early.events('inject-fired')).toMatchObject([{ inject: 'bus-is-early', to: ['police'] }]);
  });

  it('that the trainer has fired does not fire again at its time', () => {
    const play = aClass();
    play.trainer('fire-inject', { inject: 'bus-is-early' });
    play.passes('day 1 13:00');
    expect(play.events('inject-fired')).toHaveLength(1);
  });

  it('tells each desk only of itself, unless it is for everyone', () => {
    const received = (to: string[]) => {
      const play = afterCall([], (draft) => {
        const call = draft.injects['press-call'];
        if (call) call.to = to;
      });
      return play.events('inject-received').map(({ audience, to: told }) => [audience, told]);
    };
    expect(received(['police', 'child-protection'])).toEqual([
      [['role:police'], ['police']],
      [['role:child-protection'], ['child-protection']],
    ]);
    expect(received(['everyone'])[0]?.[1]).toEqual(['police', 'child-protection']);
  });

  it('that expects something sets the time until which it can be met', () => {
    const play = aClass();
    play.trainer('fire-inject', { inject: 'who-is-her-guardian' });
    expect(play.events('expectation-set')).toMatchObject([{ due: play.now + 1_800_000 }]);
  });
});
