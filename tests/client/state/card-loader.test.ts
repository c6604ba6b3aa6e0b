import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CardDesk, cardsTouchedBy } from '../../../client/state/card-desk.ts';
import type { Card } from '../../../shared/protocol/cards.ts';

let asked: string[][];
let arrived: Card[];
let desk: CardDesk;
/** Ids of the cards that the server returns; it omits the others. */
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

describe('the card cache', () => {
  it('fetches cards that are requested together in one batch, each once', async () => {
    desk.want('item:a');
    desk.want('item:b');
    desk.want('item:a');
    await vi.advanceTimersByTimeAsync(100);
    expect(asked).toEqual([['item:a', 'item:b']]);
    expect(arrived.map(({ id }) => id)).toEqual(['item:a', 'item:b']);
  });

  it('retries an unreadable card later, not at every render', async () => {
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

  it('refetches cards that an event may have changed at once', async () => {
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

  it('splits a batch that is larger than one request allows', async () => {
    for (let count = 0; count < 310; count += 1) desk.want(`item:${count}`);
    await vi.advanceTimersByTimeAsync(200);
    expect(asked.map((ids) => ids.length)).toEqual([300, 10]);
  });
});
