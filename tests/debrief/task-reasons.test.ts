/** Why a task or a red line has its mark: its steps in order, what it lacked, and what spoiled it. */
import { describe, expect, test } from 'vitest';
import { emptyExercise } from '../../shared/exercise/exercise.ts';
import { conditionsOf } from '../../shared/exercise/condition-index.ts';
import { type Sighting, Sightings } from '../../shared/debrief/sightings.ts';
import { redLineMarks, taskMarks } from '../../shared/debrief/tasks.ts';
import { RedLine, Task } from '../../shared/scenario/schema/scenario.ts';
import { onSite, screensNyota } from '../support/a-debrief.ts';

const TOLD = { happened: 'guardian-notified' };
const SCREENED = { happened: 'screened' };
const LEAF = { person: 'nyota', at: 'cells' };

/** Juma is screened, then Nyota. */
const play = onSite();
play.desk('police').does('screen', { person: 'juma', with: 'alone', outcome: 'presumed-victim', child: false });
screensNyota(play);
const screened = play.events('screened').map(({ seq }) => seq);
const truth = { conditions: conditionsOf(play.compiled), exercise: play.exercise };
const nothing = { conditions: truth.conditions, exercise: emptyExercise() };

const at = (seq: number, more: Partial<Sighting> = {}): Sighting => ({
  at: seq,
  seq,
  evidence: [seq],
  counted: [seq],
  reasons: [seq],
  held: [],
  ...more,
});

/** Each event is an act of its own. */
const EVERY_ACT = new Map(Array.from({ length: 20 }, (_, seq) => [seq, seq]));

type Part = 'do' | 'undone' | 'after' | 'chance';
function mark(more: Record<string, unknown>, seen: Partial<Record<Part, Sighting>>, end = nothing) {
  const sightings = new Sightings();
  for (const part of ['do', 'undone', 'after', 'chance'] as const)
    if (seen[part]) sightings.add({ of: 'task', id: 'it', part }, seen[part]);
  const task = { title: 'It', competency: 'interviewing', weight: 'must', do: TOLD, teaches: 'It.', ...more };
  const [found] = taskMarks({ it: Task.parse(task) }, sightings, 0, { ...end, behind: EVERY_ACT });
  if (!found) throw new Error('a task has a mark');
  return found;
}

describe('the reasons of a task', () => {
  test('are its steps in the order of time, each with its events and what held without one', () => {
    const held = [{ leaf: LEAF, wanted: true }];
    const seen = { after: at(3), chance: at(5, { reasons: [4], held }), undone: at(2), do: at(9) };
    expect(mark({ chance: SCREENED, undone: SCREENED, window: { after: SCREENED, within: '1m' } }, seen)).toStrictEqual(
      expect.objectContaining({
        because: [
          { part: 'undone', at: 2, evidence: [2] },
          { part: 'opened', at: 3, evidence: [3] },
          { part: 'chance', at: 5, evidence: [4], held },
          { part: 'done', at: 9, evidence: [9] },
        ],
      }),
    );
  });

  test('say what was lacking only if it was not done', () => {
    expect(mark({}, {}).lacked).toEqual([{ leaf: TOLD, wanted: true }]);
    expect(mark({}, { do: at(1) })).not.toHaveProperty('lacked');
  });

  test('say which chance was lacking, and nothing else', () => {
    expect(mark({ chance: SCREENED }, { do: at(1) })).toMatchObject({
      because: [],
      lacked: [{ leaf: SCREENED, wanted: true }],
    });
  });

  test('say what its window lacked only if it did not open', () => {
    const window = { window: { after: SCREENED, within: '1h' } };
    expect(mark(window, {}).notOpened).toEqual([{ leaf: SCREENED, wanted: true }]);
    expect(mark(window, { do: at(9) }).notOpened).toEqual([{ leaf: SCREENED, wanted: true }]);
    expect(mark(window, { after: at(1) })).not.toHaveProperty('notOpened');
    expect(mark({}, {})).not.toHaveProperty('notOpened');
  });
});

describe('a task that is spoiled', () => {
  const before = { do: { all: [TOLD, { not: SCREENED }] } };

  test('has one step with all events that it forbids, at the first of them', () => {
    expect(mark(before, {}, truth)).toMatchObject({
      result: 'missed',
      because: [{ part: 'spoiled', at: play.now, evidence: screened }],
    });
  });

  test('does not name again the events by which it was done wrong', () => {
    const [first = 0, second] = screened;
    expect(mark(before, { undone: at(first) }, truth).because).toEqual([
      { part: 'undone', at: first, evidence: [first] },
      { part: 'spoiled', at: play.now, evidence: [second] },
    ]);
    expect(mark(before, { undone: at(first, { reasons: screened }) }, truth).because).toHaveLength(1);
  });
});

describe('the reasons of a red line', () => {
  const red = { title: 'It', when: SCREENED, caps: ['interviewing'], teaches: 'It.' };
  const marks = (more: Record<string, unknown>, repaired: Sighting[]) => {
    const sightings = new Sightings();
    sightings.add({ of: 'red-line', id: 'it', part: 'when' }, at(10));
    for (const one of repaired) sightings.add({ of: 'red-line', id: 'it', part: 'repaired' }, one);
    return redLineMarks({ it: RedLine.parse({ ...red, ...more }) }, sightings, { ...nothing, behind: new Map() })[0];
  };
  const repair = { 'repaired-by': TOLD };

  test('are the crossing and the repair, and nothing was lacking', () => {
    const mark = marks(repair, [at(12)]);
    expect(mark?.because).toEqual([
      { part: 'crossed', at: 10, evidence: [10] },
      { part: 'repaired', at: 12, evidence: [12] },
    ]);
    expect(mark).not.toHaveProperty('lacked');
  });

  test('have no repair by the event that crossed it, and say what a repair lacked', () => {
    const mark = marks(repair, [at(10)]);
    expect(mark).not.toHaveProperty('repairedAt');
    expect(mark?.lacked).toEqual([{ leaf: TOLD, wanted: true }]);
  });

  test('lack nothing where no repair is possible', () => {
    expect(marks({}, [])).not.toHaveProperty('lacked');
  });
});
