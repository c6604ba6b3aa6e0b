/** The steps of a referral after the offer: who may take them, in which order, and what happens at the service. */
import { describe, expect, it } from 'vitest';
import { seated } from '../../shared/access/actor.ts';
import { desk, mayKnow, role } from '../../shared/access/audience.ts';
import { decide } from '../../shared/exercise/exercise.ts';
import { aClass, PlayedClass } from '../support/a-class.ts';
import { aScenario, type Change } from '../support/a-scenario.ts';
import { anotherDesk } from '../support/another-desk.ts';

const MINUTE = 60_000;
const SEATS = { p1: 'police', q1: 'port-police', c1: 'child-protection' };
const HOME = { service: 'children-home', conditional: false } as const;

/** The police opens a referral for Nyota at the bus park, with the other desks beside. */
function referred(change: Change = () => undefined, by = 'police') {
  const play = aClass((draft, law) => {
    const { police } = draft.roles;
    if (police) police.powers = ['assess-needs', 'refer', 'run-service'];
    anotherDesk(draft, 'port-police');
    const juma = draft.people['juma'];
    if (juma) juma.offers = [{ answer: 'accepted', says: 'Good.' }];
    change(draft, law);
  }, SEATS);
  for (const role of Object.values(SEATS)) play.desk(role).does('travel', { place: 'bus-park' });
  play.passes('30m');
  play.desk(by).does('assess-needs', { person: 'nyota', needs: ['safe-accommodation'] });
  return { play, referral: play.idOf(by, 'referral') };
}

const stateOf = (play: PlayedClass, referral: string) => play.world.referrals[referral]?.state;

/** Nyota is on the way to the children's home; the way takes half an hour. */
function onTheWay(change?: Change) {
  const { play, referral } = referred(change);
  play.desk('police').does('offer-service', { referral, ...HOME });
  play.desk('police').does('start-transport', { referral, with: 'social-worker' });
  return { play, referral };
}

describe('a referral', () => {
  it('is taken further by the desk that opened it and the desk that runs the service, and by no other', () => {
    const { play, referral } = referred();
    const offer = (role: string) => play.desk(role).asks('offer-service', { referral, ...HOME });
    expect(offer('port-police')).toBe('not-for-you');
    expect(offer('child-protection')).toBe('not-for-you');
    expect(play.desk('police').asks('offer-service', { referral: 'police-referral-0', ...HOME })).toBe('not-for-you');
    expect(offer('police')).toBe('done');
    expect(play.desk('port-police').asks('start-transport', { referral, with: 'social-worker' })).toBe('not-for-you');
    play.desk('child-protection').does('start-transport', { referral, with: 'social-worker' });
    expect(stateOf(play, referral)).toBe('transported');
  });

  it.each(['night-home', 'toString'])('cannot lead to a service that the case does not have: %s', (service) => {
    const { play, referral } = referred();
    const offer = { referral, service, conditional: false };
    expect(play.desk('police').asks('offer-service', offer)).toBe('unknown-id');
  });

  it('leads only to services in the directory of the desk', () => {
    const { play, referral } = referred((draft) => {
      const home = draft.services['children-home'];
      if (home) home['known-to'] = ['child-protection'];
    });
    expect(play.desk('police').asks('offer-service', { referral, ...HOME })).toBe('unknown-id');
  });

  it('takes each step only from the state before it, and names its state', () => {
    const { play, referral } = referred();
    const police = play.desk('police');
    const inState = (type: 'start-transport' | 'close-referral' | 'give-feedback') =>
      decide(play.compiled, play.exercise, {
        from: seated('p1'),
        at: play.now,
        body: type === 'start-transport' ? { type, referral, with: 'social-worker' } : { type, referral },
      });
    for (const type of ['start-transport', 'close-referral', 'give-feedback'] as const)
      expect(inState(type)).toMatchObject({ rejection: { code: 'wrong-state', params: { state: 'needs-assessed' } } });
    police.does('offer-service', { referral, ...HOME });
    police.does('start-transport', { referral, with: 'social-worker' });
    expect(police.asks('offer-service', { referral, ...HOME })).toBe('wrong-state');
    play.passes('30m');
    play.desk('child-protection').does('receive-person', { referral });
    expect(play.desk('child-protection').asks('receive-person', { referral })).toBe('wrong-state');
  });

  it('does not move a person who is under arrest', () => {
    const { play, referral } = referred();
    play.desk('police').does('offer-service', { referral, ...HOME });
    play.desk('police').does('arrest', { person: 'nyota', place: 'cells', basis: 'none', safeguards: [] });
    expect(play.desk('police').asks('start-transport', { referral, with: 'social-worker' })).toBe('wrong-state');
  });

  it('is closed by its own desks only', () => {
    const { play, referral } = onTheWay();
    play.passes('30m');
    play.desk('child-protection').does('receive-person', { referral });
    expect(play.desk('port-police').asks('close-referral', { referral })).toBe('not-for-you');
    expect(play.desk('police').asks('close-referral', { referral: 'police-referral-0' })).toBe('not-for-you');
    expect(play.desk('child-protection').asks('close-referral', { referral })).toBe('done');
    expect(stateOf(play, referral)).toBe('closed');
  });
});

