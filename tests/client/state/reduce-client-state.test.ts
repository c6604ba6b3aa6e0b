import { describe, expect, it } from 'vitest';
import { seated as atSeat } from '../../../shared/access/actor.ts';
import { caseNow } from '../../../client/state/client-store.ts';
import { emptyClientState, placeBatch, reduceClientState, worldOf } from '../../../client/state/reduce-client-state.ts';
import type { PublicState } from '../../../shared/protocol/messages.ts';
import { emptyWorld } from '../../../shared/exercise/world.ts';

const publicState = (more: Partial<PublicState> = {}): PublicState => ({
  status: 'running',
  caseMs: 1000,
  pace: 6,
  phase: '',
  roster: [],
  ...more,
});

describe('the case clock', () => {
  it('runs at the pace between two states from the server, and stops during a pause', () => {
    const running = reduceClientState(emptyClientState(), { type: 'public', state: publicState(), at: 100 });
    expect(caseNow(running, 600)).toBe(1000 + 500 * 6);
    const paused = reduceClientState(running, {
      type: 'public',
      state: publicState({ status: 'paused', caseMs: 4000 }),
      at: 600,
    });
    expect(caseNow(paused, 99_000)).toBe(4000);
  });

  it('stops when the connection is lost, and continues from the next server state', () => {
    const running = reduceClientState(emptyClientState(), { type: 'public', state: publicState(), at: 100 });
    const lost = reduceClientState(running, { type: 'phase', phase: 'reconnecting', at: 600, attempt: 1 });
    const trying = reduceClientState(lost, { type: 'phase', phase: 'reconnecting', at: 5000, attempt: 2 });
    expect(caseNow(trying, 99_000)).toBe(1000 + 500 * 6);
    const told = reduceClientState(trying, { type: 'public', state: publicState({ caseMs: 9000 }), at: 99_000 });
    const back = reduceClientState(told, { type: 'phase', phase: 'live', at: 99_010 });
    expect(caseNow(back, 99_500)).toBe(9000 + 500 * 6);
  });

  it('is not reset by a change of the roster alone', () => {
    const before = reduceClientState(emptyClientState(), { type: 'public', state: publicState(), at: 100 });
    const after = reduceClientState(before, {
      type: 'public',
      state: publicState({
        roster: [
          { seat: 's1', role: 'police', name: 'A', connected: true, briefRead: false, ready: false, simulated: false },
        ],
      }),
      at: 900,
    });
    expect(caseNow(after, 1000)).toBe(caseNow(before, 1000));
  });
});

describe('batches', () => {
  const events = [{ at: 1, type: 'exercise-resumed', by: 'trainer' } as const];
  it.each([
    [0, 1, 'apply'],
    [1, 1, 'old'],
    [3, 5, 'gap'],
    [4, 5, 'apply'],
  ] as const)('with %i known events, a batch from %i is: %s', (upTo, from, placement) => {
    expect(placeBatch(upTo, { stream: 'role', from, events })).toBe(placement);
  });
});

describe('the two streams of a seat', () => {
  it('fold into one world in which the desk leads and events for the seat are added', () => {
    const desk = {
      ...emptyWorld(),
      now: 5,
      status: 'running' as const,
      messages: { m1: { at: 1, by: 'labour', to: ['police'], text: 'a' } },
    };
    const own = { ...emptyWorld(), now: 9, messages: { w1: { at: 9, by: 'trainer', to: ['seat:s1'], text: 'b' } } };
    const world = worldOf({ role: { upTo: 3, world: desk }, seat: { upTo: 1, world: own } });
    expect(world).toMatchObject({ now: 9, status: 'running' });
    expect(Object.keys(world.messages).sort()).toEqual(['m1', 'w1']);
  });
});

describe('forms and marks', () => {
  it('keep two fields that are set at once, and drop a form that was sent', () => {
    let state = reduceClientState(emptyClientState(), { type: 'draft', key: 'share:x', value: { to: 'police' } });
    state = reduceClientState(state, { type: 'draft', key: 'share:x', value: { channel: 'phone' } });
    expect(state.drafts['share:x']).toEqual({ to: 'police', channel: 'phone' });
    state = reduceClientState(state, { type: 'draft', key: 'share:x', value: undefined });
    expect(state.drafts).toEqual({});
  });

  it('never replace a newer seen mark by an older one', () => {
    let state = reduceClientState(emptyClientState(), { type: 'seen', topic: 'item:x', at: 50 });
    state = reduceClientState(state, { type: 'seen', topic: 'item:x', at: 20 });
    expect(state.seen['item:x']).toBe(50);
  });

  it('drop the cards of the old desk when a person is moved', () => {
    const seated = {
      ...emptyClientState(),
      me: { seat: 's1', role: 'police', name: 'A', language: 'en', actor: atSeat('s1') },
      cards: { 'item:x': { id: 'item:x' } },
    };
    const moved = reduceClientState(seated, {
      type: 'snapshot',
      snapshot: { epoch: 'e2', seat: 's1', role: 'labour', streams: [] },
    });
    expect(moved).toMatchObject({ cards: {}, me: { role: 'labour' } });
    const same = reduceClientState(seated, {
      type: 'snapshot',
      snapshot: { epoch: 'e2', seat: 's1', role: 'police', streams: [] },
    });
    expect(Object.keys(same.cards)).toEqual(['item:x']);
  });
});
