import { describe, expect, test } from 'vitest';
import { ConditionIndex } from '../../shared/exercise/condition-index.ts';
import { emptyExercise } from '../../shared/exercise/exercise.ts';
import { type Sighting, Sightings } from '../../shared/debrief/sightings.ts';
import { redLineMarks, taskMarks } from '../../shared/debrief/tasks.ts';
import { RedLine, Task } from '../../shared/scenario/schema/scenario.ts';
import { HOUR, MINUTE } from '../../shared/time.ts';

/** Each event is an act of its own. */
const EVERY_ACT = new Map(Array.from({ length: 20 }, (_, seq) => [seq, seq]));
const TRUTH = { conditions: new ConditionIndex(new Set(), []), exercise: emptyExercise(), behind: EVERY_ACT };
const START = 12 * HOUR;
const at = (minutes: number, seq: number): Sighting => ({
  at: START + minutes * MINUTE,
  seq,
  evidence: [seq],
  counted: [seq],
  reasons: [seq],
  held: [],
});
const happened = { happened: 'guardian-notified' };

const task = (more: Record<string, unknown>) =>
  Task.parse({
    title: 'A task',
    competency: 'interviewing',
    weight: 'must',
    do: happened,
    teaches: 'Something.',
    ...more,
  });

/** The mark of one task with these sightings. `behind`: the acts behind events. */
function mark(
  more: Record<string, unknown>,
  seen: Partial<Record<'do' | 'undone' | 'after' | 'chance', Sighting>>,
  behind: ReadonlyMap<number, number> = EVERY_ACT,
) {
  const sightings = new Sightings();
  for (const part of ['do', 'undone', 'after', 'chance'] as const)
    if (seen[part]) sightings.add({ of: 'task', id: 'it', part }, seen[part]);
  return taskMarks({ it: task(more) }, sightings, START, { ...TRUTH, behind })[0];
}

