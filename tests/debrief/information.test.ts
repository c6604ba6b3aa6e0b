import { describe, expect, test } from 'vitest';
import { aClass } from '../support/a-class.ts';
import { debriefOf, measureOf, onSite, sharesList } from '../support/a-debrief.ts';

const verdictOf = (play: ReturnType<typeof onSite>) => {
  const [line] = debriefOf(play).ledger;
  return line && { verdict: line.verdict, why: line.why };
};

/** The child officers hold a home address and share it with the police. */
const givesAddress = (basis: 'none' | 'consent') => {
  const play = aClass();
  play.desk('child-protection').does('share-item', {
    item: 'home-address',
    parts: ['all'],
    to: 'police',
    purpose: 'protection',
    channel: 'phone',
    basis,
  });
  return play;
};

describe('a share', () => {
  test('of what the receiver needs, on a basis, by a secure channel, is right', () => {
    const play = onSite();
    sharesList(play);
    expect(verdictOf(play)).toEqual({ verdict: 'right', why: [] });
  });

  test('of what the receiver neither needs nor may hold is too much, with the tag as the reason', () => {
    expect(verdictOf(givesAddress('none'))).toEqual({ verdict: 'over-shared', why: ['shelter-location'] });
  });

  test('of information that is not sensitive is never too much', () => {
    const play = onSite();
    sharesList(play, { parts: ['seats'] });
    expect(verdictOf(play)?.verdict).toBe('right');
  });

  test('of personal data without any basis is marked so, even if it is needed', () => {
    const play = onSite();
    sharesList(play, { basis: 'none' });
    expect(verdictOf(play)).toEqual({ verdict: 'no-basis', why: ['id'] });
  });

  test('of sensitive parts in a group chat used the wrong channel', () => {
    const play = onSite();
    sharesList(play, { channel: 'group-chat' });
    expect(verdictOf(play)).toEqual({ verdict: 'wrong-channel', why: ['id'] });
  });

  test('with an outside body without a basis is too much', () => {
    const play = onSite();
    sharesList(play, { to: 'phone-company', basis: 'none' });
    expect(verdictOf(play)?.verdict).toBe('over-shared');
  });

  describe('on consent', () => {
    const asksConsent = (to: string, until?: number) => {
      const play = onSite();
      play.desk('police').does('ask-consent', { person: 'nyota', kind: 'data', explained: true, to: [to], until });
      return play;
    };

    test('is right while the consent is valid for this receiver', () => {
      const play = asksConsent('child-protection');
      sharesList(play, { basis: 'consent' });
      expect(verdictOf(play)?.verdict).toBe('right');
    });

    test('has no basis if the consent names another receiver', () => {
      const play = asksConsent('police');
      sharesList(play, { basis: 'consent' });
      expect(verdictOf(play)?.verdict).toBe('no-basis');
    });

    test('has no basis if the consent has expired', () => {
      const play = onSite();
      const until = play.now + 10 * 60_000;
      play
        .desk('police')
        .does('ask-consent', { person: 'nyota', kind: 'data', explained: true, to: ['child-protection'], until });
      play.passes('20m');
      sharesList(play, { basis: 'consent' });
      expect(verdictOf(play)?.verdict).toBe('no-basis');
    });

    test('has no basis if no consent was given', () => {
      const play = onSite();
      sharesList(play, { basis: 'consent' });
      expect(verdictOf(play)?.verdict).toBe('no-basis');
    });
  });
});

describe('a missing share', () => {
  test('of what another desk needs is reported after an hour, with the desk that held it', () => {
    const play = onSite();
    play.passes('61m');
    play.desk('police').does('send-message', { to: ['child-protection'], text: 'words' });
    const found = debriefOf(play).underShared.find(({ item }) => item === 'bus-manifest');
    expect(found).toMatchObject({ role: 'child-protection', heldBy: ['police'] });
  });

  test('is no fault within the hour', () => {
    const play = onSite();
    expect(debriefOf(play).underShared.filter(({ item }) => item === 'bus-manifest')).toEqual([]);
  });

  test('is no fault once the needed parts are shared, even without the rest', () => {
    const play = onSite();
    sharesList(play);
    play.passes('3h');
    expect(debriefOf(play).underShared.filter(({ item }) => item === 'bus-manifest')).toEqual([]);
  });
});

describe('the measures of information', () => {
  test('count too much and too little alike, with the lines behind them', () => {
    const result = debriefOf(givesAddress('none'));
    expect(measureOf(result, 'over-shared')).toMatchObject({
      value: 1,
      better: 'less',
      evidence: [result.ledger[0]?.seq],
    });
    expect(measureOf(result, 'shelter-address-leaked')?.value).toBe(1);
    expect(measureOf(result, 'under-shared')?.better).toBe('less');
  });

  test('report the share of personal data that was shared correctly', () => {
    const play = onSite();
    sharesList(play);
    sharesList(play, { basis: 'none' });
    expect(measureOf(debriefOf(play), 'personal-data-rightly-shared')).toMatchObject({ value: 1, of: 2 });
  });
});
