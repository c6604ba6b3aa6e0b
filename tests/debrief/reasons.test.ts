/** Why a condition holds or does not: the events that it counted, and the states that it asked about. */
import { describe, expect, test } from 'vitest';
import { trainerOnly } from '../../shared/access/audience.ts';
import type { Event } from '../../shared/exercise/events.ts';
import { conditionsOf } from '../../shared/exercise/condition-index.ts';
import { causes, countedBy, heldBy, lackedBy, spoiledBy } from '../../shared/debrief/reasons.ts';
import type { Condition } from '../../shared/vocabulary/conditions.ts';
import { onSite, screensNyota } from '../support/a-debrief.ts';

/** The police screened Juma, then Nyota at the bus park; then the guardian was told. */
const play = onSite();
play.desk('police').does('screen', { person: 'juma', with: 'alone', outcome: 'presumed-victim', child: false });
screensNyota(play);
play.desk('child-protection').does('notify-guardian', { person: 'nyota' });
const conditions = conditionsOf(play.compiled);
const truth = { conditions, exercise: play.exercise };
const [juma = 0, nyota = 0] = play.events('screened').map(({ seq }) => seq);
const [guardian = 0] = play.events('guardian-notified').map(({ seq }) => seq);

const SCREENED: Condition = { happened: 'screened' };
const NYOTA_SCREENED: Condition = { happened: 'screened', person: 'nyota' };
const TOLD: Condition = { happened: 'guardian-notified' };
const SHARED: Condition = { happened: 'item-shared' };
const AT_BUS_PARK: Condition = { person: 'nyota', at: 'bus-park' };
const IN_CELLS: Condition = { person: 'nyota', at: 'cells' };

describe('the events behind a condition', () => {
  test.each<[string, Condition, number[]]>([
    ['are those that it counts', SCREENED, [juma, nyota]],
    ['are those of the parts that hold', { any: [{ all: [TOLD, IN_CELLS] }, NYOTA_SCREENED] }, [nyota]],
    ['are none of a part about a state', { all: [AT_BUS_PARK, TOLD] }, [guardian]],
    ['are none of a part that is forbidden', { all: [{ not: SHARED }, TOLD] }, [guardian]],
  ])('%s', (_name, condition, seqs) => {
    expect(countedBy(conditions, condition, play.exercise)).toEqual(seqs);
  });
});

describe('the parts that held without an event', () => {
  test.each<[string, Condition, ReturnType<typeof heldBy>]>([
    ['are states', { all: [AT_BUS_PARK, SCREENED] }, [{ leaf: AT_BUS_PARK, wanted: true }]],
    ['are only those that hold', { any: [IN_CELLS, AT_BUS_PARK] }, [{ leaf: AT_BUS_PARK, wanted: true }]],
    ['are events that had not happened', { not: SHARED }, [{ leaf: SHARED, wanted: false }]],
    [
      'are the false parts of a group that must not hold',
      { not: { all: [AT_BUS_PARK, IN_CELLS] } },
      [{ leaf: IN_CELLS, wanted: false }],
    ],
    ['are no events that happened', SCREENED, []],
    ['are none of a condition that does not hold', IN_CELLS, []],
  ])('%s', (_name, condition, parts) => {
    expect(heldBy(conditions, condition, play.exercise)).toEqual(parts);
  });
});

describe('an event causes a state', () => {
  const place = { seq: 1, at: 0, audience: trainerOnly } as const;
  const mood: Event = { ...place, type: 'mood-changed', person: 'nyota', trust: 5, stress: 5 };
  const learned: Event = {
    ...place,
    type: 'item-learned',
    role: 'police',
    item: 'tip',
    parts: ['all'],
    how: 'found',
    by: 'story',
  };
  const entered: Event = { ...place, type: 'state-entered', chart: 'case', state: 'screening', leaves: [] };
  const moved: Event = { ...place, type: 'chart-moved', chart: 'case', value: 'screening' };

  test.each<[string, Event, Condition, boolean]>([
    ['if it changes it for that person', mood, { person: 'nyota', trust: { 'at-least': 4 } }, true],
    ['not for another person', mood, { person: 'juma', trust: { 'at-least': 4 } }, false],
    ['not if it changes something else about the person', mood, AT_BUS_PARK, false],
    ['if the desk learns that item', learned, { role: 'police', knows: 'tip' }, true],
    ['not if another desk learns it', learned, { role: 'child-protection', knows: 'tip' }, false],
    ['not if the desk learns another item', learned, { role: 'police', knows: 'bus-manifest' }, false],
    ['of no certain desk, if any desk learns the item', learned, { knows: 'tip' }, true],
    ['if that chart enters a state', entered, { reached: 'case.screening' }, true],
    ['not if another chart enters a state', entered, { reached: 'suspects.alerted' }, false],
    ['if that chart moves', moved, { in: 'case.screening' }, true],
    ['not if another chart moves', moved, { in: 'suspects.alerted' }, false],
    ['never of the clock', mood, { clock: { after: 0 } }, false],
    ['never of a condition that asks nothing', mood, {}, false],
  ])('%s', (_name, event, leaf, caused) => {
    expect(causes(event, { leaf, wanted: true })).toBe(caused);
  });
});

describe('what a condition lacked at the end', () => {
  test.each<[string, Condition, ReturnType<typeof lackedBy>]>([
    ['is the part that does not hold', { all: [SCREENED, IN_CELLS] }, [{ leaf: IN_CELLS, wanted: true }]],
    ['is a part that must not hold and does', { all: [TOLD, { not: SCREENED }] }, [{ leaf: SCREENED, wanted: false }]],
    [
      'is every part that it asks for, if all of it holds',
      { all: [SCREENED, { not: SHARED }, AT_BUS_PARK] },
      [
        { leaf: SCREENED, wanted: true },
        { leaf: AT_BUS_PARK, wanted: true },
      ],
    ],
  ])('%s', (_name, condition, lacked) => {
    expect(lackedBy(condition, truth)).toEqual(lacked);
  });
});

describe('what spoiled a condition', () => {
  const spoilers = (...lacked: Parameters<typeof spoiledBy>[0]) => spoiledBy(lacked, truth).map(({ seq }) => seq);
  const forbids = (leaf: Condition) => ({ leaf, wanted: false });

  test('is each event that it forbids, once, oldest first', () => {
    expect(spoilers(forbids(TOLD), forbids(NYOTA_SCREENED), forbids(SCREENED))).toEqual([juma, nyota, guardian]);
  });

  test('is no event that it asks for, and no state', () => {
    expect(spoilers({ leaf: SCREENED, wanted: true }, forbids(AT_BUS_PARK))).toEqual([]);
  });
});
