import { describe, expect, test } from 'vitest';
import { firstIdentified } from '../../shared/debrief/paths.ts';
import { MINUTE } from '../../shared/time.ts';
import { aClass } from '../support/a-class.ts';
import { debriefOf, measureOf, onSite, playedOf, screensNyota } from '../support/a-debrief.ts';
import { but, screened } from '../support/a-life.ts';

/** The child officers offer a service to a person, as far as the referral goes. */
function offers(play: ReturnType<typeof onSite>, person: string, service: string, conditional = false): string {
  const desk = play.desk('child-protection');
  desk.does('assess-needs', { person, needs: ['safe-accommodation'] });
  const referral = play.events('needs-assessed').at(-1)?.referral ?? '';
  desk.does('ask-consent', { person, kind: 'service', explained: true, to: ['child-protection'] });
  desk.does('offer-service', { referral, service, conditional });
  return referral;
}

const pathOf = (play: ReturnType<typeof onSite>, person: string) =>
  debriefOf(play).paths.find((path) => path.person === person);

describe('the path of a presumed victim', () => {
  test('starts with the first desk that classifies the person correctly', () => {
    const play = onSite();
    screensNyota(play);
    expect(pathOf(play, 'nyota')).toMatchObject({ presumedVictim: true, identifiedAt: play.now });
    expect(pathOf(play, 'juma')?.identifiedAt).toBeUndefined();
  });

  test('starts with the first right label, not with a wrong one before it or a right one after it', () => {
    const labelled = [screened(1, { outcome: 'suspect' }), screened(2), screened(3)];
    const others = [but(screened(4, { outcome: 'unclear' }), { person: 'juma' })];
    const identified = firstIdentified(playedOf(aClass(), [...labelled, ...others]));
    expect([...identified]).toEqual([['nyota', 2 * MINUTE]]);
  });

  test('runs over offer and acceptance to reception', () => {
    const play = onSite();
    screensNyota(play);
    const referral = offers(play, 'nyota', 'children-home');
    play.desk('child-protection').does('start-transport', { referral, with: 'social-worker' });
    play.passes('30m');
    play.desk('child-protection').does('receive-person', { referral });
    expect(debriefOf(play).headline.referral).toEqual({
      present: 2,
      identified: 1,
      offered: 1,
      accepted: 1,
      refused: 0,
      received: 1,
    });
  });

  test('counts the interviews with that person alone', () => {
    const play = onSite();
    const police = play.desk('police');
    for (const person of ['nyota', 'nyota', 'juma'])
      police.does('plan-interview', { person, kind: 'account', place: 'bus-park', recorded: true });
    for (const which of [1, 2, 3]) {
      const interview = `police-interview-${which}`;
      police.does('begin-account', { interview });
      police.does('close-interview', { interview, steps: [] });
    }
    expect([pathOf(play, 'nyota')?.interviews, pathOf(play, 'juma')?.interviews]).toEqual([2, 1]);
  });

  test('ends well with a free refusal', () => {
    const play = onSite();
    offers(play, 'juma', 'men-house');
    const result = debriefOf(play);
    expect(result.headline.referral).toMatchObject({ offered: 1, accepted: 0, refused: 1 });
    expect(measureOf(result, 'received-or-chose')).toMatchObject({ value: 1, of: 1 });
  });

  test('does not end well if the offer had a condition', () => {
    const play = onSite();
    offers(play, 'juma', 'men-house', true);
    const result = debriefOf(play);
    expect(measureOf(result, 'received-or-chose')).toMatchObject({ value: 0, of: 1 });
    expect(measureOf(result, 'offers-with-conditions')?.value).toBe(1);
  });

  test('is shown for a person wrongly classified as a victim, and does not count', () => {
    const play = onSite();
    play.desk('police').does('set-status', { person: 'coach', status: 'presumed-victim' });
    expect(pathOf(play, 'coach')).toMatchObject({ presumedVictim: false, identifiedAt: play.now });
    expect(debriefOf(play).headline.referral).toMatchObject({ present: 2, identified: 0 });
  });
});

