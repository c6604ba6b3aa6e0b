/** What a draft says it changed, what it copies, and which timer it finds first. */
import { describe, expect, it } from 'vitest';
import { WorldDraft } from '../../shared/exercise/exercise.ts';
import { ALL_PARTS, bitOf, bitsOf, NO_PARTS, partsChanged } from '../../shared/exercise/folds/parts.ts';
import { clearTimer, DueTimers, firstTimer, setTimer } from '../../shared/exercise/folds/timers.ts';
import { emptyWorld, type Timer } from '../../shared/exercise/world.ts';

const open = () => {
  const draft = new WorldDraft();
  draft.open(emptyWorld());
  return draft;
};

describe('the parts of a world', () => {
  it('have one bit each, and all that no condition reads share one', () => {
    expect(bitsOf([])).toBe(NO_PARTS);
    expect(bitsOf(['items', 'people'])).toBe(bitOf('items') | bitOf('people'));
    expect(bitOf('items') & bitOf('people')).toBe(NO_PARTS);
    expect(bitOf('messages')).toBe(bitOf('hands'));
    for (const part of Object.keys(emptyWorld())) expect(ALL_PARTS & bitOf(part), part).not.toBe(NO_PARTS);
  });

  it('that differ between two worlds are found, with the unread ones always among them', () => {
    const world = emptyWorld();
    const unread = bitOf('messages');
    expect(partsChanged(world, world)).toBe(NO_PARTS);
    expect(partsChanged(world, { ...world })).toBe(unread);
    expect(partsChanged(world, { ...world, items: {}, now: 5 })).toBe(unread | bitsOf(['items', 'now']));
  });

  it('that a draft changed are all remembered until its caller asks anew', () => {
    const draft = open();
    draft.set({ now: 4, status: 'running' });
    draft.add('links', { role: 'police', item: 'a', with: 'b' });
    draft.put('room', 'home', 1);
    draft.add('measures', { person: 'nyota', kind: 'closed-hearing', by: 'police', at: 4 });
    draft.drop('charts', 'case');
    expect(draft.touched).toBe(bitsOf(['now', 'status', 'links', 'room', 'measures', 'charts']));
  });
});

describe('a draft', () => {
  it('changes no entry that there is not', () => {
    const draft = open();
    draft.change('room', 'home', (room) => room + 1);
    expect(draft.world.room).toEqual({});
    expect(draft.touched).toBe(NO_PARTS);
  });

  it('copies the world, a record and a list once, and goes on in that copy', () => {
    const draft = open();
    const before = draft.world;
    draft.put('room', 'home', 1);
    draft.add('links', { role: 'police', item: 'a', with: 'b' });
    const { world } = draft;
    const { room, links } = world;
    expect([world === before, room === before.room, links === before.links]).toEqual([false, false, false]);
    draft.put('room', 'home', 2);
    draft.add('links', { role: 'police', item: 'a', with: 'c' });
    expect(draft.world).toBe(world);
    expect(draft.world.room).toBe(room);
    expect(draft.world.links).toBe(links);
    expect([room, links.length]).toEqual([{ home: 2 }, 2]);
    expect([before.room, before.links]).toEqual([{}, []]);
  });

  it('appends to a list of its own in place, and to any other list in a copy', () => {
    const draft = open();
    const given = [1];
    const own = draft.addToList(given, 2);
    expect([given, own]).toEqual([[1], [1, 2]]);
    expect(draft.addToList(own, 3)).toBe(own);
    expect(own).toEqual([1, 2, 3]);
    expect(draft.addToList<number>(undefined, 1)).toEqual([1]);
    draft.release();
    expect(draft.addToList(own, 4)).toEqual([1, 2, 3, 4]);
    expect(own).toEqual([1, 2, 3]);
  });
});

describe('the next timer', () => {
  const timer = (due: number): Timer => ({ due, action: { do: 'check' } });

  it('is the earliest, and of two at one time the one whose id comes first', () => {
    expect(firstTimer({})).toBeUndefined();
    expect(firstTimer({ b: timer(5), a: timer(5), c: timer(6) })?.[0]).toBe('a');
    expect(firstTimer({ a: timer(5), b: timer(5) })?.[0]).toBe('a');
    expect(firstTimer({ a: timer(5), b: timer(5), c: timer(4) })?.[0]).toBe('c');
    expect(firstTimer({ a: timer(7), b: timer(5) })?.[0]).toBe('b');
  });

  it('is the same as a search would find, after every timer that is set, moved or cleared', () => {
    const draft = open();
    const found = () => draft.dueTimers.firstOf(draft.world.timers)?.[0];
    const steps: [string, number | undefined, string | undefined][] = [
      ['b', 5, 'b'],
      ['a', 5, 'a'],
      ['c', 4, 'c'],
      ['c', 9, 'a'],
      ['d', 7, 'a'],
      ['a', undefined, 'b'],
      ['d', undefined, 'b'],
      ['b', undefined, 'c'],
      ['c', undefined, undefined],
    ];
    for (const [id, due, first] of steps) {
      if (due === undefined) clearTimer(draft, id);
      else setTimer(draft, id, timer(due));
      expect(found(), `after ${id} ${due ?? 'cleared'}`).toBe(first);
    }
  });

  it('is searched for again where the timers were changed by another hand', () => {
    const due = new DueTimers();
    const [one, two] = [{ a: timer(5) }, { a: timer(5), b: timer(3) }];
    expect(due.firstOf(one)?.[0]).toBe('a');
    due.added({}, two, ['a', timer(5)]);
    expect(due.firstOf(two)?.[0]).toBe('b');
    due.removed(one, one, 'z');
    expect(due.firstOf(one)?.[0]).toBe('a');
  });
});
