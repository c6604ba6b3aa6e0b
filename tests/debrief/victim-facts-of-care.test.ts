/** What became of a person, and what help came: each fact counts its own events, and no others. Each number is a minute. */
import { describe, expect, test } from 'vitest';
import type { Event } from '../../shared/exercise/events.ts';
import { MINUTE } from '../../shared/time.ts';
import {
  accepted,
  but,
  charged,
  consented,
  CP,
  factsOf,
  family,
  guardian,
  held,
  left,
  moved,
  NYOTA,
  offered,
  POLICE,
  received,
  refused,
  released,
  risk,
  screened,
} from '../support/a-life.ts';
import { happens } from '../support/a-debrief.ts';
import type { Change } from '../support/a-scenario.ts';

const COACH = { person: 'coach' };
const JUMA = { person: 'juma' };
const started = (seq: number): Event => happens(seq, 'exercise-started', { by: 'trainer' });
const met = (seq: number): Event => happens(seq, 'person-met', { role: 'police', ...NYOTA, place: 'bus-park' });
const arrested = (seq: number): Event =>
  happens(seq, 'arrested', { ...POLICE, ...NYOTA, place: 'station', basis: 'none', safeguards: [] });
const setTo = (seq: number, status: 'suspect' | 'not-a-victim' | 'presumed-victim'): Event =>
  happens(seq, 'status-set', { ...POLICE, ...NYOTA, status });
const saidNo = (seq: number, kind: 'service' | 'data'): Event =>
  happens(seq, 'consent-refused', { ...CP, ...NYOTA, consent: 'c', kind, answer: 0 });
const noCharge = (seq: number): Event =>
  happens(seq, 'no-charge-decided', { ...POLICE, ...NYOTA, nonPunishment: 'checked-applies', reason: 'words-1' });
const second = { referral: 'r2', service: 'men-house' };
const isYoung: Change = ({ people: { coach } }) => {
  if (coach) coach.age = { real: 15 };
};
const isSuspectToo: Change = ({ people: { nyota } }) => {
  if (nyota) nyota.status = 'victim-and-suspect';
};

describe('a fact stands with its count and its events', () => {
  test.each<[what: string, fact: string, events: Event[], params: object, evidence: number[]]>([
    ['from one hour on', 'met-after', [met(60)], { minutes: 60 }, [60]],
    ['by the first meeting', 'met-after', [met(70), screened(80)], { minutes: 70 }, [70]],
    ['since the start of the class', 'met-after', [started(30), met(95)], { minutes: 65 }, [95]],
    ['until the release', 'in-custody', [arrested(10), held(20), released(40)], { minutes: 30 }, [10, 20, 40]],
    ['until the end', 'in-custody', [arrested(10)], { minutes: 990 }, [10]],
    ['not before', 'in-custody', [released(5), arrested(10), released(30)], { minutes: 20 }, [5, 10, 30]],
    ['not after', 'in-custody', [arrested(10), released(30), released(90)], { minutes: 20 }, [10, 30, 90]],
    ['from half an hour on', 'on-the-road', [left(10), received(40)], { minutes: 30 }, [10, 40]],
    ['without an arrival', 'on-the-road', [left(10)], { minutes: 990 }, [10]],
    [
      'on the longest way',
      'on-the-road',
      [left(10), received(50), but(left(60), second), but(received(120), second), left(130), received(170)],
      { minutes: 60 },
      [60, 120],
    ],
    [
      'to the arrival of the same referral, after the departure',
      'on-the-road',
      [received(5), left(10), but(received(20), second), received(60)],
      { minutes: 50 },
      [10, 60],
    ],
    ['three times', 'moved', [moved(1), moved(2), moved(3)], { times: 3 }, [1, 2, 3]],
    ['by a status', 'held-to-be-suspect', [screened(3), setTo(4, 'suspect')], { times: 1 }, [4]],
    ['by a status', 'held-to-be-no-victim', [screened(3), setTo(4, 'not-a-victim')], { times: 1 }, [4]],
    [
      'by each act',
      'held-to-be-suspect',
      [screened(3, { outcome: 'suspect' }), setTo(4, 'suspect')],
      { times: 2 },
      [3, 4],
    ],
    ['only by', 'held-to-be-adult', [screened(3), screened(4, { child: false })], { times: 1 }, [4]],
    ['after a meeting', 'never-identified', [met(3)], {}, []],
    ['decided', 'not-charged', [noCharge(9)], {}, [9]],
    ['before anything was understood', 'offered-soon', [offered(2), screened(3)], { minutes: 1 }, [3, 2]],
    ['in seconds', 'offered-soon', [screened(3), but(offered(4), { at: 3.2 * MINUTE })], { minutes: 1 }, [3, 4]],
    ['by a status', 'waited', [setTo(3, 'presumed-victim'), offered(50)], { minutes: 47 }, [3, 50]],
    ['among others', 'offered-on-condition', [offered(5), offered(6, true)], { times: 1 }, [6]],
    [
      'to the same service',
      'asked-after-no',
      [offered(5), refused(6), but(offered(7), second), offered(8)],
      { times: 1 },
      [8],
    ],
    ['for help', 'asked-after-no', [consented(1, true), saidNo(2, 'service'), consented(3, true)], { times: 1 }, [3]],
    ['in order', 'asked-after-no', [refused(6), consented(7, true), offered(8)], { times: 2 }, [7, 8]],
    ['by the last offer', 'no-respected', [offered(4, true), offered(5), refused(6)], {}, [6]],
    ['by the offer before', 'no-respected', [offered(5), refused(6), but(offered(7, true), second)], {}, [6]],
    ['at once', 'received-after', [screened(3), but(received(4), { at: 3.2 * MINUTE })], { minutes: 1 }, [3, 4]],
    ['before the check', 'family-called-unchecked', [family(2), risk(4, true), family(5)], { times: 1 }, [2]],
    ['after the check', 'family-called-checked', [family(2), risk(4, true), family(5)], { times: 1 }, [5]],
    ['without a check', 'family-called-unchecked', [family(5)], { times: 1 }, [5]],
  ])('%s: %s', (_what, fact, events, params, evidence) => {
    expect(factsOf(events).get(fact)).toEqual([params, evidence]);
  });
});

