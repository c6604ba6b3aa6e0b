/** Nonsensical commands are rejected by the schema or by the core, never with an exception, never half executed. */
import { describe, expect, it } from 'vitest';
import { AnyCommand } from '../../shared/vocabulary/commands.ts';
import { Id } from '../../shared/vocabulary/scalars.ts';
import { aClass } from '../support/a-class.ts';

const onSite = () => {
  const play = aClass();
  play.desk('police').does('travel', { place: 'bus-park' });
  play.passes('20m');
  return play;
};
const screening = { person: 'nyota', with: 'alone', outcome: 'unclear', child: true } as const;

describe('built-in field names', () => {
  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
    '%s is no valid id although every object has such a field',
    (item) => {
      expect(AnyCommand.safeParse({ type: 'analyse-item', item }).success).toBe(false);
      expect(Id.safeParse(item).success).toBe(false);
    },
  );
});

describe('helpers in a command', () => {
  it('an interpreter must be a helper who interprets', () => {
    const police = onSite().desk('police');
    for (const interpreter of ['sister-ruth', 'nobody']) {
      expect(police.asks('screen', { ...screening, interpreter })).toBe('unknown-id');
      const consent = { person: 'nyota', kind: 'data', explained: true, to: [], interpreter } as const;
      expect(police.asks('ask-consent', { ...consent, to: [] })).toBe('unknown-id');
    }
    expect(police.asks('screen', { ...screening, interpreter: 'mrs-adan' })).toBe('done');
  });
});

describe('places in a command', () => {
  it('a person cannot be taken to cells that the desk does not know', () => {
    const play = aClass((draft) => {
      draft.places['hidden-cells'] = { name: 'A cellar', text: 'Dark.', map: [1, 1], custody: true, hidden: true };
    });
    play.desk('police').does('travel', { place: 'bus-park' });
    play.passes('20m');
    const arrest = { person: 'coach', basis: 'none', safeguards: [] } as const;
    const police = play.desk('police');
    const answer = (place: string) => police.asks('arrest', { ...arrest, place, safeguards: [] });
    expect(answer('hidden-cells')).toBe(answer('no-such-place'));
    expect(answer('cells')).toBe('done');
  });

  it('a search finds only what the desk has the power to find', () => {
    const play = aClass((draft) => {
      const phone = draft.items['coach-phone'];
      if (phone?.found) phone.found.needs = 'inspect-workplace';
    });
    play.desk('police').does('travel', { place: 'bus-park' });
    play.passes('20m');
    play.desk('police').does('search', {});
    play.passes('10m');
    expect(play.knows('police', 'bus-manifest')).toBe(true);
    expect(play.knows('police', 'coach-phone')).toBe(false);
  });
});

describe('custody in a command', () => {
  it('a person under arrest cannot be transported to a service', () => {
    const play = aClass((_draft, law) => law.agencies['constabulary']?.powers.push('assess-needs'));
    const police = play.desk('police');
    police.does('travel', { place: 'bus-park' });
    play.passes('20m');
    police.does('ask-consent', { person: 'nyota', kind: 'service', explained: true, to: ['child-protection'] });
    police.does('assess-needs', { person: 'nyota', needs: ['safe-accommodation'] });
    const referral = play.idOf('police', 'referral');
    police.does('offer-service', { referral, service: 'children-home', conditional: false });
    police.does('arrest', { person: 'nyota', place: 'cells', basis: 'none', safeguards: [] });
    expect(police.asks('start-transport', { referral, with: 'police-car' })).toBe('wrong-state');
  });

  it('a person who was only held is free once received by a service', () => {
    const play = aClass();
    const [police, child] = [play.desk('police'), play.desk('child-protection')];
    police.does('travel', { place: 'bus-park' });
    child.does('travel', { place: 'bus-park' });
    play.passes('30m');
    child.does('ask-consent', { person: 'nyota', kind: 'service', explained: true, to: ['child-protection'] });
    child.does('assess-needs', { person: 'nyota', needs: ['safe-accommodation'] });
    police.does('move-person', { person: 'nyota', place: 'cells' });
    const referral = play.idOf('child-protection', 'referral');
    child.does('offer-service', { referral, service: 'children-home', conditional: false });
    child.does('start-transport', { referral, with: 'social-worker' });
    play.passes('3h');
    expect(play.world.people['nyota']?.place).toBe('children-home');
    expect(play.world.people['nyota']?.custody).toBeUndefined();
  });
});

describe('agreeing to an action', () => {
  it('counts once, and an action cannot be done before it is decided', () => {
    const play = aClass();
    const [police, child] = [play.desk('police'), play.desk('child-protection')];
    police.does('call-conference', { with: ['child-protection'], agenda: ['t1'] });
    const conference = play.idOf('police', 'conference');
    child.does('join-conference', { conference });
    police.does('propose-action', { conference, text: 't2', to: 'police', due: play.now + 60_000 });
    const action = play.idOf('police', 'action');
    expect(police.asks('agree-action', { conference, action })).toBe('already-done');
    expect(police.asks('finish-action', { action })).toBe('not-agreed-yet');
    child.does('agree-action', { conference, action });
    expect(police.asks('finish-action', { action })).toBe('done');
  });

  it('does not bind a desk that was not in the room', () => {
    const play = aClass();
    play.desk('police').does('call-conference', { with: ['child-protection'], agenda: ['t1'] });
    const conference = play.idOf('police', 'conference');
    const due = play.now + 60_000;
    play.desk('police').does('propose-action', { conference, text: 't2', to: 'child-protection', due });
    expect(play.world.actions[play.idOf('police', 'action')]?.state).toBe('proposed');
  });
});

describe('a charge', () => {
  it('can be changed only by the desk that drafted it', () => {
    const play = aClass((draft, law) => {
      law.agencies['childrens-office']?.powers.push('charge');
      const role = draft.roles['child-protection'];
      if (role) role.people = ['coach'];
    });
    const table = { person: 'coach', offence: 'trafficking', child: true, nonPunishment: 'not-checked' } as const;
    const fields = { ...table, act: [], means: [], purposeItems: [], remedies: [] };
    play.desk('police').does('set-charge', fields);
    expect(play.desk('child-protection').asks('file-charge', { charge: 'police-charge-1' })).toBe('unknown-id');
    expect(play.desk('child-protection').asks('set-charge', fields)).toBe('done');
    expect(Object.keys(play.world.charges)).toEqual(['police-charge-1', 'child-protection-charge-1']);
  });
});

describe('detection of endless loops', () => {
  const ticking = (every: string) =>
    aClass((draft) => {
      const next = (target: string) => ({ after: { [every]: [{ target }] } });
      draft.statecharts['ticker'] = { initial: 'tick', states: { tick: next('tock'), tock: next('tick') } };
    });

  it('a long time span with many events is no loop', () => {
    const play = ticking('10m');
    expect(play.trainer('skip-to', { to: play.now + 4 * 86_400_000 })).toBe('done');
    expect(play.events('timer-set').length).toBeGreaterThan(500);
  });

  it('a loop without passing time is one', () => {
    const play = aClass((draft) => {
      const press = draft.injects['press-call'];
      if (press) press.does = [{ send: 'round', after: '10m' }];
      const next = (target: string) => ({ after: { '0m': [{ target }] } });
      const start = { on: { round: [{ target: 'tick' }] } };
      draft.statecharts['ticker'] = { initial: 'start', states: { start, tick: next('tock'), tock: next('tick') } };
    });
    play.trainer('fire-inject', { inject: 'press-call' });
    expect(() => play.passes('20m')).toThrow('round in circles');
  });
});
