/** What presumed victims went through: waits, moves and questions asked again, with the events behind each line. */
import { describe, expect, test } from 'vitest';
import type { PersonPath } from '../../shared/debrief/debrief.ts';
import { referralHeadline } from '../../shared/debrief/paths.ts';
import { victimEyeOf } from '../../shared/debrief/victim-eye.ts';
import type { PlayedClass } from '../support/a-class.ts';
import { debriefOf, onSite, playedOf } from '../support/a-debrief.ts';

function screens(
  play: PlayedClass,
  person: string,
  outcome: 'presumed-victim' | 'unclear' = 'presumed-victim',
): number {
  play.desk('police').does('screen', { person, with: 'alone', outcome, child: person === 'nyota' });
  return play.events('screened').at(-1)?.seq ?? 0;
}

function offers(play: PlayedClass, person: string, service: string): number {
  const desk = play.desk('child-protection');
  desk.does('assess-needs', { person, needs: ['safe-accommodation'] });
  const referral = play.events('needs-assessed').at(-1)?.referral ?? '';
  desk.does('ask-consent', { person, kind: 'service', explained: true, to: ['child-protection'] });
  desk.does('offer-service', { referral, service, conditional: false });
  return play.events('service-offered').at(-1)?.seq ?? 0;
}

const waits = (play: PlayedClass) => debriefOf(play).victimEye.filter(({ line }) => line.startsWith('waited'));

describe('the wait for an offer', () => {
  test.each([
    ['has no line below half an hour', '29m', []],
    ['has a line from half an hour', '30m', [{ line: 'waited-in-vain', params: { minutes: 30 } }]],
  ])('%s', (_name, time, lines) => {
    const play = onSite();
    screens(play, 'nyota');
    play.passes(time);
    play.desk('police').does('log-decision', { text: 'words-1', reason: 'words-2', confidence: 'high' });
    expect(waits(play)).toMatchObject(lines);
  });

  test('cites the event that identified this person, and the first offer to this person', () => {
    const play = onSite();
    screens(play, 'nyota', 'unclear');
    play.passes('5m');
    const other = screens(play, 'juma');
    const identified = screens(play, 'nyota');
    play.passes('45m');
    const toJuma = offers(play, 'juma', 'men-house');
    const offered = offers(play, 'nyota', 'children-home');
    expect(waits(play).map(({ person, evidence }) => [person, evidence])).toEqual([
      ['nyota', [identified, offered]],
      ['juma', [other, toJuma]],
    ]);
  });

  test('that was in vain cites the event that identified the person', () => {
    const play = onSite();
    const identified = screens(play, 'nyota');
    play.passes('1h');
    expect(waits(play)).toMatchObject([{ line: 'waited-in-vain', evidence: [identified] }]);
  });
});

test('one question asked again has a line at its time', () => {
  const play = onSite(({ people: { nyota } }) => {
    if (nyota?.start) nyota.start.trust = 8;
  });
  const police = play.desk('police');
  police.does('plan-interview', { person: 'nyota', kind: 'account', place: 'bus-park', recorded: true });
  police.does('begin-account', { interview: 'police-interview-1' });
  police.does('ask', { interview: 'police-interview-1', question: 'nyota-account.journey.coach-paid' });
  police.does('close-interview', { interview: 'police-interview-1', steps: [], text: 'words-1' });
  police.does('plan-interview', { person: 'nyota', kind: 'account', place: 'bus-park', recorded: true });
  police.does('begin-account', { interview: 'police-interview-2' });
  police.does('ask', { interview: 'police-interview-2', question: 'nyota-account.journey.coach-paid' });
  const again = play.events('question-asked')[1];
  expect(debriefOf(play).victimEye.filter(({ line }) => line === 'asked-again')).toMatchObject([
    { at: again?.at, params: { times: 1 }, evidence: [again?.seq] },
  ]);
});

test('a moment for which the author wrote no line has none', () => {
  const moment = { at: 0, seq: 1, evidence: [1], counted: [1], reasons: [1], held: [] };
  expect(victimEyeOf(playedOf(onSite()), { 'never-written': moment }).map(({ line }) => line)).not.toContain(
    'never-written',
  );
});

test('a person who refused first and accepted later counts as accepted, not as refused', () => {
  const path: PersonPath = { person: 'juma', presumedVictim: true, interviews: 0, askedTheSame: 0, refusedAt: 1 };
  expect(referralHeadline([path])).toMatchObject({ accepted: 0, refused: 1 });
  expect(referralHeadline([{ ...path, acceptedAt: 2 }])).toMatchObject({ accepted: 1, refused: 0 });
});
