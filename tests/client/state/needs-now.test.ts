import { describe, expect, it } from 'vitest';
import { needsNow, nextDeadline, type Viewpoint } from '../../../client/state/needs-now.ts';
import { knownItems, otherRoles, stagesReached } from '../../../client/state/selectors.ts';
import { unreadByPage } from '../../../client/state/unread.ts';
import { evolve } from '../../../shared/exercise/evolve.ts';
import type { KnownEvent } from '../../../shared/exercise/events.ts';
import { emptyWorld } from '../../../shared/exercise/world.ts';

const fold = (...events: KnownEvent[]) => events.reduce(evolve, emptyWorld());
const view = (world: Viewpoint['world'], powers: string[] = [], more: Partial<Viewpoint> = {}): Viewpoint => ({
  world,
  role: 'police',
  can: (power) => powers.includes(power),
  isNew: () => true,
  runsService: () => false,
  ...more,
});
const known: KnownEvent = { at: 5, type: 'person-known', role: 'police', person: 'nyota', named: true };
const met: KnownEvent = { at: 6, type: 'person-met', role: 'police', person: 'nyota', place: 'bus-park' };

describe('the list of open needs', () => {
  it('sorts by due time, soonest first', () => {
    const world = fold(
      { at: 1, type: 'request-made', by: 'labour', request: 'r1', kind: 'k', to: 'police', basis: 'none', due: 900 },
      { at: 2, type: 'duty-started', by: 'story', duty: 'guardian', person: 'nyota', role: 'police', due: 300 },
      { at: 3, type: 'inject-fired', by: 'story', inject: 'call', to: ['police'] },
    );
    const needs = needsNow(view(world));
    expect(needs.map(({ kind }) => kind)).toEqual(['duty', 'request', 'inject']);
    expect(nextDeadline(needs)?.due).toBe(300);
  });

  it('drops a met duty, an answered request and a read inject', () => {
    const world = fold(
      { at: 1, type: 'request-made', by: 'labour', request: 'r1', kind: 'k', to: 'police', basis: 'none' },
      {
        at: 2,
        type: 'request-answered',
        by: 'police',
        request: 'r1',
        kind: 'k',
        to: 'labour',
        outcome: 'answered',
        parts: [],
      },
      { at: 2, type: 'duty-started', by: 'story', duty: 'guardian', person: 'nyota', role: 'police', due: 300 },
      { at: 3, type: 'duty-met', by: 'story', duty: 'guardian', person: 'nyota', role: 'police' },
      { at: 3, type: 'inject-fired', by: 'story', inject: 'call', to: ['police'] },
    );
    expect(needsNow(view(world, [], { isNew: () => false }))).toEqual([]);
  });

  it('keeps a request that was only accepted', () => {
    const world = fold(
      { at: 1, type: 'request-made', by: 'labour', request: 'r1', kind: 'k', to: 'police', basis: 'none' },
      {
        at: 2,
        type: 'request-answered',
        by: 'police',
        request: 'r1',
        kind: 'k',
        to: 'labour',
        outcome: 'accepted',
        parts: [],
      },
    );
    expect(needsNow(view(world)).map(({ kind }) => kind)).toEqual(['request']);
  });

  it('names an operation from its launch until something arrives at the desk', () => {
    const ready: KnownEvent[] = [
      { at: 1, type: 'inject-fired', by: 'story', inject: 'call', to: ['police'] },
      { at: 2, type: 'operation-opened', operation: 'safe-stop' },
    ];
    const launched: KnownEvent = {
      at: 3,
      type: 'operation-launched',
      by: 'police',
      operation: 'safe-stop',
      place: 'junction',
    };
    const news: KnownEvent = { at: 9, type: 'inject-fired', by: 'story', inject: 'stopped', to: ['police'] };
    const aborted: KnownEvent = { at: 9, type: 'operation-aborted', by: 'police', operation: 'safe-stop' };
    const needs = (...events: KnownEvent[]) => needsNow(view(fold(...events), [], { isNew: () => false }));
    expect(needs(...ready)).toEqual([]);
    expect(needs(...ready, launched)).toMatchObject([
      { kind: 'operation', at: 3, about: 'safe-stop', href: '/play/plan' },
    ]);
    expect(needs(...ready, launched, news)).toEqual([]);
    expect(needs(...ready, launched, aborted)).toEqual([]);
  });

  it('offers a step for a person only to a desk with the power', () => {
    const world = fold(known, met);
    expect(needsNow(view(world))).toEqual([]);
    expect(needsNow(view(world, ['screen'])).map(({ kind }) => kind)).toEqual(['screen']);
  });

  it('asks the desk that runs the service to receive, not the one that referred', () => {
    const world = fold(
      known,
      {
        at: 7,
        type: 'needs-assessed',
        by: 'labour',
        referral: 'f1',
        person: 'nyota',
        needs: ['medical'],
        state: 'needs-assessed',
      },
      {
        at: 8,
        type: 'service-offered',
        by: 'labour',
        referral: 'f1',
        person: 'nyota',
        service: 'home',
        conditional: false,
        state: 'offered',
      },
      {
        at: 9,
        type: 'transport-started',
        by: 'labour',
        referral: 'f1',
        person: 'nyota',
        service: 'home',
        with: 'service',
        due: 20,
        state: 'transported',
      },
    );
    expect(needsNow(view(world, ['refer', 'run-service']))).toEqual([]);
    expect(needsNow(view(world, [], { runsService: (service) => service === 'home' })).map(({ kind }) => kind)).toEqual(
      ['receive'],
    );
  });
});

