/** What a referral accepts and refuses, what a service answers, and who learns of it. */
import { describe, expect, it } from 'vitest';
import { isOpen } from '../../shared/exercise/decide/referral-steps.ts';
import { parseCaseTime } from '../../shared/time.ts';
import { aClass, type PlayedClass } from '../support/a-class.ts';
import type { Change } from '../support/a-scenario.ts';
import { anotherDesk } from '../support/another-desk.ts';

const HOME = { service: 'children-home', conditional: false } as const;
const MEN = { service: 'men-house', conditional: false } as const;
const NEEDS = ['safe-accommodation'] as const;
const SEATS = { p1: 'police', q1: 'port-police', c1: 'child-protection' };

/** Police, port police and child protection with the people at the bus park. */
function onSite(change: Change = () => undefined): PlayedClass {
  const play = aClass((draft, law) => {
    const { police } = draft.roles;
    if (police) police.powers = ['assess-needs', 'refer'];
    anotherDesk(draft, 'port-police');
    change(draft, law);
  }, SEATS);
  for (const role of Object.values(SEATS)) play.desk(role).does('travel', { place: 'bus-park' });
  play.passes('30m');
  return play;
}

/** A referral that this desk opened for the person. */
function opened(play: PlayedClass, by: string, person: string): { referral: string } {
  play.desk(by).does('assess-needs', { person, needs: [...NEEDS] });
  return { referral: play.idOf(by, 'referral') };
}

const stateOf = (play: PlayedClass, { referral }: { referral: string }) => play.world.referrals[referral]?.state;
const askService = (play: PlayedClass, by: string, person: string) =>
  play.desk(by).does('ask-consent', { person, kind: 'service', explained: true, to: ['child-protection'] });

describe('the hours of a service', () => {
  it.each([
    ['08:30-18:30', '08:29', false],
    ['08:30-18:30', '08:30', true],
    ['08:30-18:30', '18:29', true],
    ['08:30-18:30', '18:30', false],
    ['20:00-06:00', '19:59', false],
    ['20:00-06:00', '20:00', true],
    ['20:00-06:00', '23:30', true],
    ['20:00-06:00', '05:59', true],
    ['20:00-06:00', '06:00', false],
    ['08:00-08:00', '12:00', false],
  ])('%s at %s', (hours, clock, open) => {
    expect(isOpen(hours, parseCaseTime(`day 2 ${clock}`) ?? 0)).toBe(open);
  });
});

describe('a service that is offered to a girl of eleven', () => {
  it.each([
    ['takes in men only', { sex: ['male' as const] }, 'profile'],
    ['takes in people from twelve years', { 'age-from': 12 }, 'profile'],
    ['takes in people from eleven years', { 'age-from': 11 }, undefined],
    ['takes in people up to ten years', { 'age-to': 10 }, 'profile'],
    ['takes in people up to eleven years', { 'age-to': 11 }, undefined],
  ])('and %s', (_what, accepts, declined) => {
    const play = onSite((draft) => {
      const home = draft.services['children-home'];
      if (home) home.accepts = accepts;
    });
    const referral = opened(play, 'child-protection', 'nyota');
    play.desk('child-protection').does('offer-service', { ...referral, ...HOME });
    expect(play.world.referrals[referral.referral]?.declined).toBe(declined);
    expect(play.events('place-declined').map(({ outcome }) => outcome)).toEqual(declined ? [declined] : []);
  });

  it('and has no room declines, until a place becomes free', () => {
    const play = onSite((draft) => {
      const home = draft.services['children-home'];
      if (home) home.room = 0;
      const call = draft.injects['press-call'];
      if (call) call.does = [{ room: { 'children-home': 1 } }];
    });
    const referral = opened(play, 'child-protection', 'nyota');
    play.desk('child-protection').does('offer-service', { ...referral, ...HOME });
    expect(play.world.referrals[referral.referral]?.declined).toBe('full');
    play.trainer('fire-inject', { inject: 'press-call' });
    play.desk('child-protection').does('offer-service', { ...referral, ...HOME });
    expect(stateOf(play, referral)).toBe('accepted');
  });

  it('tells the desk that runs it about her, without her name, and no other desk', () => {
    const play = onSite();
    play.desk('police').does('screen', { person: 'nyota', with: 'alone', outcome: 'presumed-victim', child: true });
    play.desk('police').does('offer-service', { ...opened(play, 'police', 'nyota'), ...HOME });
    expect(play.world.people['nyota']?.known['child-protection']?.named).toBe(false);
    play.desk('police').does('assess-needs', { person: 'juma', needs: [...NEEDS] });
    play.desk('police').does('offer-service', { referral: play.idOf('police', 'referral', 2), ...MEN });
    expect(Object.keys(play.world.people['juma']?.known ?? {})).not.toContain('undefined');
  });

  it('tells an absent desk that runs it about her too, even where it has no room', () => {
    const play = aClass((draft) => {
      const [{ police }, home] = [draft.roles, draft.services['children-home']];
      if (police) police.powers = ['assess-needs', 'refer'];
      if (home) home.room = 0;
    });
    play.desk('police').does('travel', { place: 'bus-park' });
    play.passes('20m');
    play.desk('police').does('offer-service', { ...opened(play, 'police', 'nyota'), ...HOME });
    expect(play.events('place-declined')).toHaveLength(1);
    expect(play.world.people['nyota']?.known['child-protection']).toEqual({ named: false, at: play.now });
  });

  it('frees the place that she had accepted before', () => {
    const play = onSite((draft) => {
      draft.services['night-home'] = { name: 'Night home', text: 'Beds.', at: 'station', meets: [...NEEDS], room: 2 };
      draft.people['nyota']?.offers?.push({ answer: 'accepted', says: 'Good.' });
    });
    const referral = opened(play, 'child-protection', 'nyota');
    play.desk('child-protection').does('offer-service', { ...referral, ...HOME });
    expect(play.world.room).toMatchObject({ 'children-home': 0, 'night-home': 2 });
    play.desk('child-protection').does('offer-service', { ...referral, service: 'night-home', conditional: false });
    expect(play.world.room).toMatchObject({ 'children-home': 1, 'night-home': 1 });
  });
});

