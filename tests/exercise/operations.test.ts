/** The plan of an operation: who may write, approve, launch and abort it, and what stays of each step. */
import { describe, expect, it } from 'vitest';
import { aClass, type PlayedClass } from '../support/a-class.ts';
import { anotherDesk } from '../support/another-desk.ts';

const operation = 'flat-visit';
const section = { operation, section: 'legal-basis', text: 't1' } as const;

/** The police lead; the port police need to know; the child officers run the children’s home and are outside. */
const planning = (): PlayedClass =>
  aClass(
    (draft) => {
      anotherDesk(draft, 'port-police');
      const plan = draft.operations[operation];
      if (!plan) throw new Error('the small case has this operation');
      plan['need-to-know'] = ['port-police'];
      plan.launched = [{ send: 'coach-alerted' }];
      plan.aborted = [{ move: 'juma', to: 'station' }];
    },
    { p1: 'police', q1: 'port-police', c1: 'child-protection' },
  );

describe('a section of the plan', () => {
  it('is written by the lead and by those who need to know, and told to them alone', () => {
    const play = planning();
    play.desk('port-police').does('set-plan-section', { ...section, service: 'children-home' });
    expect(play.world.operations[operation]?.sections).toEqual({
      'legal-basis': { text: 't1', by: 'port-police', at: play.now, service: 'children-home' },
    });
    expect(play.events('plan-section-set')[0]?.audience).toEqual(['role:police', 'role:port-police']);
  });

  it('is refused before the operation is open, like an operation that does not exist', () => {
    const play = aClass((draft) => {
      const plan = draft.operations[operation];
      if (plan) plan.when = { role: 'police', knows: 'phone-contacts' };
    });
    expect(play.desk('police').asks('set-plan-section', section)).toBe('not-for-you');
  });

  it('is refused outside the plan, under a heading it does not have, and with an unknown service', () => {
    const play = planning();
    expect(play.desk('child-protection').asks('set-plan-section', section)).toBe('not-for-you');
    expect(play.desk('police').asks('set-plan-section', { ...section, section: 'music' })).toBe('unknown-id');
    expect(play.desk('police').asks('set-plan-section', { ...section, service: 'grand-hotel' })).toBe('unknown-id');
    expect(play.desk('police').asks('set-plan-section', { ...section, operation: 'no-such' })).toBe('not-for-you');
  });
});

describe('a standby', () => {
  const home = { operation, service: 'children-home' };

  it('is asked for once, for a known service, and by a desk of the plan', () => {
    const play = planning();
    expect(play.desk('child-protection').asks('ask-standby', home)).toBe('not-for-you');
    expect(play.desk('police').asks('ask-standby', { operation, service: 'grand-hotel' })).toBe('unknown-id');
    play.desk('police').does('ask-standby', home);
    expect(play.desk('port-police').asks('ask-standby', home)).toBe('already-done');
    expect(play.events('standby-asked')[0]?.audience).toEqual([
      'role:police',
      'role:port-police',
      'role:child-protection',
    ]);
  });

  it('is confirmed once, by the desk that runs the service, after it was asked for', () => {
    const play = planning();
    expect(play.desk('child-protection').asks('confirm-standby', home)).toBe('not-open');
    play.desk('police').does('ask-standby', home);
    expect(play.desk('police').asks('confirm-standby', home)).toBe('not-for-you');
    play.desk('child-protection').does('confirm-standby', home);
    expect(play.events('standby-confirmed')[0]?.audience).toEqual([
      'role:police',
      'role:port-police',
      'role:child-protection',
    ]);
    expect(play.desk('child-protection').asks('confirm-standby', home)).toBe('not-open');
  });

  it('of a service that no desk runs is confirmed at once if it has room', () => {
    const play = planning();
    play.desk('police').does('ask-standby', { operation, service: 'men-house' });
    expect(play.world.operations[operation]?.standby['men-house']).toBe('confirmed');
    const full = aClass((draft) => {
      const house = draft.services['men-house'];
      if (house) house.room = 0;
    });
    full.desk('police').does('ask-standby', { operation, service: 'men-house' });
    expect(full.world.operations[operation]?.standby['men-house']).toBe('asked');
  });
});

describe('approval', () => {
  it('is given once by each desk of the plan, and makes the plan ready', () => {
    const play = planning();
    expect(play.desk('child-protection').asks('approve-plan', { operation })).toBe('not-for-you');
    play.desk('port-police').does('approve-plan', { operation });
    expect(play.desk('port-police').asks('approve-plan', { operation })).toBe('already-done');
    play.desk('police').does('approve-plan', { operation });
    expect(play.world.operations[operation]).toMatchObject({ state: 'ready', approvedBy: ['port-police', 'police'] });
  });
});

describe('launching and aborting', () => {
  it('are for the lead alone', () => {
    const play = planning();
    expect(play.desk('port-police').asks('launch-operation', { operation })).toBe('not-for-you');
    expect(play.desk('port-police').asks('abort-operation', { operation })).toBe('not-for-you');
  });

  it('a launch is kept with its time, has its effects, and closes the plan', () => {
    const play = planning();
    play.passes('5m');
    play.desk('police').does('launch-operation', { operation });
    expect(play.world.operations[operation]).toMatchObject({ state: 'launched', launchedAt: play.now });
    expect(play.events('operation-launched')).toMatchObject([{ place: 'coach-flat' }]);
    expect(play.world.charts['suspects']).toBe('alerted');
    expect(play.desk('police').asks('launch-operation', { operation })).toBe('wrong-state');
    expect(play.desk('police').asks('set-plan-section', section)).toBe('wrong-state');
    expect(play.desk('police').asks('approve-plan', { operation })).toBe('wrong-state');
  });

  it('an abort ends a launched operation, has its effects, and happens once', () => {
    const play = planning();
    play.desk('police').does('launch-operation', { operation });
    play.desk('police').does('abort-operation', { operation });
    expect(play.world.operations[operation]?.state).toBe('aborted');
    expect(play.world.people['juma']?.place).toBe('station');
    expect(play.desk('police').asks('abort-operation', { operation })).toBe('wrong-state');
    expect(play.desk('police').asks('launch-operation', { operation })).toBe('wrong-state');
  });
});
