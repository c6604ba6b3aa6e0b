/** When conditions become true in a log, and the events behind each of these moments. */
import { describe, expect, test } from 'vitest';
import { sightingsOf } from '../../shared/debrief/sightings.ts';
import { conditionsToWatch, type Subject } from '../../shared/debrief/watched-conditions.ts';
import type { Condition } from '../../shared/vocabulary/conditions.ts';
import type { PlayedClass } from '../support/a-class.ts';
import { onSite, screensNyota } from '../support/a-debrief.ts';
import { aScenario } from '../support/a-scenario.ts';

const ABOUT: Subject = { of: 'pin', id: 'it', part: 'when' };
const SCREENED: Condition = { happened: 'screened' };
const TOLD: Condition = { happened: 'guardian-notified' };
const TAKEN: Condition = { person: 'juma', status: 'presumed-victim' };
const AT_BUS_PARK: Condition = { person: 'nyota', at: 'bus-park' };
const TIP_KNOWN: Condition = { role: 'police', knows: 'tip' };

const seen = ({ compiled, log }: PlayedClass, condition: Condition, again = false) =>
  sightingsOf(compiled, log, [{ about: ABOUT, condition, again }]).sightings.of(ABOUT);

/** The police screen Juma, then Nyota. */
function screened() {
  const play = onSite();
  play.desk('police').does('screen', { person: 'juma', with: 'alone', outcome: 'presumed-victim', child: false });
  screensNyota(play);
  const [juma = 0, nyota = 0] = play.events('screened').map(({ seq }) => seq);
  return { play, juma, nyota };
}

/** The police take Juma for a presumed victim, then in doubt, then for one again. */
function takenTwice() {
  const play = onSite();
  for (const status of ['presumed-victim', 'unclear', 'presumed-victim'] as const)
    play.desk('police').does('set-status', { person: 'juma', status });
  return { play, taken: play.events('status-set').filter(({ status }) => status === 'presumed-victim') };
}

describe('a condition that is watched for its first moment', () => {
  test('is sighted once, although more events make it true', () => {
    const { play, juma } = screened();
    expect(seen(play, SCREENED)).toMatchObject([{ seq: juma, evidence: [juma], reasons: [juma], held: [] }]);
    const { play: later, taken } = takenTwice();
    expect(seen(later, TAKEN).map(({ seq }) => seq)).toEqual([taken[0]?.seq]);
  });

  test('is sighted at the first event of the log if it holds from the start', () => {
    expect(seen(onSite(), { not: SCREENED })).toMatchObject([
      { seq: 1, evidence: [1], reasons: [], held: [{ leaf: SCREENED, wanted: false }] },
    ]);
  });
});

describe('a condition that is watched again', () => {
  test('is sighted at each new event that it counts', () => {
    const { play, juma, nyota } = screened();
    expect(seen(play, SCREENED, true)).toMatchObject([
      { seq: juma, evidence: [juma] },
      { seq: nyota, evidence: [juma, nyota] },
    ]);
  });

  test('is sighted each time a state is reached, with the event that caused it', () => {
    const { play, taken } = takenTwice();
    expect(taken).toHaveLength(2);
    expect(seen(play, TAKEN, true)).toEqual(
      taken.map(({ seq, at }) => ({ seq, at, evidence: [seq], counted: [], reasons: [seq], held: [] })),
    );
  });

  test('is not sighted anew while it holds and no event that it counts is new', () => {
    const { play, nyota } = screened();
    play.desk('police').does('move-person', { person: 'juma', place: 'station' });
    expect(seen(play, { all: [SCREENED, { happened: 'screened', person: 'nyota' }, AT_BUS_PARK] }, true)).toMatchObject(
      [{ seq: nyota, reasons: [expect.any(Number), nyota], held: [{ leaf: AT_BUS_PARK, wanted: true }] }],
    );
  });
});

describe('the reasons of a sighting', () => {
  test('are the counted events, oldest first, and not the event that came last', () => {
    const { play, nyota } = screened();
    play.desk('child-protection').does('notify-guardian', { person: 'nyota' });
    const guardian = play.events('guardian-notified')[0]?.seq;
    const condition = { all: [TOLD, { happened: 'screened', person: 'nyota' }] };
    expect(seen(play, condition)).toMatchObject([{ evidence: [nyota, guardian], reasons: [nyota, guardian] }]);
  });

  test('are the event that caused a state, beside the states that held before', () => {
    const { play, taken } = takenTwice();
    expect(seen(play, { all: [TIP_KNOWN, TAKEN] })).toMatchObject([
      { reasons: [taken[0]?.seq], held: [{ leaf: TIP_KNOWN, wanted: true }] },
    ]);
  });
});

test('repairs are watched again, of red lines and of tasks that can be done wrong first, because they count only afterwards', () => {
  const watched = conditionsToWatch(aScenario().scenario);
  expect(watched.filter(({ again }) => again).map(({ about }) => about)).toEqual([
    { of: 'task', id: 'screen-nyota', part: 'do' },
    { of: 'red-line', id: 'child-in-cells', part: 'repaired' },
  ]);
  expect(watched.length).toBeGreaterThan(10);
});
