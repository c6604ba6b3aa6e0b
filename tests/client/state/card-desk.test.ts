import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CardDesk, cardsTouchedBy } from '../../../client/state/card-desk.ts';
import type { Card } from '../../../shared/protocol/cards.ts';

let asked: string[][];
let arrived: Card[];
let desk: CardDesk;
/** Cards the server gives; the others it leaves out. */
let given: Set<string>;

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  arrived = [];
  given = new Set(['item:a', 'item:b']);
  desk = new CardDesk(
    (ids) => {
      asked.push(ids);
      return Promise.resolve(ids.filter((id) => given.has(id)).map((id) => ({ id })));
    },
    (cards) => void arrived.push(...cards),
  );
});
afterEach(() => void vi.useRealTimers());

describe('cards', () => {
  it('that are wanted together are fetched together, each once', async () => {
    desk.want('item:a');
    desk.want('item:b');
    desk.want('item:a');
    await vi.advanceTimersByTimeAsync(100);
    expect(asked).toEqual([['item:a', 'item:b']]);
    expect(arrived.map(({ id }) => id)).toEqual(['item:a', 'item:b']);
  });

  it('that may not be read are not asked for at every drawing, but again later', async () => {
    desk.want('item:secret');
    await vi.advanceTimersByTimeAsync(100);
    desk.want('item:secret');
    await vi.advanceTimersByTimeAsync(100);
    expect(asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(10_000);
    desk.want('item:secret');
    await vi.advanceTimersByTimeAsync(100);
    expect(asked).toHaveLength(2);
  });

  it('that an event may have changed are fetched again at once', async () => {
    desk.want('item:a');
    await vi.advanceTimersByTimeAsync(100);
    desk.renew(
      cardsTouchedBy({
        at: 1,
        type: 'item-learned',
        role: 'police',
        item: 'a',
        parts: ['names'],
        how: 'found',
        by: 'police',
      }),
    );
    await vi.advanceTimersByTimeAsync(100);
    expect(asked).toEqual([['item:a'], ['item:a']]);
  });

  it('beyond what one request may hold go in a second one', async () => {
    for (let count = 0; count < 310; count += 1) desk.want(`item:${count}`);
    await vi.advanceTimersByTimeAsync(200);
    expect(asked.map((ids) => ids.length)).toEqual([300, 10]);
  });
});
