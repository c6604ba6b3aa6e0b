/** Other desks learn nothing by an event, an id or a rejection. */
import { describe, expect, it } from 'vitest';
import { desk, mayKnow } from '../../shared/access/audience.ts';
import { proveStreams } from '../../shared/simulation/stream-proof.ts';
import { aClass } from '../support/a-class.ts';
import type { PlayedClass } from '../support/a-class.ts';
import type { Change } from '../support/a-scenario.ts';

const onSite = (change?: Change) => {
  const play = aClass(change);
  play.desk('police').does('travel', { place: 'bus-park' });
  play.desk('child-protection').does('travel', { place: 'bus-park' });
  play.passes('30m');
  return play;
};
const policeRefers: Change = (_draft, law) => law.agencies['constabulary']?.powers.push('assess-needs');
const heard = (play: PlayedClass, role: string) => play.log.filter((event) => mayKnow(desk(role), event));

describe('a rejection does not reveal', () => {
  it('whether a decision or an operation of other desks has opened', () => {
    const ask = (change: Change) => {
      const play = aClass(change);
      return [
        play.desk('child-protection').asks('propose-decision', {
          decision: 'visit-flat',
          option: 'now',
          reason: 't1',
          confidence: 'low',
        }),
        play.desk('child-protection').asks('approve-plan', { operation: 'flat-visit' }),
      ];
    };
    const closed = () => ({ clock: { after: 'day 9 10:00' } });
    const shut: Change = (draft) => {
      for (const part of [draft.decisions['visit-flat'], draft.operations['flat-visit']])
        if (part) part.when = closed();
    };
    const alone: Change = (draft) => {
      const [decision, operation] = [draft.decisions['visit-flat'], draft.operations['flat-visit']];
      if (decision) [decision.propose, decision.agree, decision.when] = [['police'], [], undefined];
      if (operation) [operation['need-to-know'], operation.when] = [[], undefined];
    };
    const notYet: Change = (draft, law) => {
      alone(draft, law);
      shut(draft, law);
    };
    expect(ask(notYet)).toEqual(ask(alone));
  });

  it('to a distant desk, whether another desk has taken an item', () => {
    const play = onSite((_draft, law) => law.agencies['childrens-office']?.powers.push('seize'));
    play.desk('police').does('search', {});
    play.passes('10m');
    const item = 'bus-manifest';
    const share = { item, parts: ['names'], purpose: 'protection', basis: 'duty-by-law', channel: 'phone' } as const;
    play.desk('police').does('share-item', { ...share, parts: ['names'], to: 'child-protection' });
    const away = (taken: boolean) => {
      if (taken) play.desk('police').does('take-item', { item, basis: 'duty-by-law' });
      return play.desk('child-protection').asks('take-item', { item, basis: 'none' });
    };
    play.desk('child-protection').does('travel', { place: 'children-home' });
    play.passes('30m');
    expect(away(false)).toBe(away(true));
  });

  it('whether a consent of another desk exists, or a service outside the directory', () => {
    const play = onSite((draft) => {
      const home = draft.services['children-home'];
      if (home) home['known-to'] = ['child-protection'];
    });
    play.desk('child-protection').does('ask-consent', { person: 'nyota', kind: 'data', explained: true, to: [] });
    const share = { item: 'tip', parts: ['all'], purpose: 'protection', basis: 'consent', channel: 'phone' } as const;
    const police = play.desk('police');
    const fields = {
      ...share,
      parts: ['all'],
      to: 'child-protection',
      consent: play.idOf('child-protection', 'consent'),
    };
    expect(police.asks('share-item', fields)).toBe('unknown-id');
    const asked = { person: 'juma', kind: 'data', explained: true } as const;
    expect(police.asks('ask-consent', { ...asked, to: ['children-home'] })).toBe('bad-value');
    expect(police.asks('ask-standby', { operation: 'flat-visit', service: 'children-home' })).toBe('unknown-id');
    const section = { operation: 'flat-visit', section: 'protection', text: 't1' };
    expect(police.asks('set-plan-section', { ...section, service: 'children-home' })).toBe('unknown-id');
  });
});

