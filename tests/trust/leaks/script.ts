/**
 * The commands of a class, computed on the core before they run on a server. Created things are named by the order in
 * which their desk creates them, because the server draws its own random ids.
 */
import { TRAINER } from '../../../shared/access/stored-names.ts';
import { seated, seatOfActor } from '../../../shared/access/actor.ts';
import { playBots } from '../../../shared/bots/play-bots.ts';
import type { AnyCommand } from '../../../shared/vocabulary/commands.ts';
import type { Command } from '../../../shared/exercise/commands.ts';
import type { Event } from '../../../shared/exercise/events.ts';
import { creationOf } from '../../../shared/vocabulary/events.ts';
import { parsePlaythrough } from '../../../shared/playthrough/parse-playthrough.ts';
import { playThrough } from '../../../shared/playthrough/play-through.ts';
import type { CompiledScenario } from '../../../shared/scenario/compiled.ts';

export interface Script {
  name: string;
  /** Desks with a person. */
  roles: readonly string[];
  steps: { at: number; who: string; body: AnyCommand }[];
  /** Names of created things: `police consent-asked 1` by its id on the core. */
  made: ReadonlyMap<string, string>;
}

/** Names the things that each desk creates, counted by kind, in a way that is valid in every play. */
export function namesOfMade(events: readonly Pick<Event, 'type'>[]): Map<string, string> {
  const counts = new Map<string, number>();
  const names = new Map<string, string>();
  for (const event of events) {
    const id = creationOf(event);
    if (id === undefined) continue;
    const kind = `${'by' in event ? String(event.by) : ''} ${event.type}`;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    names.set(id, `${kind} ${counts.get(kind)}`);
  }
  return names;
}

export function scriptOf(compiled: CompiledScenario, { name, text }: { name: string; text: string }): Script {
  const { playthrough } = parsePlaythrough(name, text);
  if (!playthrough) throw new Error(`${name} cannot be read`);
  const { commands, events, failure } = playThrough(compiled, playthrough);
  if (failure) throw new Error(`${name} does not hold: ${JSON.stringify(failure)}`);
  return { name, roles: rolesIn(events), steps: commands.map(stepOf), made: namesOfMade(events) };
}

/** A play of random bots, cut off after `most` commands. */
export function scriptByChance(compiled: CompiledScenario, seed: number, most: number): Script {
  const { commands, events } = playBots(compiled, { seed, bots: 'random' });
  const steps = commands.slice(0, most).map(({ from, at, body }) => stepOf({ from: seated(from), at, body }));
  return { name: `by chance, seed ${seed}`, roles: rolesIn(events), steps, made: namesOfMade(events) };
}

const rolesIn = (events: readonly Event[]): string[] =>
  events.flatMap((event) => (event.type === 'exercise-opened' ? event.roles : []));

/** Seats of the core are named after their desk: `police-1`. */
const stepOf = ({ from, at, body }: Command) => ({
  at,
  who: (seatOfActor(from) ?? TRAINER).replace(/-\d+$/, ''),
  body,
});