describe('a transport', () => {
  it('takes as long as the way, and brings the person to the service', () => {
    const { play } = onTheWay();
    expect(play.events('transport-started')).toMatchObject([{ due: play.now + 30 * MINUTE }]);
    play.passes('29m');
    expect(play.world.people['nyota']?.place).toBe('bus-park');
    play.passes('1m');
    expect(play.world.people['nyota']?.place).toBe('children-home');
    expect(play.events('person-moved').at(-1)).toMatchObject({ by: 'child-protection' });
  });

  it('ends with a reception by the desk that runs the service, and by no other', () => {
    const { play, referral } = onTheWay();
    play.passes('30m');
    expect(stateOf(play, referral)).toBe('transported');
    expect(play.desk('police').asks('receive-person', { referral })).toBe('not-for-you');
    expect(play.desk('child-protection').asks('receive-person', { referral })).toBe('done');
  });

  it.each([
    ['frees a person who was held', 'cells', ['nyota']],
    ['leaves a person free who was not held', 'station', []],
  ])('%s', (_what, place, freed) => {
    const { play, referral } = referred();
    play.desk('police').does('move-person', { person: 'nyota', place });
    play.desk('police').does('offer-service', { referral, ...HOME });
    play.desk('police').does('start-transport', { referral, with: 'social-worker' });
    play.passes('2h');
    expect(play.events('released').map(({ person }) => person)).toEqual(freed);
  });
});

describe('a service without a desk', () => {
  it('takes the person in at once, and gives feedback after half an hour', () => {
    const { play } = referred();
    const police = play.desk('police');
    police.does('assess-needs', { person: 'juma', needs: ['legal-aid'] });
    const referral = play.idOf('police', 'referral', 2);
    police.does('offer-service', { referral, service: 'men-house', conditional: false });
    police.does('start-transport', { referral, with: 'social-worker' });
    play.passes('20m');
    expect(play.events('person-moved').at(-1)).toMatchObject({ person: 'juma', by: 'story' });
    expect(stateOf(play, referral)).toBe('received');
    play.passes('29m');
    expect(stateOf(play, referral)).toBe('received');
    play.passes('1m');
    expect(stateOf(play, referral)).toBe('feedback');
    expect(play.events('received')).toHaveLength(1);
  });
});

describe('a service whose desk is not part of the exercise', () => {
  it('takes the person in by itself, and only the desk that refers follows it', () => {
    const compiled = aScenario((draft) => {
      const { police } = draft.roles;
      if (police) police.powers = ['assess-needs', 'refer'];
    });
    const play = new PlayedClass(compiled, { p1: 'police' }, 7, ['police']);
    play.trainer('start-exercise', {});
    const police = play.desk('police');
    police.does('travel', { place: 'bus-park' });
    play.passes('20m');
    police.does('assess-needs', { person: 'nyota', needs: ['safe-accommodation'] });
    const referral = play.idOf('police', 'referral');
    police.does('offer-service', { referral, ...HOME });
    police.does('start-transport', { referral, with: 'social-worker' });
    play.passes('30m');
    expect(stateOf(play, referral)).toBe('received');
    expect(play.events('received')).toMatchObject([{ by: 'story', audience: role('police') }]);
  });
});

describe('the feedback of a service', () => {
  it('may be given by the desk that opened the referral, and not by others', () => {
    const { play, referral } = onTheWay();
    play.passes('30m');
    play.desk('child-protection').does('receive-person', { referral });
    expect(play.desk('port-police').asks('give-feedback', { referral })).toBe('not-for-you');
    expect(play.desk('police').asks('give-feedback', { referral })).toBe('done');
    play.passes('2h');
    expect(play.events('feedback-given')).toHaveLength(1);
  });

  it.each([
    ['every desk', undefined, true],
    ['other desks only', ['police', 'child-protection'], false],
  ])('reaches the desk that screened, if the service is known to it: %s', (_what, known, reaches) => {
    const { play, referral } = referred((draft) => {
      const home = draft.services['children-home'];
      if (home && known) home['known-to'] = known;
    });
    play
      .desk('port-police')
      .does('screen', { person: 'nyota', with: 'alone', outcome: 'presumed-victim', child: true });
    play.desk('police').does('offer-service', { referral, ...HOME });
    play.desk('police').does('start-transport', { referral, with: 'social-worker' });
    play.passes('30m');
    play.desk('child-protection').does('receive-person', { referral });
    play.desk('child-protection').does('give-feedback', { referral });
    const [feedback] = play.events('feedback-given');
    const knows = (role: string): boolean => feedback !== undefined && mayKnow(desk(role), feedback);
    expect(['police', 'child-protection'].every(knows)).toBe(true);
    expect(knows('port-police')).toBe(reaches);
  });
});