describe('a fact does not stand', () => {
  test.each<[fact: string, why: string, events: Event[]]>([
    ['met-after', 'within the first hour', [met(59)]],
    ['never-met', 'after a meeting', [met(3)]],
    ['in-custody', 'after a release alone', [released(5)]],
    ['on-the-road', 'below half an hour', [left(10), received(39)]],
    ['moved', 'after one move', [moved(1)]],
    ['held-to-be-suspect', 'after another status', [screened(3), setTo(4, 'not-a-victim')]],
    ['held-to-be-no-victim', 'after another status', [screened(3), setTo(4, 'suspect')]],
    ['never-identified', 'without a meeting', [setTo(3, 'suspect')]],
    ['never-identified', 'after a right status', [met(3), setTo(4, 'presumed-victim')]],
    ['waited-in-vain', 'without anything understood', [met(3)]],
    ['asked-after-no', 'with other consents', [saidNo(2, 'service'), but(consented(3, true), { kind: 'data' })]],
    ['asked-after-no', 'after a no to something else', [saidNo(2, 'data'), consented(3, true)]],
    ['asked-after-no', 'without a no', [offered(1), offered(2), consented(3, true)]],
    ['no-respected', 'without an offer', [refused(6)]],
    ['no-respected', 'without a no', [offered(5)]],
    ['no-respected', 'after an offer of something else', [but(offered(5), second), refused(6)]],
    ['no-respected', 'after an offer that came later', [refused(6), but(offered(7), second)]],
    [
      'no-respected',
      'with one condition',
      [offered(1), refused(2), but(offered(3, true), second), but(refused(4), second)],
    ],
    ['no-respected', 'after the same offer again', [offered(5), refused(6), offered(7)]],
    ['received-after', 'without anything understood', [met(3), received(5)]],
    ['never-received', 'after an arrival', [accepted(6), received(7)]],
    ['never-received', 'without a yes', [offered(6)]],
    ['no-guardian', 'when a guardian was told', [met(3), guardian(4)]],
    ['no-guardian', 'without a meeting', []],
    ['guardian-told', 'without a call', [met(3)]],
    ['family-called-unchecked', 'after the check', [risk(4, true), family(5)]],
    ['charged', 'without a charge', [noCharge(9)]],
    ['not-charged', 'with a charge', [charged(9)]],
  ])('%s %s', (fact, _why, events) => {
    expect([...factsOf(events).keys()]).not.toContain(fact);
  });

  test('of an offer, if the exercise ends within half an hour', () => {
    expect([...factsOf([screened(3)], { end: 32 }).keys()]).toEqual(['asked-alone', 'no-guardian']);
  });

  test('of a guardian, or of an age, about an adult', () => {
    const events = [screened(3, { child: false }), guardian(4)].map((event) => but(event, JUMA));
    expect([...factsOf(events, JUMA).keys()]).toEqual(['asked-alone', 'waited-in-vain']);
  });

  test('of an age, about a person of eighteen', () => {
    const grown: Change = ({ people: { nyota } }) => {
      if (nyota) nyota.age = { real: 18 };
    };
    expect(factsOf([screened(3, { child: false })], { change: grown }).has('held-to-be-adult')).toBe(false);
  });

  test('of a victim, about a child who is none', () => {
    const facts = (events: Event[]) => [...factsOf(events, { ...COACH, change: isYoung }).keys()];
    expect(facts([])).toEqual([]);
    const screenedAs = [screened(90, { outcome: 'suspect' }), screened(91, { outcome: 'not-a-victim' }), screened(92)];
    expect(facts(screenedAs.map((event) => but(event, COACH)))).toEqual(['asked-alone', 'no-guardian']);
  });

  test('of a wrong label, about a victim who is a suspect too', () => {
    const events = [screened(3, { outcome: 'suspect' }), setTo(4, 'not-a-victim')];
    const facts = [...factsOf(events, { change: isSuspectToo }).keys()];
    expect(facts).toEqual(['asked-alone', 'no-guardian']);
  });
});

test('the lines of a life stand in the order of their times', () => {
  const events = [screened(3), held(10), released(20), offered(50), guardian(60), charged(70)];
  expect([...factsOf(events).keys()]).toEqual(['asked-alone', 'in-custody', 'waited', 'guardian-told', 'charged']);
});