describe('the answer to an offer', () => {
  it('without an authored one is yes only with a consent to services', () => {
    const unauthored: Change = (draft) => {
      const juma = draft.people['juma'];
      if (juma) juma.offers = [];
    };
    const [asked, unasked] = [onSite(unauthored), onSite(unauthored)];
    askService(asked, 'child-protection', 'juma');
    for (const play of [asked, unasked])
      play.desk('child-protection').does('offer-service', { ...opened(play, 'child-protection', 'juma'), ...MEN });
    expect(asked.events('offer-accepted')).toMatchObject([{ person: 'juma', answer: -1 }]);
    expect(unasked.events('offer-refused')).toMatchObject([{ person: 'juma', answer: -1 }]);
    expect([asked.world.room['men-house'], unasked.world.room['men-house']]).toEqual([0, 1]);
  });

  it('is the first authored one for this service whose condition holds', () => {
    const play = onSite((draft) => {
      const [juma, house] = [draft.people['juma'], draft.services['men-house']];
      if (!juma || !house) return;
      house.room = 2;
      const frightened = { happened: 'screened', person: 'juma' } as const;
      juma.offers = [
        { service: 'children-home', answer: 'refused', says: 'That is for children.' },
        { service: 'men-house', answer: 'refused', says: 'Not now.', when: frightened },
        { answer: 'accepted', says: 'Thank you.' },
      ];
    });
    play.desk('child-protection').does('offer-service', { ...opened(play, 'child-protection', 'juma'), ...MEN });
    expect(play.events('offer-accepted')).toMatchObject([{ answer: 2 }]);
    play.desk('police').does('screen', { person: 'juma', with: 'alone', outcome: 'not-a-victim', child: false });
    const referral = { referral: play.idOf('child-protection', 'referral') };
    play.desk('child-protection').does('offer-service', { ...referral, ...MEN });
    expect(play.events('offer-refused')).toMatchObject([{ answer: 1 }]);
  });

  it('that is no leaves the room as it was, however often it is given', () => {
    const play = onSite();
    const referral = opened(play, 'child-protection', 'juma');
    for (const _ of [1, 2]) play.desk('child-protection').does('offer-service', { ...referral, ...MEN });
    expect(play.world.room['men-house']).toBe(1);
    askService(play, 'child-protection', 'juma');
    expect(stateOf(play, referral)).toBe('refused');
  });
});

describe('needs', () => {
  it('are assessed by a desk that knows the person, at the same place', () => {
    const play = aClass((draft) => {
      const { police } = draft.roles;
      if (police) police.powers = ['assess-needs'];
    });
    const assess = (person: string) => play.desk('police').asks('assess-needs', { person, needs: [...NEEDS] });
    expect(assess('nyota')).toBe('not-known');
    expect(assess('coach')).toBe('not-here');
    expect(play.world.referrals).toEqual({});
  });

  it.each([
    ['a consent to services', 'service', 'nyota', 'consented'],
    ['a consent to something else', 'data', 'nyota', 'needs-assessed'],
    ['a refused consent', 'data', 'juma', 'needs-assessed'],
  ] as const)('after %s start a referral as they should', (_what, kind, person, state) => {
    const play = onSite();
    const child = play.desk('child-protection');
    child.does('ask-consent', { person, kind, explained: true, to: ['child-protection'] });
    expect(stateOf(play, opened(play, 'child-protection', person))).toBe(state);
  });

  it('assessed before a consent wait for one to services, and for no other', () => {
    const play = onSite();
    const referral = opened(play, 'child-protection', 'nyota');
    const child = play.desk('child-protection');
    child.does('ask-consent', { person: 'nyota', kind: 'data', explained: true, to: ['child-protection'] });
    expect(stateOf(play, referral)).toBe('needs-assessed');
    askService(play, 'child-protection', 'nyota');
    expect(stateOf(play, referral)).toBe('consented');
  });

  it('after a withdrawn consent to services start a referral without it', () => {
    const play = onSite((draft) => {
      const call = draft.injects['press-call'];
      if (call) call.does = [{ withdraw: 'nyota' }];
    });
    askService(play, 'child-protection', 'nyota');
    play.trainer('fire-inject', { inject: 'press-call' });
    expect(stateOf(play, opened(play, 'child-protection', 'nyota'))).toBe('needs-assessed');
  });
});
