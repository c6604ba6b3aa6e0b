/** What commands about people ask of a desk, and what moving, custody and consent change. */
import { describe, expect, it } from 'vitest';
import { aClass, type PlayedClass } from '../support/a-class.ts';
import type { Change } from '../support/a-scenario.ts';

function withPolice(change?: Change): PlayedClass {
  const play = aClass(change);
  play.desk('police').does('travel', { place: 'bus-park' });
  play.passes('20m');
  return play;
}
const goTo = (play: PlayedClass, place: string) => {
  play.desk('police').does('travel', { place });
  play.passes('1h');
};
const arrest = { person: 'coach', place: 'cells', basis: 'duty-by-law', safeguards: [] } as const;
const arrestFields = { ...arrest, safeguards: [] as string[] };
const consent = { kind: 'data' as const, explained: true, to: ['child-protection'] };

describe('a person the desk does not know', () => {
  it.each([
    ['tag-indicator', { person: 'nyota', indicator: 'no-papers' }],
    ['untag-indicator', { person: 'nyota', indicator: 'no-papers' }],
    ['set-status', { person: 'nyota', status: 'presumed-victim' }],
    ['assess-risk', { person: 'nyota', level: 'high', family: true }],
    ['notify-guardian', { person: 'nyota' }],
    ['contact-family', { person: 'nyota' }],
    ['move-person', { person: 'nyota', place: 'cells' }],
    ['arrest', { ...arrestFields, person: 'nyota' }],
    ['release', { person: 'nyota' }],
    ['ask-consent', { ...consent, person: 'nyota' }],
  ] as const)('is out of reach of %s', (type, fields) => {
    expect(aClass().desk('police').asks(type, fields)).toBe('not-known');
  });
});

describe('a person who is elsewhere', () => {
  it.each([
    ['move-person', { person: 'coach', place: 'cells' }],
    ['arrest', arrestFields],
    ['ask-consent', { ...consent, person: 'coach' }],
  ] as const)('is out of reach of %s', (type, fields) => {
    expect(aClass().desk('police').asks(type, fields)).toBe('not-here');
  });
});

describe('an act on a person', () => {
  it('tags only indicators of the law, and only with items the desk knows', () => {
    const police = aClass().desk('police');
    const tag = { person: 'coach', indicator: 'no-papers' };
    expect(police.asks('tag-indicator', { ...tag, indicator: 'no-such' })).toBe('unknown-id');
    expect(police.asks('tag-indicator', { ...tag, item: 'bus-manifest' })).toBe('not-known');
    expect(police.asks('tag-indicator', { ...tag, item: 'tip' })).toBe('done');
  });

  it('an untagged indicator and a call to the family are kept', () => {
    const play = aClass();
    play.desk('police').does('untag-indicator', { person: 'coach', indicator: 'no-papers' });
    play.desk('police').does('contact-family', { person: 'coach' });
    expect(play.events('indicator-untagged')).toMatchObject([{ person: 'coach', indicator: 'no-papers' }]);
    expect(play.events('family-contacted')).toMatchObject([{ person: 'coach' }]);
  });

  it('the guardian is notified once', () => {
    const police = withPolice().desk('police');
    police.does('notify-guardian', { person: 'nyota' });
    expect(police.asks('notify-guardian', { person: 'nyota' })).toBe('already-done');
  });
});

describe('moving and custody', () => {
  it('a person is moved only to another place the desk knows', () => {
    const police = withPolice().desk('police');
    expect(police.asks('move-person', { person: 'nyota', place: 'coach-flat' })).toBe('unknown-id');
    expect(police.asks('move-person', { person: 'nyota', place: 'bus-park' })).toBe('already-here');
  });

  it('a free person moved between open places is neither detained nor released', () => {
    const play = withPolice();
    play.desk('police').does('move-person', { person: 'nyota', place: 'station' });
    expect([...play.events('detained'), ...play.events('released')]).toEqual([]);
  });

  it('a detained person is released by the move out of the cells', () => {
    const play = withPolice();
    play.desk('police').does('move-person', { person: 'nyota', place: 'cells' });
    expect(play.events('detained')).toHaveLength(1);
    expect(play.events('released')).toEqual([]);
    goTo(play, 'cells');
    play.desk('police').does('move-person', { person: 'nyota', place: 'station' });
    expect(play.events('released')).toMatchObject([{ person: 'nyota' }]);
    expect(play.events('detained')).toHaveLength(1);
  });

  it('an arrested person stays arrested wherever the police take them', () => {
    const play = withPolice();
    play.desk('police').does('arrest', arrestFields);
    goTo(play, 'cells');
    play.desk('police').does('move-person', { person: 'coach', place: 'station' });
    goTo(play, 'station');
    play.desk('police').does('move-person', { person: 'coach', place: 'cells' });
    expect([...play.events('detained'), ...play.events('released')]).toEqual([]);
    expect(play.world.people['coach']?.custody).toBe('arrested');
  });

  it('an arrest names listed safeguards and happens once', () => {
    const play = withPolice();
    const police = play.desk('police');
    expect(police.asks('arrest', { ...arrestFields, safeguards: ['no-such'] })).toBe('bad-value');
    police.does('arrest', arrestFields);
    goTo(play, 'cells');
    expect(police.asks('arrest', arrestFields)).toBe('already-done');
  });

  it('only a person in custody is released', () => {
    expect(aClass().desk('police').asks('release', { person: 'coach' })).toBe('wrong-state');
  });
});

describe('consent', () => {
  const ask = (play: PlayedClass, fields: object) => {
    const code = play.desk('police').asks('ask-consent', { person: 'nyota', ...consent, ...fields });
    return code === 'done' ? play.world.consents[play.idOf('police', 'consent')]?.state : code;
  };

  it('has an end in the future, or none', () => {
    const play = withPolice();
    expect(ask(play, { until: play.now - 1 })).toBe('bad-value');
    expect(ask(play, { until: play.now })).toBe('bad-value');
    expect(ask(play, { until: play.now + 60_000 })).toBe('given');
    const endless = withPolice();
    expect(ask(endless, {})).toBe('given');
    expect(Object.keys(endless.world.timers).filter((timer) => timer.startsWith('consent:'))).toEqual([]);
  });

  it('is refused if the condition of the authored yes does not hold', () => {
    const shy: Change = (draft) => {
      const nyota = draft.people['nyota'];
      if (nyota) nyota.start = { trust: 1, stress: 5 };
    };
    expect(ask(withPolice(), {})).toBe('given');
    expect(ask(withPolice(shy), {})).toBe('refused');
  });

  it('without an authored answer depends on the explanation', () => {
    expect(ask(withPolice(), { person: 'coach' })).toBe('given');
    expect(ask(withPolice(), { person: 'coach', explained: false })).toBe('refused');
  });

  it('lets its receiving desks, and no outside body, know of the person, not of the name', () => {
    const play = withPolice();
    play.desk('police').does('screen', { person: 'nyota', with: 'alone', outcome: 'presumed-victim', child: true });
    expect(ask(play, { to: ['child-protection', 'phone-company'] })).toBe('given');
    expect(play.events('consent-given')[0]?.audience).toEqual(['role:police', 'role:child-protection']);
    const known = play.world.people['nyota']?.known ?? {};
    expect(Object.keys(known).toSorted()).toEqual(['child-protection', 'police']);
    expect(known['child-protection']?.named).toBe(false);
    expect(known['police']?.named).toBe(true);
  });
});
