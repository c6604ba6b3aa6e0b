/** Who sat at which desk, and which marks are left to simulated desks. */
import { describe, expect, test } from 'vitest';
import { everyone } from '../../shared/access/audience.ts';
import type { RedLineMark, TaskMark } from '../../shared/debrief/debrief.ts';
import { markRedLines, markTasks, seatHistoryOf } from '../../shared/debrief/simulated.ts';
import type { Event } from '../../shared/exercise/events.ts';

const place = (at: number, seq: number) => ({ at, seq, audience: everyone }) as const;
const sits = (at: number, seat: string, role: string): Event => ({ ...place(at, at), type: 'seat-taken', seat, role });
const simulates = (at: number, role: string): Event => ({
  ...place(at, at),
  type: 'seat-taken',
  seat: `sim-${role}`,
  role,
  simulated: true,
});
const moves = (at: number, seat: string, role: string): Event => ({
  ...place(at, at),
  type: 'seat-moved',
  seat,
  role,
  from: 'it',
});
const leaves = (at: number, seat: string): Event => ({ ...place(at, at), type: 'seat-freed', seat, role: 'it' });

describe('a desk is left to its simulation', () => {
  const police = (at: number, ...events: Event[]) => seatHistoryOf(events).wasLeftToSimulation(['police'], at);
  const simulated = simulates(10, 'police');

  test.each<[string, boolean, number, Event[]]>([
    ['from the moment it is simulated', true, 10, [simulated]],
    ['not before', false, 9, [simulated]],
    ['until the simulation ends', true, 20, [simulated, leaves(20, 'sim-police')]],
    ['not after', false, 21, [simulated, leaves(20, 'sim-police')]],
    ['not while a person sits there too', false, 25, [simulated, sits(20, 'p1', 'police'), leaves(30, 'p1')]],
    [
      'not at the moment at which that person leaves',
      false,
      30,
      [simulated, sits(20, 'p1', 'police'), leaves(30, 'p1')],
    ],
    ['after that person has left', true, 31, [simulated, sits(20, 'p1', 'police'), leaves(30, 'p1')]],
    [
      'after that person has moved to another desk',
      true,
      31,
      [simulated, sits(20, 'p1', 'police'), moves(30, 'p1', 'court')],
    ],
    ['not after a person has moved there', false, 31, [simulated, sits(20, 'p1', 'court'), moves(30, 'p1', 'police')]],
    [
      'also if someone else has left another desk',
      false,
      31,
      [simulated, sits(5, 'p1', 'police'), sits(6, 'p2', 'court'), leaves(30, 'p2')],
    ],
    ['beside other simulated desks', true, 20, [simulated, simulates(11, 'court')]],
    ['not by the simulation of another desk', false, 20, [simulates(10, 'court')]],
    ['although a seat was freed at which no one sat', true, 20, [leaves(1, 'p1'), simulated]],
  ])('%s: %s', (_name, left, at, events) => {
    expect(police(at, ...events)).toBe(left);
  });

  test('like every simulated desk, where a mark names no desk', () => {
    expect(seatHistoryOf([simulated]).wasLeftToSimulation([], 10)).toBe(true);
  });

  test('only by a simulation, not by a person', () => {
    expect(police(20, sits(10, 'p1', 'police'))).toBe(false);
  });
});

const tells = (seq: number, seat: string | undefined): Event => ({
  ...place(seq, seq),
  type: 'guardian-notified',
  by: 'police',
  seat,
  person: 'nyota',
});
const AT_END = 200;

describe('a task', () => {
  const task = (more: Partial<TaskMark>): TaskMark => ({
    task: 'it',
    competency: 'interviewing',
    weight: 'must',
    result: 'done',
    desks: ['police'],
    evidence: [],
    because: [],
    ...more,
  });
  /** Whether a task is left to the simulation of the police, which ends when a person sits down at 100. */
  const isSimulated = (more: Partial<TaskMark>, ...acts: Event[]): boolean => {
    const events = [simulates(1, 'police'), ...acts, leaves(100, 'sim-police'), sits(100, 'p1', 'police')];
    return markTasks([task(more)], events, seatHistoryOf(events), AT_END)[0]?.simulated === true;
  };
  const [simulatedAct, personsAct] = [tells(40, 'sim-police'), tells(41, 'c1')];

  test.each<[string, boolean, Partial<TaskMark>, Event[]]>([
    ['done by a simulated desk is not rated', true, { evidence: [40], doneAt: 150 }, [simulatedAct]],
    ['that a person did in part is rated', false, { evidence: [40, 41], doneAt: 50 }, [simulatedAct, personsAct]],
    [
      'done without an act is not rated if its desk was simulated then',
      true,
      { evidence: [42], doneAt: 50 },
      [tells(42, undefined)],
    ],
    [
      'done without an act is rated if a person sat there then',
      false,
      { evidence: [42], doneAt: 150 },
      [tells(42, undefined)],
    ],
    ['done by events that the log does not have is judged by its desk', true, { evidence: [43], doneAt: 50 }, []],
    ['missed while its desk was simulated is not rated', true, { result: 'missed', dueAt: 50 }, []],
    [
      'missed when a person sat there is rated, although a simulated desk did it wrong',
      false,
      { result: 'missed', dueAt: 150, evidence: [40] },
      [simulatedAct],
    ],
    ['missed without an end is judged at the end of the exercise', false, { result: 'missed' }, []],
    ['that had no chance is no mark of a simulation', false, { result: 'no-chance', dueAt: 50, doneAt: 50 }, []],
  ])('%s', (_name, simulated, more, acts) => {
    expect(isSimulated(more, ...acts)).toBe(simulated);
  });

  test('that is due after the exercise ended is judged at its end', () => {
    const events = [simulates(1, 'police'), leaves(AT_END + 1, 'sim-police'), sits(AT_END + 1, 'p1', 'police')];
    const missed = task({ result: 'missed', dueAt: AT_END + 50 });
    expect(markTasks([missed], events, seatHistoryOf(events), AT_END)[0]?.simulated).toBe(true);
  });
});

describe('a red line', () => {
  /** Whether a line of the child desk is left to a simulation. At 40 only the police are simulated, from 60 the children’s desk. */
  const isSimulated = (evidence: number[], at: number, ...acts: Event[]): boolean => {
    const events = [simulates(1, 'police'), ...acts, simulates(60, 'children')];
    const line: RedLineMark = { redLine: 'it', at, caps: [], desks: ['children'], evidence, because: [] };
    return markRedLines([line], events, seatHistoryOf(events))[0]?.simulated === true;
  };
  const crosses = tells(40, 'sim-police');

  test('crossed by a simulated desk caps nothing, although a person repaired it', () => {
    expect(isSimulated([40, 50], 40, crosses, tells(50, 'c1'))).toBe(true);
  });

  test('crossed by a person caps, although a simulated desk repaired it and its own desk was simulated then', () => {
    expect(isSimulated([70, 80], 70, tells(70, 'c1'), tells(80, 'sim-police'))).toBe(false);
  });

  test('crossed without an act is judged by its desk at that moment', () => {
    expect(isSimulated([45], 45, tells(45, undefined))).toBe(false);
    expect(isSimulated([65], 65, tells(65, undefined))).toBe(true);
  });
});
