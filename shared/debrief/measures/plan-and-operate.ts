/**
 * Measures of operations: the plan has a protection section, receiving services are ready before the start, and few
 * people know the plan.
 */
import { hasTag } from '../ledger.ts';
import { eventsOf, type Played } from '../played.ts';
import { type Instance, type Measures, measuresOf } from './measure.ts';

const { share, count } = measuresOf('plan-and-operate');

export const planAndOperate: Measures = (played, { ledger }) => {
  const launched = eventsOf(played, 'operation-launched');
  const aborted = eventsOf(played, 'operation-aborted');
  const leaks = ledger.filter((line) => line.verdict === 'over-shared' && hasTag(played, line, 'op-plan'));
  return [
    share('plan-sections-written', sections(played)),
    share(
      'standby-before-entry',
      launched.map((launch): Instance => {
        const ready = eventsOf(played, 'standby-confirmed').find(
          (event) => event.operation === launch.operation && event.seq < launch.seq,
        );
        return { good: ready !== undefined, seq: ready?.seq ?? launch.seq };
      }),
    ),
    share(
      'beds-ready',
      launched.map((launch) => ({ good: bedsReady(played, launch.operation, launch.seq), seq: launch.seq })),
    ),
    share(
      'languages-ready',
      launched.flatMap((launch) => languages(played, launch.operation, launch.seq)),
    ),
    count(
      'plan-leaked',
      leaks.map(({ seq }) => seq),
    ),
    count(
      'operations-launched',
      launched.map(({ seq }) => seq),
    ),
    count(
      'operations-stopped',
      aborted.map(({ seq }) => seq),
    ),
  ];
};

/** The required sections of every plan that was opened. */
function sections(played: Played): Instance[] {
  return Object.keys(played.end.world.operations).flatMap((operation) =>
    (played.compiled.scenario.operations[operation]?.sections ?? []).map((section): Instance => {
      const set = eventsOf(played, 'plan-section-set').find(
        (event) => event.operation === operation && event.section === section,
      );
      return { good: set !== undefined, seq: set?.seq };
    }),
  );
}

const onStandby = (played: Played, operation: string, before: number): string[] =>
  eventsOf(played, 'standby-confirmed')
    .filter((event) => event.operation === operation && event.seq < before)
    .map(({ service }) => service);

function bedsReady(played: Played, operation: string, before: number): boolean {
  const rooms = onStandby(played, operation, before).map((service) => {
    const changed = eventsOf(played, 'room-changed').findLast(
      (event) => event.service === service && event.seq < before,
    );
    return changed?.room ?? played.compiled.scenario.services[service]?.room ?? 0;
  });
  const beds = rooms.reduce((sum, room) => sum + room, 0);
  return beds >= (played.compiled.scenario.operations[operation]?.beds ?? 0);
}

/** The languages of people at the place, compared with the languages of the services standing by. */
function languages(played: Played, operation: string, before: number): Instance[] {
  const spoken = new Set(
    onStandby(played, operation, before).flatMap(
      (service) => played.compiled.scenario.services[service]?.languages ?? [],
    ),
  );
  return (played.compiled.scenario.operations[operation]?.languages ?? []).map((language) => ({
    good: spoken.has(language),
  }));
}