describe('consents are known only to the desks they name', () => {
  const assess = (to: string[]) => {
    const play = onSite();
    play.desk('police').does('ask-consent', { person: 'nyota', kind: 'service', explained: true, to });
    play.desk('child-protection').does('assess-needs', { person: 'nyota', needs: ['medical'] });
    return play;
  };

  it('a consent given to another desk alone neither advances a referral nor is revealed', () => {
    const play = assess(['police']);
    expect(play.world.referrals[play.idOf('child-protection', 'referral')]?.state).toBe('needs-assessed');
    expect(JSON.stringify(heard(play, 'child-protection'))).not.toContain('police-consent');
  });

  it('a consent that names the desk advances its referral', () => {
    const play = assess(['child-protection']);
    expect(play.world.referrals[play.idOf('child-protection', 'referral')]?.state).toBe('consented');
  });

  it('a later consent advances only the referrals of its receivers', () => {
    const play = onSite(policeRefers);
    play.desk('child-protection').does('assess-needs', { person: 'nyota', needs: ['medical'] });
    play.desk('police').does('assess-needs', { person: 'nyota', needs: ['medical'] });
    play.desk('police').does('ask-consent', { person: 'nyota', kind: 'service', explained: true, to: ['police'] });
    expect(play.world.referrals[play.idOf('police', 'referral')]?.state).toBe('consented');
    expect(play.world.referrals[play.idOf('child-protection', 'referral')]?.state).toBe('needs-assessed');
  });

  it('a withdrawn consent no longer allows an offer', () => {
    const play = onSite((draft) => {
      const [nyota, press] = [draft.people['nyota'], draft.injects['press-call']];
      if (nyota) nyota.offers = [];
      if (press) press.does = [{ withdraw: 'nyota' }];
    });
    const child = play.desk('child-protection');
    child.does('ask-consent', { person: 'nyota', kind: 'service', explained: true, to: ['child-protection'] });
    child.does('assess-needs', { person: 'nyota', needs: ['safe-accommodation'] });
    play.trainer('fire-inject', { inject: 'press-call' });
    const referral = play.idOf('child-protection', 'referral');
    child.does('offer-service', { referral, service: 'children-home', conditional: false });
    expect(play.world.referrals[referral]?.state).toBe('refused');
  });
});

