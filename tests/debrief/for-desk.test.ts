/** What a desk may read of a debrief: the results of the team, and of their reasons only its own lines. */
import { describe, expect, test } from 'vitest';
import type { Debrief, Explained, Reason, TimelineEntry } from '../../shared/debrief/debrief.ts';
import { debriefForDesk } from '../../shared/debrief/for-desk.ts';
import { aClass } from '../support/a-class.ts';
import { debriefOf } from '../support/a-debrief.ts';

const NO_ONE_ACTED = debriefOf(aClass());
const line = (seq: number, by: string, type = 'screened', params: Record<string, string> = {}): TimelineEntry => ({
  at: seq,
  seq,
  type,
  by,
  params,
});
const [OWN, FOREIGN] = [line(1, 'police'), line(2, 'child-protection')];

const reason = (part: Reason['part'], evidence: number[], held?: Reason['held']): Reason => ({
  part,
  at: 0,
  evidence,
  ...(held && { held }),
});
const LEAF = { happened: 'screened' };

/** The marks that the police read of a task and of a red line with these reasons. Line 1 is theirs, line 2 is not. */
function readByPolice(explained: Explained): Explained[] {
  const debrief: Debrief = {
    ...NO_ONE_ACTED,
    timeline: [OWN, FOREIGN],
    evidence: [],
    competencies: [
      {
        competency: 'interviewing',
        rating: 'none',
        tasks: [
          {
            task: 'it',
            competency: 'interviewing',
            weight: 'must',
            result: 'missed',
            desks: [],
            evidence: [],
            ...explained,
          },
        ],
        redLines: [],
        measures: [],
      },
    ],
    redLines: [{ redLine: 'it', at: 0, caps: [], desks: [], evidence: [], ...explained }],
  };
  const { competencies, redLines } = debriefForDesk(debrief, 'police');
  return [...competencies.flatMap(({ tasks }) => tasks), ...redLines].map(({ because, lacked, withheld }) => ({
    because,
    ...(lacked !== undefined && { lacked }),
    ...(withheld !== undefined && { withheld }),
  }));
}

describe('the reasons of a mark that a desk reads', () => {
  test.each<[string, Explained, Explained]>([
    [
      'are whole if all their lines are its own',
      { because: [reason('crossed', [1])] },
      { because: [reason('crossed', [1])] },
    ],
    [
      'have only its own lines, and say that others are withheld',
      { because: [reason('crossed', [1, 2])] },
      { because: [reason('crossed', [1])], withheld: true },
    ],
    ['leave out a step of another desk', { because: [reason('crossed', [2])] }, { because: [], withheld: true }],
    [
      'say that a step of another desk is withheld beside its own',
      { because: [reason('undone', [2]), reason('done', [1])] },
      { because: [reason('done', [1])], withheld: true },
    ],
    [
      'have no condition that held without an event',
      { because: [reason('opened', [1]), reason('done', [1], [{ leaf: LEAF, wanted: true }])] },
      { because: [reason('opened', [1]), reason('done', [1])], withheld: true },
    ],
    [
      'have nothing that was lacking',
      { because: [reason('undone', [1])], lacked: [{ leaf: LEAF, wanted: true }] },
      { because: [reason('undone', [1])], withheld: true },
    ],
    ['withhold nothing where there is nothing', { because: [] }, { because: [] }],
  ])('%s', (_name, explained, read) => {
    expect(readByPolice(explained)).toEqual([read, read]);
  });
});

describe('the lines that a desk reads', () => {
  const lines = (timeline: TimelineEntry[], evidence: TimelineEntry[] = []) => {
    const own = debriefForDesk({ ...NO_ONE_ACTED, timeline, evidence }, 'police');
    return [...own.timeline, ...own.evidence].map(({ seq }) => seq);
  };

  test('are those that it did or received, and those that everyone was told', () => {
    const told = [
      line(3, 'trainer', 'clock-skipped'),
      line(4, 'trainer', 'exercise-paused'),
      line(5, 'trainer', 'inject-skipped'),
    ];
    expect(lines([OWN, FOREIGN, ...told])).toEqual([1, 3, 4]);
  });

  test('have no evidence of a type that is hidden from desks, even if it names the desk', () => {
    const named = { role: 'police' };
    expect(lines([], [line(6, 'story', 'item-learned', named), line(7, 'police', 'signal-sent', named)])).toEqual([6]);
  });
});
