/** What commands about interviews need: the right person, place, lead, helper and state. */
import { describe, expect, it } from 'vitest';
import { aClass, type Fields, type PlayedClass } from '../support/a-class.ts';
import { anInterview } from '../support/a-scenario-content.ts';

const interview = 'police-interview-1';
const plan: Fields<'plan-interview'> = {
  person: 'nyota',
  kind: 'account',
  place: 'bus-park',
  interpreter: 'mrs-adan',
  recorded: true,
};
const feelNow = { interview, question: 'nyota-account.safety.feel-now' };

/** Two police seats and the child officers at the bus park; the first seat has planned the interview. */
function planned(more: Partial<Fields<'plan-interview'>> = {}): PlayedClass {
  const play = onSite();
  play.seat('p1').does('plan-interview', { ...plan, ...more });
  return play;
}

function onSite(): PlayedClass {
  const play = aClass(undefined, { p1: 'police', p2: 'police', c1: 'child-protection' });
  for (const seat of ['p1', 'p2', 'c1']) play.seat(seat).does('travel', { place: 'bus-park' });
  play.passes('30m');
  return play;
}

function begun(more: Partial<Fields<'plan-interview'>> = {}): PlayedClass {
  const play = planned(more);
  play.seat('p1').does('begin-account', { interview });
  return play;
}

describe('a plan', () => {
  it.each([
    ['by a desk without the power for this kind', { kind: 'suspect' }, 'no-power'],
    ['with a person the desk does not know', { person: 'no-such-person' }, 'not-known'],
    ['at a place the desk does not know', { place: 'coach-flat' }, 'unknown-id'],
    ['with a support person as interpreter', { interpreter: 'sister-ruth' }, 'unknown-id'],
    ['with an interpreter as support person', { support: 'mrs-adan' }, 'unknown-id'],
    ['with an interpreter as guardian', { guardian: 'mrs-adan' }, 'unknown-id'],
  ] as const)('is refused %s', (_what, fields, code) => {
    expect(
      onSite()
        .seat('c1')
        .asks('plan-interview', { ...plan, ...fields }),
    ).toBe(code);
  });

  it('belongs to its desk: others are told that it does not exist', () => {
    const child = planned().seat('c1');
    expect(child.asks('engage', { interview, steps: [] })).toBe('unknown-id');
    expect(child.asks('begin-account', { interview })).toBe('unknown-id');
    expect(child.asks('vet-interpreter', { interview })).toBe('unknown-id');
  });
});

describe('the interpreter', () => {
  it('is vetted and briefed once, by any seat of the desk', () => {
    const play = planned();
    play.seat('p2').does('vet-interpreter', { interview });
    expect(play.events('interpreter-vetting')).toMatchObject([{ due: play.now + 600_000 }]);
    expect(play.seat('p1').asks('vet-interpreter', { interview })).toBe('already-done');
    play.seat('p2').does('brief-interpreter', { interview });
    expect(play.world.interviews[interview]?.briefed).toBe(true);
    expect(play.seat('p1').asks('brief-interpreter', { interview })).toBe('already-done');
  });

  it('can be neither vetted nor briefed if there is none', () => {
    const play = aClass();
    play.desk('police').does('travel', { place: 'bus-park' });
    play.passes('20m');
    const { interpreter: _none, ...without } = plan;
    play.desk('police').does('plan-interview', without);
    expect(play.desk('police').asks('vet-interpreter', { interview })).toBe('no-interpreter');
    expect(play.desk('police').asks('brief-interpreter', { interview })).toBe('no-interpreter');
  });

  it('cannot be vetted, briefed or changed in the middle of the account', () => {
    const police = begun().seat('p1');
    expect(police.asks('vet-interpreter', { interview })).toBe('wrong-state');
    expect(police.asks('brief-interpreter', { interview })).toBe('wrong-state');
    expect(police.asks('change-interpreter', { interview, interpreter: 'bus-clerk' })).toBe('wrong-state');
  });

  it('is changed by the lead, to a helper who interprets', () => {
    const play = planned();
    expect(play.seat('p2').asks('change-interpreter', { interview, interpreter: 'bus-clerk' })).toBe('not-lead');
    expect(play.seat('p1').asks('change-interpreter', { interview, interpreter: 'sister-ruth' })).toBe('unknown-id');
  });
});

describe('engaging and beginning', () => {
  it('need the lead beside the person, hands free', () => {
    const play = planned();
    play.seat('p1').does('travel', { place: 'station' });
    expect(play.seat('p1').asks('engage', { interview, steps: [] })).toBe('not-here');
    expect(play.seat('p1').asks('begin-account', { interview })).toBe('not-here');
    play.passes('20m');
    expect(play.seat('p1').asks('begin-account', { interview })).toBe('not-here');
  });

  it('need the person at the planned place', () => {
    const play = planned({ place: 'station' });
    play.seat('p1').does('travel', { place: 'station' });
    play.passes('20m');
    expect(play.seat('p1').asks('begin-account', { interview })).toBe('not-here');
  });

  it('take only steps of the law, and each happens once', () => {
    const police = planned().seat('p1');
    expect(police.asks('engage', { interview, steps: ['purpose', 'applause'] })).toBe('bad-value');
    police.does('engage', { interview, steps: ['purpose'] });
    expect(police.asks('engage', { interview, steps: ['rights'] })).toBe('wrong-state');
    police.does('begin-account', { interview });
    expect(police.asks('begin-account', { interview })).toBe('wrong-state');
  });
});

