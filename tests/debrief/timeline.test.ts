/** The lines of a debrief: the timeline, its pins, and the lines that marks cite. */
import { describe, expect, test } from 'vitest';
import { everyone } from '../../shared/access/audience.ts';
import type { Debrief, Reason, TimelineEntry } from '../../shared/debrief/debrief.ts';
import { citedIn, linesOf } from '../../shared/debrief/evidence.ts';
import type { Sighting } from '../../shared/debrief/sightings.ts';
import { seatHistoryOf } from '../../shared/debrief/simulated.ts';
import { evidenceLinesOf, innermostStates, timelineOf } from '../../shared/debrief/timeline.ts';
import type { Event } from '../../shared/exercise/events.ts';
import { onSite, screensNyota } from '../support/a-debrief.ts';

const at = (seq: number): Sighting => ({ at: 0, seq, evidence: [], counted: [], reasons: [], held: [] });

describe('a pin', () => {
  const { log } = onSite();
  const pinned = (pins: Record<string, Sighting>) =>
    timelineOf(log, pins)
      .map(({ pin }) => pin)
      .filter((pin, line) => line < 2 || pin !== undefined);

  test('of a moment before the first line is at the first line that has none', () => {
    expect(pinned({ early: at(1), 'early-too': at(1) })).toEqual(['early', 'early-too']);
  });

  test('has no place in a log without lines', () => {
    expect(timelineOf([], { early: at(1) })).toEqual([]);
  });
});

describe('the lines that marks cite', () => {
  const play = onSite();
  screensNyota(play);
  const cite = (...events: ({ seq: number } | undefined)[]) =>
    evidenceLinesOf(play.log, new Set(events.map((event) => event?.seq ?? 0)), seatHistoryOf([]));

  test('are those that the timeline leaves out', () => {
    const [learned] = play.events('item-learned');
    expect(cite(play.events('screened')[0], learned)).toMatchObject([
      { seq: learned?.seq, type: 'item-learned', params: { role: 'police', item: 'tip' } },
    ]);
  });

  test('name a state with its chart, and of a chart that moved its innermost states', () => {
    const entered = play.events('state-entered').find(({ state }) => state === 'screening');
    const moved = play.events('chart-moved').at(-1);
    for (const event of [entered, moved]) expect(cite(event)).toMatchObject([{ params: { state: 'case.screening' } }]);
  });

  test('leave out what has no words', () => {
    const timer = play.events('timer-set')[0];
    expect(cite(timer)).toMatchObject([{ type: 'timer-set' }]);
    expect(Object.keys(cite(timer)[0]?.params ?? {})).toEqual(['timer', 'due']);
  });
});

test('a line has no word for a field that was left empty', () => {
  const logged: Event = {
    seq: 1,
    at: 0,
    audience: everyone,
    type: 'decision-logged',
    by: 'police',
    seat: 'p1',
    entry: 'e1',
    text: 't1',
    reason: 't2',
    rejected: undefined,
    confidence: 'high',
    step: undefined,
  };
  expect(timelineOf([logged], {})[0]?.params).toEqual({ entry: 'e1', text: 't1', reason: 't2', confidence: 'high' });
});

test('the innermost states of a chart are those inside which no other is active', () => {
  expect(innermostStates('case', 'tip')).toEqual(['case.tip']);
  expect(innermostStates('case', { open: { desk: 'waits', court: 'sits' } })).toEqual([
    'case.open.desk.waits',
    'case.open.court.sits',
  ]);
});

describe('the numbers that a debrief cites', () => {
  const because = (seq: number): Reason[] => [{ part: 'done', at: 0, evidence: [seq] }];
  const parts: Parameters<typeof citedIn>[0] = {
    competencies: [
      {
        competency: 'interviewing',
        rating: 'none',
        redLines: [],
        tasks: [
          {
            task: 'it',
            competency: 'interviewing',
            weight: 'must',
            result: 'done',
            desks: [],
            evidence: [1],
            because: because(2),
          },
        ],
        measures: [{ id: 'it', competency: 'interviewing', value: 1, unit: 'count', better: 'neither', evidence: [3] }],
      },
    ],
    redLines: [{ redLine: 'it', at: 0, caps: [], desks: [], evidence: [4], because: because(5) }],
    ledger: [
      {
        at: 0,
        seq: 6,
        item: 'tip',
        parts: [],
        by: 'police',
        to: 'child-protection',
        basis: 'none',
        purpose: 'protection',
        channel: 'phone',
        verdict: 'right',
        why: [],
      },
    ],
    victimEye: [{ at: 0, person: 'nyota', line: 'moved', params: {}, evidence: [7] }],
    coach: [
      {
        interview: 'it',
        person: 'nyota',
        role: 'police',
        counts: {},
        better: [],
        turningPoints: [{ question: 'it', seq: 8, way: 'opened' }],
      },
    ],
    nonPunishment: [
      { at: 0, seq: 9, person: 'juma', by: 'police', what: 'detained', indicators: [], items: [], evidence: [10] },
    ],
  };

  test('are those of every mark, reason, share, turning point and point for discussion', () => {
    expect([...citedIn(parts)].toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  test('are known of a debrief without points for discussion too', () => {
    const { nonPunishment: _none, ...others } = parts;
    expect([...citedIn(others)].toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
});

test('the lines of some events come from the timeline and the evidence, oldest first', () => {
  const line = (seq: number): TimelineEntry => ({ at: 0, seq, type: 'screened', by: 'police', params: {} });
  const read: Pick<Debrief, 'timeline' | 'evidence'> = { timeline: [line(1), line(4)], evidence: [line(2), line(3)] };
  expect(linesOf(read, [4, 2, 1]).map(({ seq }) => seq)).toEqual([1, 2, 4]);
});
