import { describe, expect, it } from 'vitest';
import { desk } from '../../shared/access/audience.ts';
import { nextReferralState } from '../../shared/exercise/decide/referral-machine.ts';
import { aClass } from '../support/a-class.ts';

/** Both desks are with the people at the bus park. */
const onSite = () => {
  const play = aClass();
  play.desk('police').does('travel', { place: 'bus-park' });
  play.desk('child-protection').does('travel', { place: 'bus-park' });
  play.passes('30m');
  return play;
};
const screening = { person: 'nyota', outcome: 'presumed-victim', child: true } as const;

describe('screening', () => {
  it('alone reveals the person’s name; in company it reveals nothing', () => {
    const play = onSite();
    play.desk('police').does('screen', { ...screening, with: 'with-escort' });
    expect(play.knows('police', 'nyota-health')).toBe(false);
    expect(play.world.people['nyota']?.known['police']?.named).toBe(false);
    play.desk('police').does('screen', { ...screening, with: 'alone' });
    expect(play.knows('police', 'nyota-health')).toBe(true);
    expect(play.world.people['nyota']?.known['police']?.named).toBe(true);
  });

  it('needs a seat of the desk at the same place', () => {
    const play = aClass();
    expect(play.desk('police').asks('screen', { ...screening, person: 'coach', with: 'alone' })).toBe('not-here');
  });

  it('of a child starts the duty to notify the guardian, and the notification meets it', () => {
    const play = onSite();
    play.desk('police').does('screen', { ...screening, with: 'alone' });
    const key = 'guardian-for-child:nyota:child-protection';
    expect(play.world.duties[key]).toMatchObject({ state: 'open', due: play.now + 3_600_000 });
    play.desk('child-protection').does('notify-guardian', { person: 'nyota' });
    expect(play.world.duties[key]?.state).toBe('met');
  });

  it('that starts a duty leads to a missed duty if nothing is done in time', () => {
    const play = onSite();
    play.desk('police').does('screen', { ...screening, with: 'alone' });
    play.passes('61m');
    expect(play.events('duty-missed')).toMatchObject([{ role: 'child-protection', person: 'nyota' }]);
  });
});

describe('moving and custody', () => {
  it('taking a person to the cells is detention, and desks that stay behind do not learn where', () => {
    const play = onSite();
    play.desk('police').does('move-person', { person: 'nyota', place: 'cells' });
    expect(play.events('detained')).toHaveLength(1);
    expect(play.view(desk('child-protection')).people['nyota']?.place).toBeUndefined();
    expect(play.view(desk('police')).people['nyota']?.place).toBe('cells');
  });
});

describe('consent', () => {
  it('is asked for one thing at a time and answered as authored', () => {
    const play = onSite();
    const police = play.desk('police');
    police.does('ask-consent', { person: 'juma', kind: 'data', explained: true, to: ['child-protection'] });
    police.does('ask-consent', { person: 'nyota', kind: 'data', explained: true, to: ['child-protection'] });
    expect(play.world.consents[play.idOf('police', 'consent')]?.state).toBe('refused');
    expect(play.world.consents[play.idOf('police', 'consent', 2)]?.state).toBe('given');
  });

  it('ends when its time is over', () => {
    const play = onSite();
    const until = play.now + 3_600_000;
    play
      .desk('police')
      .does('ask-consent', { person: 'nyota', kind: 'data', explained: true, to: ['child-protection'], until });
    play.passes('1h');
    expect(play.world.consents[play.idOf('police', 'consent')]?.state).toBe('ended');
  });
});

