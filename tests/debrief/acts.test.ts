/** Which act of a desk is behind each event of a log, and which acts repair. */
import { describe, expect, test } from 'vitest';
import { actsBehind, isRepair } from '../../shared/debrief/acts.ts';
import { everyone } from '../../shared/access/audience.ts';
import type { Event } from '../../shared/exercise/events.ts';
import type { EventFields, EventType } from '../../shared/vocabulary/events.ts';

const at = <T extends EventType>(time: number, seq: number, type: T, fields: EventFields[T]): Event =>
  ({ seq, at: time, audience: everyone, type, ...fields }) as unknown as Event;
const notifies = (time: number, seq: number, seat: string) =>
  at(time, seq, 'guardian-notified', { by: 'police', seat, person: 'nyota' });
const sets = (time: number, seq: number, due: number) =>
  at(time, seq, 'timer-set', { timer: 'it', due, action: { do: 'check' } });
const clears = (time: number, seq: number) => at(time, seq, 'timer-cleared', { timer: 'it' });
const follows = (time: number, seq: number) => at(time, seq, 'item-perished', { item: 'tip' });

const behind = (...events: Event[]) => Object.fromEntries(actsBehind(events));

describe('behind an event', () => {
  test('is the act of the seat before it, as long as no time passes', () => {
    expect(behind(follows(1, 1), notifies(1, 2, 'p1'), follows(1, 3), follows(2, 4))).toEqual({ 2: 2, 3: 2 });
  });

  test('is one act for all that one seat does at one moment, and another for each other seat', () => {
    const events = [notifies(1, 1, 'p1'), notifies(1, 2, 'p1'), notifies(1, 3, 'c1'), notifies(2, 4, 'c1')];
    expect(behind(...events)).toEqual({ 1: 1, 2: 1, 3: 3, 4: 4 });
  });

  test('that a timer brought is the act that set the timer', () => {
    const later = [clears(9, 4), follows(9, 5), follows(10, 6)];
    expect(behind(notifies(1, 1, 'p1'), sets(1, 2, 9), follows(2, 3), ...later)).toEqual({ 1: 1, 2: 1, 4: 1, 5: 1 });
  });

  test('that follows a timer cleared before its time is the act that cleared it', () => {
    const early = [notifies(5, 3, 'c1'), clears(5, 4), follows(5, 5)];
    expect(behind(notifies(1, 1, 'p1'), sets(1, 2, 9), ...early)).toMatchObject({ 4: 3, 5: 3 });
  });

  test('that a timer brought which was set anew is the act that set it last', () => {
    const anew = [notifies(5, 3, 'c1'), sets(5, 4, 9), clears(9, 5), follows(9, 6)];
    expect(behind(notifies(1, 1, 'p1'), sets(1, 2, 5), ...anew)).toMatchObject({ 4: 3, 6: 3 });
  });

  test('of the story, and behind a seat that is taken, is no act', () => {
    const received = at(1, 1, 'referral-closed', {
      by: 'story',
      seat: undefined,
      referral: 'it',
      person: 'nyota',
      state: 'closed',
    });
    const taken = at(2, 2, 'seat-taken', { seat: 'p1', role: 'police' });
    expect(behind(received, taken)).toEqual({});
    expect(behind(notifies(2, 0, 'p1'), { ...received, at: 2 })).toEqual({ 0: 0, 1: 0 });
  });
});

describe('what was done wrong by event 5', () => {
  const undone = { seq: 5 };
  test.each<[string, boolean, [number, number][]]>([
    ['is repaired by an act that begins after it', true, [[7, 6]]],
    ['is not repaired by what follows from its own act', false, [[7, 5]]],
    ['is not repaired by what follows from an act before it', false, [[7, 3]]],
    [
      'is repaired if one of the events is of such an act',
      true,
      [
        [7, 5],
        [9, 8],
      ],
    ],
    ['is not repaired by an event without an act', false, []],
  ])('%s', (_name, repaired, acts) => {
    expect(isRepair(undone, [7, 9], new Map(acts))).toBe(repaired);
  });
});