describe('the client’s view of a world', () => {
  it('names the stages of help that a person has reached', () => {
    expect(stagesReached(fold(known), 'nyota')).toEqual([]);
    const screened: KnownEvent = {
      at: 7,
      type: 'screened',
      by: 'police',
      person: 'nyota',
      place: 'bus-park',
      alone: true,
      with: 'alone',
      outcome: 'presumed-victim',
      child: true,
    };
    expect(stagesReached(fold(known, met, screened), 'nyota')).toEqual(['screened']);
    const assessed: KnownEvent = {
      at: 8,
      type: 'needs-assessed',
      by: 'police',
      referral: 'f',
      person: 'nyota',
      needs: ['medical'],
      state: 'needs-assessed',
    };
    expect(stagesReached(fold(known, met, screened, assessed), 'nyota')).toEqual(['screened', 'needs-assessed']);
    expect(stagesReached(fold(known, met, assessed), 'nyota')).toEqual(['needs-assessed']);
  });

  it('lists only the items that this desk knows, newest first', () => {
    const world = fold(
      { at: 1, type: 'item-learned', role: 'police', item: 'a', parts: ['all'], how: 'start', by: 'story' },
      { at: 9, type: 'item-learned', role: 'police', item: 'b', parts: ['all'], how: 'found', by: 'police' },
      { at: 9, type: 'item-learned', role: 'labour', item: 'c', parts: ['all'], how: 'found', by: 'labour' },
    );
    expect(knownItems(world, 'police')).toEqual(['b', 'a']);
  });

  it('marks an answered request as unread for the desk that asked', () => {
    const world = fold(
      { at: 1, type: 'request-made', by: 'police', request: 'r1', kind: 'k', to: 'bank', basis: 'none' },
      {
        at: 20,
        type: 'request-answered',
        by: 'story',
        request: 'r1',
        kind: 'k',
        to: 'police',
        outcome: 'answered',
        parts: [],
      },
    );
    expect(unreadByPage(world, 'police', (_topic, at) => at > 10)['inbox']).toBe(1);
    expect(unreadByPage(world, 'police', (_topic, at) => at > 30)['inbox']).toBe(0);
  });

  it('never offers one’s own desk as another', () => {
    const world = { ...emptyWorld(), roles: ['police', 'labour'] };
    expect(otherRoles(world, 'police', [{ role: 'service' }, { role: 'police' }, { role: '' }])).toEqual([
      'labour',
      'service',
    ]);
  });
});