describe('referral', () => {
  it('runs through needs, consent, offer, acceptance, transport, reception, feedback and closing', () => {
    const play = onSite();
    const child = play.desk('child-protection');
    child.does('assess-needs', { person: 'nyota', needs: ['safe-accommodation'] });
    child.does('ask-consent', { person: 'nyota', kind: 'service', explained: true, to: ['child-protection'] });
    const referral = play.idOf('child-protection', 'referral');
    child.does('offer-service', { referral, service: 'children-home', conditional: false });
    expect(play.world.room['children-home']).toBe(0);
    child.does('start-transport', { referral, with: 'social-worker' });
    expect(child.asks('receive-person', { referral })).toBe('too-early');
    play.passes('30m');
    child.does('receive-person', { referral });
    child.does('give-feedback', { referral });
    child.does('close-referral', { referral });
    expect(play.world.referrals[referral]?.steps.map((step) => step.state)).toEqual([
      'needs-assessed',
      'consented',
      'offered',
      'accepted',
      'transported',
      'received',
      'feedback',
      'closed',
    ]);
  });

  it('an authored refusal is the person’s own and stays', () => {
    const play = onSite();
    const child = play.desk('child-protection');
    child.does('assess-needs', { person: 'juma', needs: ['legal-aid'] });
    child.does('offer-service', {
      referral: play.idOf('child-protection', 'referral'),
      service: 'men-house',
      conditional: false,
    });
    expect(play.world.referrals[play.idOf('child-protection', 'referral')]?.state).toBe('refused');
  });

  it('a service that is full, closed or for others declines, and a changed offer frees its room', () => {
    const play = onSite();
    const child = play.desk('child-protection');
    child.does('assess-needs', { person: 'juma', needs: ['safe-accommodation'] });
    child.does('offer-service', {
      referral: play.idOf('child-protection', 'referral'),
      service: 'children-home',
      conditional: false,
    });
    expect(play.world.referrals[play.idOf('child-protection', 'referral')]).toMatchObject({
      state: 'needs-assessed',
      declined: 'profile',
    });
    play.passes('day 1 19:00');
    child.does('offer-service', {
      referral: play.idOf('child-protection', 'referral'),
      service: 'men-house',
      conditional: false,
    });
    expect(play.world.referrals[play.idOf('child-protection', 'referral')]?.declined).toBe('hours');
  });

  it('the state machine rejects steps out of order', () => {
    expect(nextReferralState('needs-assessed', 'receive')).toBeUndefined();
    expect(nextReferralState('refused', 'transport')).toBeUndefined();
    expect(nextReferralState('refused', 'offer')).toBe('offered');
    expect(nextReferralState('closed', 'offer')).toBeUndefined();
  });
});

describe('duties', () => {
  it('bind a desk from the moment it knows of the person', () => {
    const play = aClass();
    play.desk('police').does('travel', { place: 'bus-park' });
    play.passes('20m');
    play.desk('police').does('screen', { ...screening, with: 'alone' });
    const key = 'guardian-for-child:nyota:child-protection';
    expect(play.world.duties[key]).toBeUndefined();
    play.desk('child-protection').does('travel', { place: 'bus-park' });
    play.passes('30m');
    expect(play.world.duties[key]).toMatchObject({ state: 'open', due: play.now + 3_600_000 });
  });

  it('that repeat start anew after each change, regardless of earlier steps', () => {
    const play = aClass((draft, law) => {
      law.duties = {
        ...law.duties,
        'risk-again': {
          title: 'Look again',
          who: ['constabulary'],
          starts: { happened: 'risk-triggered' },
          within: '30m',
          met: ['risk-assessed'],
          repeats: true,
          source: 'Section 7',
        },
      };
      const press = draft.injects['press-call'];
      if (press) press.does = [{ 'risk-trigger': 'coach' }];
    });
    play.desk('police').does('assess-risk', { person: 'coach', level: 'low', family: false });
    play.trainer('fire-inject', { inject: 'press-call' });
    expect(play.world.duties['risk-again:coach:police']?.state).toBe('open');
    play.desk('police').does('assess-risk', { person: 'coach', level: 'high', family: true });
    expect(play.world.duties['risk-again:coach:police']?.state).toBe('met');
  });
});
