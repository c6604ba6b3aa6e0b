import { describe, expect, it } from 'vitest';
import { KnownCommands } from '../../server/storage/known-commands.ts';

const idOf = (number: number): string => (number * 2_654_435_761).toString(16).padStart(32, '0');

describe('the filter of stored commands', () => {
  it('has no false negative, for any number of stored and added commands', () => {
    const before = Array.from({ length: 3000 }, (_, number) => ({ by: `s${number % 7}`, id: idOf(number) }));
    const known = new KnownCommands((exercise) => (exercise === 'e1' ? before : []));
    for (let number = 3000; number < 6000; number += 1) known.add('e1', 'trainer', idOf(number));
    for (const { by, id } of before) expect(known.mayHave('e1', by, id)).toBe(true);
    for (let number = 3000; number < 6000; number += 1) expect(known.mayHave('e1', 'trainer', idOf(number))).toBe(true);
  });

  it('has few false positives, and none for another exercise', () => {
    const known = new KnownCommands(() => []);
    for (let number = 0; number < 5000; number += 1) known.add('e1', 's1', idOf(number));
    const wrong = (exercise: string, by: string, from: number) =>
      Array.from({ length: 1000 }, (_, number) => known.mayHave(exercise, by, idOf(from + number))).filter(Boolean)
        .length;
    expect(wrong('e1', 's1', 10_000)).toBeLessThan(100);
    expect(wrong('e1', 's2', 0)).toBeLessThan(100);
    expect(wrong('e2', 's1', 0)).toBe(0);
  });

  it('reads the stored ids once, and again after it was reset', () => {
    let read = 0;
    const known = new KnownCommands(() => {
      read += 1;
      return [{ by: 's1', id: idOf(read) }];
    });
    known.add('e1', 's1', idOf(7));
    expect(known.mayHave('e1', 's1', idOf(1))).toBe(true);
    expect(read).toBe(1);
    known.forget('e1');
    expect(known.mayHave('e1', 's1', idOf(7))).toBe(false);
    expect(read).toBe(2);
  });
});