describe('the account', () => {
  it('judges an adult as an adult', () => {
    const play = onSite();
    play.seat('p1').does('plan-interview', { ...plan, person: 'juma' });
    play.seat('p1').does('begin-account', { interview });
    expect(play.events('account-judged')).toMatchObject([{ person: 'juma', child: false }]);
  });

  it('takes no question before it began, none that is not offered, and none by a seat that went away', () => {
    expect(planned().seat('p1').asks('ask', feelNow)).toBe('wrong-state');
    const play = begun();
    expect(play.seat('p1').asks('ask', { interview, question: 'nyota-account.safety.sing' })).toBe('not-offered');
    play.seat('p1').does('travel', { place: 'station' });
    expect(play.seat('p1').asks('ask', feelNow)).toBe('not-here');
  });

  it('takes suggestions of offered questions from the same desk only, and not before it began', () => {
    expect(planned().seat('p2').asks('suggest-question', feelNow)).toBe('wrong-state');
    const play = begun();
    expect(play.seat('c1').asks('suggest-question', feelNow)).toBe('unknown-id');
    expect(play.seat('p2').asks('suggest-question', { ...feelNow, question: 'nyota-account.safety.sing' })).toBe(
      'not-offered',
    );
    play.seat('p2').does('suggest-question', feelNow);
    expect(play.world.interviews[interview]?.suggested).toEqual([{ seat: 'p2', question: feelNow.question }]);
  });

  it('shows an item that the desk knows, and keeps that it was shown', () => {
    expect(planned().seat('p1').asks('show-item', { interview, item: 'tip' })).toBe('wrong-state');
    const play = begun();
    expect(play.seat('p1').asks('show-item', { interview, item: 'home-address' })).toBe('not-known');
    play.seat('p1').does('show-item', { interview, item: 'tip' });
    expect(play.events('item-shown')).toMatchObject([{ by: 'police', person: 'nyota', item: 'tip' }]);
  });

  it('is broken off once and resumed once', () => {
    const police = begun().seat('p1');
    expect(police.asks('end-break', { interview: 'police-interview-9' })).toBe('unknown-id');
    expect(police.asks('end-break', { interview })).toBe('wrong-state');
    police.does('take-break', { interview });
    expect(police.asks('take-break', { interview })).toBe('wrong-state');
  });
});

describe('the lead', () => {
  it('passes to a seated seat of the same desk, by the word of any seat of it', () => {
    const play = begun();
    play.trainer('seat', { seat: 'p3', role: 'police' });
    play.trainer('free-seat', { seat: 'p3' });
    for (const to of ['c1', 'p3', 'p9'])
      expect(play.seat('p1').asks('pass-lead', { interview, to })).toBe('unknown-id');
    expect(play.seat('c1').asks('pass-lead', { interview, to: 'c1' })).toBe('unknown-id');
    play.seat('p2').does('pass-lead', { interview, to: 'p2' });
    expect(play.world.interviews[interview]?.lead).toBe('p2');
  });
});

describe('closing', () => {
  it('is for the lead, with steps that exist, and happens once', () => {
    const play = begun();
    expect(play.seat('p2').asks('close-interview', { interview, steps: [] })).toBe('not-lead');
    expect(play.seat('p1').asks('close-interview', { interview, steps: ['applause'] })).toBe('bad-value');
    play.seat('p1').does('close-interview', { interview, steps: ['wellbeing', 'rights'] });
    expect(play.world.interviews[interview]?.state).toBe('closed');
    expect(play.events('interview-closed')).toMatchObject([{ person: 'nyota', step: ['wellbeing', 'rights'] }]);
    expect(play.seat('p1').asks('close-interview', { interview, steps: [] })).toBe('wrong-state');
    expect(play.seat('p1').asks('pass-lead', { interview, to: 'p2' })).toBe('wrong-state');
  });
});

describe('the script', () => {
  it('belongs to a person and a kind: conditions know it at the plan, which does not tell it to the desk', () => {
    const scripts = ['nyota-account', 'juma-account'];
    const play = aClass((draft) => {
      draft.interviews['juma-account'] = { ...anInterview(), with: 'juma' };
      for (const script of scripts)
        draft.injects[script] = {
          title: 'Planned',
          when: { happened: 'interview-planned', script },
          to: ['police'],
          channel: 'call',
          from: 'A colleague',
          text: 'It is planned.',
        };
    });
    const planned = (fields: Partial<Fields<'plan-interview'>>): string[] => {
      play.desk('police').does('plan-interview', { ...plan, ...fields });
      return scripts.filter((script) => play.world.injects[script]?.firedAt !== undefined);
    };
    play.desk('police').does('travel', { place: 'bus-park' });
    play.passes('20m');
    expect(planned({ person: 'coach', kind: 'suspect' })).toEqual([]);
    expect(planned({ person: 'juma' })).toEqual(['juma-account']);
    expect(planned({})).toEqual(scripts);
    expect(play.events('interview-planned').filter((event) => 'script' in event)).toEqual([]);
  });
});