describe('a referral to a service of another desk', () => {
  const referred = () => {
    const play = onSite(policeRefers);
    const police = play.desk('police');
    police.does('assess-needs', { person: 'nyota', needs: ['safe-accommodation'] });
    police.does('ask-consent', { person: 'nyota', kind: 'service', explained: true, to: ['child-protection'] });
    const referral = play.idOf('police', 'referral');
    police.does('offer-service', { referral, service: 'children-home', conditional: false });
    return { play, police, child: play.desk('child-protection'), referral };
  };

  it('is in the view of the receiving desk', () => {
    const { play, police, child, referral } = referred();
    const seen = () => play.view(desk('child-protection')).referrals[referral];
    expect(seen()).toMatchObject({ person: 'nyota', by: 'police', service: 'children-home', state: 'accepted' });
    police.does('start-transport', { referral, with: 'social-worker' });
    play.passes('30m');
    child.does('receive-person', { referral });
    child.does('give-feedback', { referral, text: 'ref-of-the-feedback' });
    expect(play.view(desk('police')).referrals[referral]).toMatchObject({
      state: 'feedback',
      feedback: 'ref-of-the-feedback',
    });
  });

  it('does not reveal the person to a full service', () => {
    const play = onSite((draft, law) => {
      policeRefers(draft, law);
      const home = draft.services['children-home'];
      if (home) home.room = 0;
    });
    const police = play.desk('police');
    police.does('assess-needs', { person: 'nyota', needs: ['safe-accommodation'] });
    police.does('ask-consent', { person: 'nyota', kind: 'service', explained: true, to: [] });
    police.does('offer-service', {
      referral: play.idOf('police', 'referral'),
      service: 'children-home',
      conditional: false,
    });
    const told = heard(play, 'child-protection').map(({ type }) => type);
    expect(told).toContain('place-declined');
    expect(told.indexOf('person-known')).toBeGreaterThanOrEqual(0);
    expect(told.indexOf('person-known')).toBeLessThan(told.indexOf('place-declined'));
    expect(play.view(desk('child-protection')).people['nyota']?.known['child-protection']).toBeDefined();
  });

  it('gives no feedback to a screening desk about a service outside its directory', () => {
    const play = onSite((draft) => {
      const home = draft.services['children-home'];
      if (home) home['known-to'] = ['child-protection'];
    });
    const child = play.desk('child-protection');
    play.desk('police').does('screen', { person: 'nyota', with: 'alone', outcome: 'presumed-victim', child: true });
    child.does('assess-needs', { person: 'nyota', needs: ['safe-accommodation'] });
    child.does('ask-consent', { person: 'nyota', kind: 'service', explained: true, to: ['child-protection'] });
    const referral = play.idOf('child-protection', 'referral');
    child.does('offer-service', { referral, service: 'children-home', conditional: false });
    child.does('start-transport', { referral, with: 'social-worker' });
    play.passes('30m');
    child.does('receive-person', { referral });
    child.does('give-feedback', { referral });
    expect(heard(play, 'police').map((event) => ('service' in event ? event.service : ''))).not.toContain(
      'children-home',
    );
  });
});

describe('a request between desks', () => {
  it('reveals the person and place that it is about, so that no id is unknown', () => {
    const play = aClass((draft) => {
      const station = draft.places['coach-flat'];
      if (station) station['known-to'] = ['police'];
    });
    play.desk('police').does('make-request', {
      kind: 'case-question',
      to: 'child-protection',
      basis: 'agreed-protocol',
      person: 'coach',
      place: 'coach-flat',
    });
    const view = play.view(desk('child-protection'));
    expect(view.people['coach']?.known['child-protection']).toBeDefined();
    expect(view.places['coach-flat']?.shownTo).toContain('child-protection');
  });

  it('has a number that reveals nothing about other requests', () => {
    const ids = (before: boolean) => {
      const play = aClass();
      play.seat('p1').does('send-message', { to: ['police'], text: 't0' });
      if (before) play.trainer('whisper', { to: ['police'], text: 't1' });
      if (before) play.seat('p1').does('send-message', { to: ['police'], text: 't2' });
      play.trainer('whisper', { to: ['child-protection'], text: 't3' });
      play.seat('p1').does('send-message', { to: ['child-protection'], text: 't4' });
      return heard(play, 'child-protection').flatMap((event) => (event.type === 'message-sent' ? [event.message] : []));
    };
    expect(ids(true)).toEqual(ids(false));
  });
});

describe('an arrest', () => {
  it('reveals a hidden place of detention only to desks that have it on their map', () => {
    const play = aClass((draft) => {
      draft.places['far-cells'] = {
        name: 'Far cells',
        text: 'Two rooms.',
        map: [1, 1],
        custody: true,
        hidden: true,
        'known-to': ['police'],
      };
      const role = draft.roles['child-protection'];
      if (role) role.people = ['coach'];
    });
    play.desk('police').does('travel', { place: 'bus-park' });
    play.passes('20m');
    play.desk('police').does('arrest', { person: 'coach', place: 'far-cells', basis: 'none', safeguards: [] });
    expect(proveStreams(play.compiled, play.log)).toEqual([]);
    expect(play.events('arrested')).toHaveLength(1);
  });
});