describe('the victim’s-eye view', () => {
  const linesOf = (play: ReturnType<typeof onSite>) =>
    debriefOf(play).victimEye.map(({ line, params }) => ({ line, params }));

  test('has the author’s lines when their conditions become true', () => {
    const play = onSite();
    screensNyota(play);
    expect(linesOf(play).at(-1)).toEqual({ line: 'someone-sat-down', params: {} });
  });

  test('has the wait until the first offer', () => {
    const play = onSite();
    screensNyota(play);
    play.passes('45m');
    offers(play, 'nyota', 'children-home');
    expect(linesOf(play)).toContainEqual({ line: 'waited', params: { minutes: 45 } });
  });

  test('reports that no offer came', () => {
    const play = onSite();
    screensNyota(play);
    play.passes('3h');
    expect(linesOf(play)).toContainEqual({ line: 'waited-in-vain', params: { minutes: 140 } });
  });

  test('reports repeated moves', () => {
    const play = onSite();
    play.desk('police').does('move-person', { person: 'nyota', place: 'station' });
    play.desk('police').does('travel', { place: 'station' });
    play.passes('20m');
    play.desk('police').does('move-person', { person: 'nyota', place: 'cells' });
    expect(linesOf(play)).toContainEqual({ line: 'moved', params: { times: 2 } });
  });
});

describe('screening', () => {
  test('of some groups only is reported as unequal', () => {
    const play = onSite();
    screensNyota(play);
    const result = debriefOf(play);
    expect(measureOf(result, 'screened-alone')).toMatchObject({ value: 1, of: 2 });
    expect(measureOf(result, 'groups-screened-alike')).toMatchObject({ value: 1, of: 2 });
  });

  test('is never good or bad for its speed alone', () => {
    const play = onSite();
    screensNyota(play);
    expect(measureOf(debriefOf(play), 'contact-to-screening')).toMatchObject({ unit: 'minutes', better: 'neither' });
  });

  test('counts recognised indicators, and false ones', () => {
    const play = onSite();
    const desk = play.desk('police');
    desk.does('tag-indicator', { person: 'nyota', indicator: 'no-papers' });
    desk.does('tag-indicator', { person: 'coach', indicator: 'no-papers' });
    const result = debriefOf(play);
    expect(measureOf(result, 'indicators-seen')).toMatchObject({ value: 1, of: 3 });
    expect(measureOf(result, 'indicators-right')).toMatchObject({ value: 1, of: 2 });
  });
});

describe('the non-punishment detector', () => {
  test('lists what the desk knew when it detained a person with indicators', () => {
    const play = onSite();
    const desk = play.desk('police');
    desk.does('tag-indicator', { person: 'juma', indicator: 'no-papers' });
    desk.does('screen', { person: 'juma', with: 'alone', outcome: 'presumed-victim', child: false });
    desk.does('move-person', { person: 'juma', place: 'cells' });
    expect(debriefOf(play).nonPunishment).toMatchObject([
      { person: 'juma', by: 'police', what: 'detained', indicators: ['no-papers'], status: 'presumed-victim' },
    ]);
  });

  test('reports nothing if the desk had no grounds to know', () => {
    const play = onSite();
    play.desk('child-protection').does('tag-indicator', { person: 'juma', indicator: 'no-papers' });
    play.desk('police').does('move-person', { person: 'juma', place: 'cells' });
    expect(debriefOf(play).nonPunishment).toEqual([]);
  });

  test('counts what the desk itself held the person to be', () => {
    const play = onSite();
    const police = play.desk('police');
    police.does('set-status', { person: 'juma', status: 'presumed-victim' });
    police.does('move-person', { person: 'juma', place: 'cells' });
    const [set] = play.events('status-set');
    expect(debriefOf(play).nonPunishment).toMatchObject([{ status: 'presumed-victim', evidence: [set?.seq] }]);
  });

  test('counts nothing that the desk knew about another person', () => {
    const play = onSite();
    screensNyota(play);
    play.desk('police').does('move-person', { person: 'juma', place: 'cells' });
    expect(debriefOf(play).nonPunishment).toEqual([]);
  });

  test('changes no rating', () => {
    const held = onSite();
    held.desk('police').does('tag-indicator', { person: 'juma', indicator: 'no-papers' });
    const before = debriefOf(held).competencies.map(({ rating }) => rating);
    held.desk('police').does('move-person', { person: 'juma', place: 'cells' });
    expect(debriefOf(held).competencies.map(({ rating }) => rating)).toEqual(before);
  });
});
