import { describe, expect, it } from 'vitest';
import { desk } from '../../shared/access/audience.ts';
import { aClass } from '../support/a-class.ts';

const planned = (
  plan: { interpreter?: string; support?: string } = { interpreter: 'mrs-adan', support: 'sister-ruth' },
) => {
  const play = aClass(undefined, { p1: 'police', p2: 'police', c1: 'child-protection' });
  play.seat('p1').does('travel', { place: 'bus-park' });
  play.seat('p2').does('travel', { place: 'bus-park' });
  play.passes('20m');
  play
    .seat('p1')
    .does('plan-interview', { person: 'nyota', kind: 'account', place: 'bus-park', recorded: true, ...plan });
  return play;
};
const interview = 'police-interview-1';
const question = (id: string) => ({ interview, question: `nyota-account.${id}` });

describe('an interview', () => {
  it('the same question opens or closes a person, depending on preparation and earlier questions', () => {
    const well = planned();
    well.seat('p1').does('engage', { interview, steps: Object.keys(well.compiled.law['engage-steps']) });
    well.seat('p1').does('begin-account', { interview });
    well.seat('p1').does('ask', question('journey.tell-me'));
    expect(well.knows('police', 'nyota-account')).toBe(true);
    const badly = planned({ interpreter: 'bus-clerk' });
    badly.seat('p1').does('begin-account', { interview });
    badly.seat('p1').does('ask', question('safety.why-go'));
    badly.seat('p1').does('ask', question('journey.tell-me'));
    expect(badly.knows('police', 'nyota-account')).toBe(false);
    expect(badly.world.interviews[interview]?.posture).toBe('distressed');
  });

  it('records the kept rules for the trainer, and shows the desk posture, never numbers', () => {
    const play = planned({ interpreter: 'bus-clerk' });
    play.seat('p1').does('begin-account', { interview });
    expect(play.events('account-judged')).toMatchObject([
      { child: true, missing: ['support-person', 'interpreter'], safeguards: ['child-specialist', 'recorded'] },
    ]);
    const view = play.view(desk('police', 'p1'));
    expect(view.people['nyota']?.mood).toBeUndefined();
    expect(view.interviews[interview]?.posture).toBeDefined();
  });

  it('only the lead asks; others suggest; the lead can be passed on', () => {
    const play = planned();
    play.seat('p1').does('begin-account', { interview });
    expect(play.seat('p2').asks('ask', question('safety.feel-now'))).toBe('not-lead');
    play.seat('p2').does('suggest-question', question('safety.feel-now'));
    play.seat('p1').does('pass-lead', { interview, to: 'p2' });
    play.seat('p2').does('ask', question('safety.feel-now'));
    expect(play.world.interviews[interview]?.suggested).toEqual([]);
  });

  it('a question that requires knowledge is not offered before', () => {
    const play = planned();
    play.seat('p1').does('begin-account', { interview });
    expect(play.seat('p1').asks('ask', question('journey.who-else'))).toBe('not-offered');
    play.seat('p1').does('take-break', { interview });
    play.seat('p1').does('search', {});
    play.passes('10m');
    play.seat('p1').does('end-break', { interview });
    expect(play.seat('p1').asks('ask', question('journey.who-else'))).toBe('done');
  });

  it('vetting an interpreter takes time and reveals a conflict', () => {
    const play = planned({ interpreter: 'bus-clerk' });
    play.seat('p1').does('vet-interpreter', { interview });
    expect(play.world.interviews[interview]?.vetting?.result).toBeUndefined();
    play.passes('15m');
    expect(play.world.interviews[interview]?.vetting?.result).toBe('conflict');
    play.seat('p1').does('change-interpreter', { interview, interpreter: 'mrs-adan' });
    expect(play.world.interviews[interview]).toMatchObject({ interpreter: 'mrs-adan', briefed: false });
  });

  it('nothing can be shown to a person who is absent', () => {
    const play = planned();
    play.seat('p1').does('begin-account', { interview });
    play.seat('p2').does('move-person', { person: 'nyota', place: 'station' });
    expect(play.seat('p1').asks('show-item', { interview, item: 'tip' })).toBe('not-here');
  });

  it('a break lowers stress only if it lasts', () => {
    const play = planned();
    play.seat('p1').does('begin-account', { interview });
    const before = play.world.people['nyota']?.mood?.stress ?? 0;
    play.seat('p1').does('take-break', { interview });
    expect(play.seat('p1').asks('ask', question('safety.feel-now'))).toBe('wrong-state');
    play.passes('10m');
    play.seat('p1').does('end-break', { interview });
    expect(play.world.people['nyota']?.mood?.stress).toBe(before - 2);
  });
});
