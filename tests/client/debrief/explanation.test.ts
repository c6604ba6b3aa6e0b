/** The parts of an explanation that the dialog shows. */
import { describe, expect, test } from 'vitest';
import { explainCount, explainRedLine, explainTask } from '../../../client/ui/debrief/explanation.ts';
import type { Reason, RedLineMark, TaskMark, TimelineEntry } from '../../../shared/debrief/debrief.ts';

const line = (seq: number, type = 'screened'): TimelineEntry => ({ seq, at: seq * 10, type, by: 'police', params: {} });
const debrief = { timeline: [line(1), line(2), line(4)], evidence: [line(3, 'item-learned')] };
const step = (part: Reason['part'], ...evidence: number[]): Reason => ({ part, at: (evidence[0] ?? 0) * 10, evidence });
const lacked = [{ leaf: { happened: 'screened' }, wanted: true }];

const task = (more: Partial<TaskMark>): TaskMark => ({
  task: 'it',
  competency: 'interviewing',
  weight: 'must',
  result: 'done',
  desks: [],
  evidence: [],
  because: [],
  ...more,
});
const redLine = (more: Partial<RedLineMark>): RedLineMark => ({
  redLine: 'it',
  at: 10,
  caps: [],
  desks: [],
  evidence: [],
  because: [step('crossed', 1)],
  ...more,
});
const shown = (parts: { part: string; lines: TimelineEntry[] }[]) =>
  parts.map(({ part, lines }) => [part, lines.map(({ seq }) => seq)]);

describe('the explanation of a task', () => {
  test('shows a line that the timeline lacks, and only the lines that the mark cites', () => {
    const { parts } = explainTask(task({ because: [step('done', 3)] }), debrief);
    expect(shown(parts)).toEqual([['done', [3]]]);
  });
  test('omits the opening of the window if the task was in time, and shows it if it was late', () => {
    const because = [step('opened', 1), step('done', 4)];
    expect(shown(explainTask(task({ because }), debrief).parts)).toEqual([['done', [4]]]);
    expect(shown(explainTask(task({ because, result: 'late' }), debrief).parts)).toEqual([
      ['opened', [1]],
      ['done', [4]],
    ]);
  });
  test('of a missed task states what would have met it and by when', () => {
    const explained = explainTask(task({ result: 'missed', lacked, dueAt: 900 }), debrief);
    expect(explained).toMatchObject({ lacks: { heading: 'lacked', waits: lacked }, until: 900, isAfterTime: false });
    expect(explainTask(task({ result: 'missed', lacked }), debrief).until).toBe('end');
  });
  test('shows first what spoiled the task', () => {
    const explained = explainTask(task({ result: 'missed', lacked, because: [step('spoiled', 2)] }), debrief);
    expect(shown(explained.parts)).toEqual([['spoiled', [2]]]);
  });
  test('states that the task was done too late to count', () => {
    const explained = explainTask(
      task({ result: 'missed', doneAt: 40, dueAt: 20, because: [step('done', 4)] }),
      debrief,
    );
    expect(explained).toMatchObject({ isAfterTime: true });
    expect(explained.lacks).toBeUndefined();
  });
  test('tells a desk whether some or all lines are withheld', () => {
    expect(explainTask(task({ because: [step('done', 1)], withheld: true }), debrief).withheld).toBe('some');
    expect(explainTask(task({ withheld: true }), debrief).withheld).toBe('all');
  });
});

describe('the explanation of a red line', () => {
  test('has no line that does not belong to it', () => {
    expect(shown(explainRedLine(redLine({ because: [step('crossed', 99)] }), debrief).parts)).toEqual([]);
  });
  test('keeps a state that no event explains', () => {
    const held = [{ leaf: { clock: { after: 5 } }, wanted: true }];
    const [part] = explainRedLine(
      redLine({ because: [{ part: 'crossed', at: 5, evidence: [], held }] }),
      debrief,
    ).parts;
    expect(part).toMatchObject({ part: 'crossed', held, lines: [] });
  });
  test('states what would have repaired it, or that the case has no repair', () => {
    expect(explainRedLine(redLine({ lacked }), debrief)).toMatchObject({
      lacks: { heading: 'lackedRepair' },
      isBeyondRepair: false,
    });
    expect(explainRedLine(redLine({}), debrief).isBeyondRepair).toBe(true);
    expect(explainRedLine(redLine({ repairedAt: 20 }), debrief).isBeyondRepair).toBe(false);
  });
});

test('a count shows the lines of its events', () => {
  expect(shown(explainCount([4, 3], debrief).parts)).toEqual([['done', [3, 4]]]);
  expect(explainCount([], debrief).parts).toEqual([]);
});
