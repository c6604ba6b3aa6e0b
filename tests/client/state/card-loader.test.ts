import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CardLoader, cardsChangedBy } from '../../../client/state/card-loader.ts';
import type { Card } from '../../../shared/protocol/cards.ts';

let asked: string[][];
let arrived: Card[];
let loader: CardLoader;
/** Ids of the cards that the server returns; it omits the others. */
let given: Set<string>;

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  arrived = [];
  given = new Set(['item:a', 'item:b']);
  loader = new CardLoader(
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
    loader.request('item:a');
    loader.request('item:b');
    loader.request('item:a');
    await vi.advanceTimersByTimeAsync(100);
    expect(asked).toEqual([['item:a', 'item:b']]);
    expect(arrived.map(({ id }) => id)).toEqual(['item:a', 'item:b']);
  });

  it('retries an unreadable card later, not at every render', async () => {
    loader.request('item:secret');
    await vi.advanceTimersByTimeAsync(100);
    loader.request('item:secret');
    await vi.advanceTimersByTimeAsync(100);
    expect(asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(10_000);
    loader.request('item:secret');
    await vi.advanceTimersByTimeAsync(100);
    expect(asked).toHaveLength(2);
  });

  it('refetches cards that an event may have changed at once', async () => {
    loader.request('item:a');
    await vi.advanceTimersByTimeAsync(100);
    loader.refresh(
      cardsChangedBy({
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
    expect(asked).toEqual([['item:a'], ['item:a', 'helpers']]);
  });

  it('splits a batch that is larger than one request allows', async () => {
    for (let count = 0; count < 310; count += 1) loader.request(`item:${count}`);
    await vi.advanceTimersByTimeAsync(200);
    expect(asked.map((ids) => ids.length)).toEqual([300, 10]);
  });
});
