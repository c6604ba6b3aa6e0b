/** Everything that the present code computes from a stored log: marks, views, and every exported file. */
import { control, desk } from '../../../shared/access/audience.ts';
import { debrief } from '../../../shared/debrief/compute.ts';
import type { Debrief } from '../../../shared/debrief/debrief.ts';
import type { Event } from '../../../shared/exercise/events.ts';
import { foldExercise } from '../../../shared/exercise/exercise.ts';
import type { CompiledScenario } from '../../../shared/scenario/compiled.ts';
import { tasksAsCsv } from '../../../server/http/debrief-csv.ts';
import { playthroughText } from '../../../server/exercises/recording.ts';
import { exportPerson, readableExport } from '../../../server/personal-data/export-person.ts';
import { worldOf } from '../../trust/support/fold-of-log.ts';
import { eventsOf, type KeptLog, storeOf, type Told } from './kept-log.ts';
import { marksBy } from './marks-by.ts';

export async function toldBy(compiled: CompiledScenario, log: KeptLog): Promise<Told> {
  return { ...marksBy(compiled, log), ...(await shownBy(compiled, log)) };
}

/** What each viewer saw during the class, and every exported file. */
export async function shownBy(compiled: CompiledScenario, log: KeptLog): Promise<Pick<Told, 'views' | 'exports'>> {
  const events = eventsOf(log);
  return { views: viewsOf(compiled, events), exports: await exportsOf(compiled, log, debrief(compiled, events)) };
}

/** Positions in the log at which views are taken, as fractions of its length. */
const MOMENTS = [0.25, 0.5, 0.75, 1];

function viewsOf(compiled: CompiledScenario, events: readonly Event[]): Told['views'] {
  const seats = events.flatMap((event) =>
    event.type === 'seat-taken' ? [{ seat: event.seat, role: event.role }] : [],
  );
  return Object.fromEntries(
    MOMENTS.map((part) => {
      const soFar = events.slice(0, Math.ceil(events.length * part));
      const bySeat = seats.map(({ seat, role }): [string, string] => [
        seat,
        JSON.stringify(worldOf(soFar, desk(role, seat))),
      ]);
      const views = {
        truth: JSON.stringify(foldExercise(compiled, soFar).world),
        trainer: JSON.stringify(worldOf(soFar, control)),
        ...Object.fromEntries(bySeat),
      };
      return [String(soFar.at(-1)?.seq ?? 0), views];
    }),
  );
}

async function exportsOf(compiled: CompiledScenario, log: KeptLog, whole: Debrief): Promise<Told['exports']> {
  const store = storeOf(log);
  const files: Record<string, string> = {
    'debrief.json': JSON.stringify({ exercise: true, ...whole }),
    'debrief.csv': tasksAsCsv(whole),
    'playthrough.yaml': (await playthroughText(store, compiled, log.record, log.record.clock)) ?? '',
  };
  for (const { seat } of log.people) {
    const person = await exportPerson(store, log.record, seat);
    if (!person) continue;
    files[`${seat}.json`] = JSON.stringify(person);
    files[`${seat}.txt`] = readableExport(person);
  }
  return files;
}