describe('a task', () => {
  test('without a window counts as done at any time, and as missed if never done', () => {
    expect(mark({}, { do: at(600, 9) })?.result).toBe('done');
    expect(mark({}, {})?.result).toBe('missed');
  });

  const window = { window: { after: happened, within: '60m', late: '2h' } };

  test.each([
    ['within the window', 70, 'done'],
    ['at the very end of the window', 80, 'done'],
    ['after the window and within late', 81, 'late'],
    ['at the very end of late', 140, 'late'],
    ['after late', 141, 'missed'],
    ['before the window opens', 5, 'done'],
  ])('that is done %s has the right result', (_name, minutes, result) => {
    expect(mark(window, { after: at(20, 3), do: at(minutes, 9) })?.result).toBe(result);
  });

  test('has a window from the start of the exercise if nothing opens it', () => {
    expect(mark({ window: { within: '1h' } }, { do: at(61, 9) })).toMatchObject({
      result: 'missed',
      dueAt: START + HOUR,
    });
  });

  test('with a clock time as its end may be late for as long as `late` says after it', () => {
    const by = { window: { by: 'day 1 13:00', late: '30m' } };
    expect(mark(by, { do: at(60, 9) })?.result).toBe('done');
    expect(mark(by, { do: at(85, 9) })?.result).toBe('late');
    expect(mark(by, { do: at(95, 9) })?.result).toBe('missed');
  });

  test('with a clock time and a duration is due at the earlier of the two', () => {
    const due = (by: string) => mark({ window: { by, within: '1h' } }, {})?.dueAt;
    expect([due('day 1 12:30'), due('day 1 13:30')]).toEqual([START + HOUR / 2, START + HOUR]);
  });

  test('without a window, or with a window that never opened, is due at no time', () => {
    expect(mark({}, {})).not.toHaveProperty('dueAt');
    expect(mark(window, { do: at(600, 9) })).not.toHaveProperty('dueAt');
    expect(mark(window, { do: at(600, 9) })?.result).toBe('done');
  });

  test('that was done wrong first is at best repaired, at any speed', () => {
    expect(mark({ undone: happened }, { undone: at(1, 2), do: at(2, 3) })).toMatchObject({
      result: 'repaired',
      evidence: [2, 3],
    });
  });

  test('that one event did and did wrong is not done', () => {
    expect(mark({ undone: happened }, { undone: at(1, 2), do: at(1, 2) })).toMatchObject({
      result: 'missed',
      unrepaired: true,
    });
  });

  test('that one act did and then did wrong is not done', () => {
    const both = mark({ undone: happened }, { do: at(1, 2), undone: at(1, 3) }, new Map([2, 3].map((seq) => [seq, 2])));
    expect(both).toMatchObject({ result: 'missed', unrepaired: true });
  });

  test('that the case did before it undid it stays done, but not if one event was both', () => {
    const byTheCase = (done: number) =>
      mark({ undone: happened }, { do: at(1, done), undone: at(1, 3) }, new Map<number, number>())?.result;
    expect([byTheCase(2), byTheCase(3)]).toEqual(['done', 'missed']);
  });

  test('that was done lacks nothing and needs no repair', () => {
    const done = mark({ undone: happened }, { undone: at(1, 2), do: at(2, 3) });
    expect(done?.result).toBe('repaired');
    expect(done).not.toHaveProperty('unrepaired');
    expect(done).not.toHaveProperty('lacked');
  });

  test('that was done wrong only afterwards stays done', () => {
    expect(mark({ undone: happened }, { do: at(1, 2), undone: at(2, 3) })?.result).toBe('done');
  });

  test('that was done wrong and repaired too late is missed', () => {
    expect(mark({ undone: happened, ...window }, { after: at(0, 1), undone: at(1, 2), do: at(300, 3) })?.result).toBe(
      'missed',
    );
  });

  test('without its chance is not rated, even if it was done', () => {
    expect(mark({ chance: happened }, { do: at(1, 2) })).toMatchObject({ result: 'no-chance', evidence: [] });
    expect(mark({ chance: happened }, { chance: at(1, 2) })?.result).toBe('missed');
  });

  test('has the time at which it was done, if it was', () => {
    expect(mark({}, { do: at(7, 5) })?.doneAt).toBe(START + 7 * MINUTE);
    expect(mark({}, {})).not.toHaveProperty('doneAt');
  });

  test('names the events behind its mark in the order of the log', () => {
    for (const evidence of [
      [3, 5],
      [5, 3],
    ])
      expect(mark({}, { do: { ...at(1, 5), evidence } })?.evidence).toEqual([3, 5]);
  });
});

describe('a red line', () => {
  const line = RedLine.parse({
    title: 'A line',
    when: happened,
    caps: ['interviewing'],
    'repaired-by': happened,
    teaches: 'Something.',
  });
  const marks = (when: Sighting[], repaired: Sighting[]) => {
    const sightings = new Sightings();
    for (const sighting of when) sightings.add({ of: 'red-line', id: 'it', part: 'when' }, sighting);
    for (const sighting of repaired) sightings.add({ of: 'red-line', id: 'it', part: 'repaired' }, sighting);
    return redLineMarks({ it: line }, sightings, TRUTH);
  };

  test('that was not crossed leaves no mark', () => {
    expect(redLineMarks({ it: line }, new Sightings(), TRUTH)).toEqual([]);
  });

  test('that was crossed earlier comes first', () => {
    const sightings = new Sightings();
    sightings.add({ of: 'red-line', id: 'written-first', part: 'when' }, at(20, 8));
    sightings.add({ of: 'red-line', id: 'written-second', part: 'when' }, at(10, 5));
    const found = redLineMarks({ 'written-first': line, 'written-second': line }, sightings, TRUTH);
    expect(found.map(({ redLine }) => redLine)).toEqual(['written-second', 'written-first']);
  });

  test('is repaired only by later events', () => {
    expect(marks([at(10, 5)], [at(5, 3)])[0]?.repairedAt).toBeUndefined();
    expect(marks([at(10, 5)], [at(5, 3), at(20, 8)])[0]).toMatchObject({
      repairedAt: START + 20 * MINUTE,
      evidence: [5, 8],
    });
  });
});
