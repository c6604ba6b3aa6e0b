import { describe, expect, it } from 'vitest';
import { aClass } from '../support/a-class.ts';

describe('the case conference', () => {
  const called = () => {
    const play = aClass();
    play.desk('police').does('call-conference', { with: ['child-protection'], agenda: ['t1'] });
    const conference = play.idOf('police', 'conference');
    play.desk('child-protection').does('join-conference', { conference });
    return { play, conference };
  };

  it('decides an action when every desk in the room agreed or recorded dissent, and its owner agreed', () => {
    const { play, conference } = called();
    play
      .desk('police')
      .does('propose-action', { conference, text: 't2', to: 'child-protection', due: play.now + 3_600_000 });
    expect(play.world.actions[play.idOf('police', 'action')]?.state).toBe('proposed');
    play
      .desk('child-protection')
      .does('dissent-action', { conference, action: play.idOf('police', 'action'), text: 't3' });
    expect(play.world.actions[play.idOf('police', 'action')]?.state).toBe('proposed');
    play.desk('child-protection').does('agree-action', { conference, action: play.idOf('police', 'action') });
    expect(play.world.actions[play.idOf('police', 'action')]?.state).toBe('decided');
    expect(play.desk('police').asks('finish-action', { action: play.idOf('police', 'action') })).toBe('not-for-you');
    play.desk('child-protection').does('finish-action', { action: play.idOf('police', 'action') });
  });

  it('rejects speech of a desk that is not in the room', () => {
    const play = aClass();
    play.desk('police').does('call-conference', { with: ['child-protection'], agenda: ['t1'] });
    const conference = play.idOf('police', 'conference');
    expect(play.desk('child-protection').asks('make-statement', { conference, text: 't9' })).toBe('not-invited');
  });
});

describe('authored decisions', () => {
  it('open by their condition, need the desks that must agree, and then apply their effect', () => {
    const play = aClass((draft) => {
      const decision = draft.decisions['visit-flat'];
      if (decision) decision.when = { role: 'police', knows: 'tip' };
    });
    const proposal = { decision: 'visit-flat', option: 'now', reason: 't1', confidence: 'low' } as const;
    expect(play.desk('child-protection').asks('propose-decision', { ...proposal })).toBe('not-for-you');
    play.desk('police').does('propose-decision', { ...proposal });
    expect(play.world.decisions['visit-flat']?.made).toBeUndefined();
    play.desk('child-protection').does('agree-decision', { decision: 'visit-flat' });
    expect(play.world.decisions['visit-flat']?.made?.option).toBe('now');
    expect(play.world.charts['suspects']).toBe('alerted');
    expect(play.world.items['coach-phone']?.perished).toBe(true);
  });
});

describe('the operation plan', () => {
  it('can be launched with gaps: that is rated, not rejected', () => {
    const play = aClass();
    expect(play.desk('police').asks('launch-operation', { operation: 'flat-visit' })).toBe('done');
    expect(play.desk('child-protection').asks('launch-operation', { operation: 'flat-visit' })).toBe('no-power');
  });

  it('gets its standby confirmed by the desk that runs the service', () => {
    const play = aClass();
    play.desk('police').does('ask-standby', { operation: 'flat-visit', service: 'children-home' });
    expect(play.world.operations['flat-visit']?.standby['children-home']).toBe('asked');
    play.desk('child-protection').does('confirm-standby', { operation: 'flat-visit', service: 'children-home' });
    expect(play.world.operations['flat-visit']?.standby['children-home']).toBe('confirmed');
  });
});

describe('the charging table', () => {
  const table = {
    person: 'coach',
    offence: 'trafficking',
    act: [],
    means: [],
    purposeItems: [],
    child: true,
    nonPunishment: 'not-checked',
    remedies: ['compensation'],
  } as const;

  it('needs a power, and a draft is replaced, filed or dropped once', () => {
    const play = aClass();
    const fields = { ...table, act: [], means: [], purposeItems: [], remedies: [...table.remedies] };
    expect(play.desk('child-protection').asks('set-charge', fields)).toBe('no-power');
    play.desk('police').does('set-charge', fields);
    play.desk('police').does('set-charge', { ...fields, nonPunishment: 'checked-does-not-apply' });
    expect(Object.keys(play.world.charges)).toEqual(['police-charge-1']);
    play.desk('police').does('file-charge', { charge: 'police-charge-1' });
    expect(play.desk('police').asks('drop-charge', { charge: 'police-charge-1' })).toBe('already-done');
  });
});
