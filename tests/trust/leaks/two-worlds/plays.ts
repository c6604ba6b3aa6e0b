/** Random plays of the shipped cases: by bots of every kind, and the written playthroughs. */
import { type Actor, seated, seatOfActor } from '../../../../shared/access/actor.ts';
import { playBots } from '../../../../shared/bots/play-bots.ts';
import type { CardSource } from '../../../../shared/cards/words.ts';
import type { Event } from '../../../../shared/exercise/events.ts';
import { WorldDraft } from '../../../../shared/exercise/exercise.ts';
import { parsePlaythrough } from '../../../../shared/playthrough/parse-playthrough.ts';
import { playThrough } from '../../../../shared/playthrough/play-through.ts';
import { ask, openSession, waitUntil } from '../../../../shared/playthrough/session.ts';
import { parseCase } from '../../../../shared/scenario/parse-case.ts';
import { LINE_UPS, planOf } from '../../../../shared/simulation/plan.ts';
import type { AnyCommand } from '../../../../shared/vocabulary/commands.ts';
import { caseFiles, caseIds, playthroughsOf } from '../../../support/case-files.ts';
import type { Chance } from './chance.ts';

export interface Sent {
  from: Actor;
  at: number;
  body: AnyCommand;
}

export interface Play {
  /** The title of the case. */
  title: string;
  source: CardSource;
  events: readonly Event[];
  sent: readonly Sent[];
  /** How the class was opened. */
  opened: Opened;
  /** Lengths of the log after which everything has settled, without the start and the end of the class. */
  moments: readonly number[];
}

export interface Opened {
  seed: number;
  seats: Record<string, number>;
}

/** A shipped case with its written playthroughs. */
export interface Library {
  title: string;
  source: CardSource;
  written: readonly { opened: Opened; sent: readonly Sent[] }[];
}

export const libraries = (): Library[] => caseIds().map(libraryOf);

export function libraryOf(id: string): Library {
  const { compiled, translations } = parseCase(caseFiles(id));
  if (!compiled) throw new Error(`${id} cannot be played`);
  const written = playthroughsOf(id).map(({ path, text }) => {
    const { playthrough } = parsePlaythrough(path, text);
    if (!playthrough) throw new Error(`${path} cannot be read`);
    const roles = Object.keys(compiled.scenario.roles).filter((role) => !playthrough.without.includes(role));
    const seats = Object.fromEntries(roles.map((role) => [role, playthrough.seats[role] ?? 1]));
    const { commands } = playThrough(compiled, { ...playthrough, result: undefined });
    return { opened: { seed: playthrough.seed, seats }, sent: commands };
  });
  return { title: compiled.scenario.title, source: { compiled, translations }, written };
}

/** A play of a case: one in four is a written one. */
export function playOf({ title, source, written }: Library, seed: number, chance: Chance): Play {
  const { compiled } = source;
  if (chance.next() < 0.25) {
    const { opened, sent } = chance.pick(written);
    return { title, source, opened, sent, ...replay(source, opened, sent) };
  }
  const roles = Object.keys(compiled.scenario.roles);
  const { bots, seed: own } = planOf(seed, chance.between(1, 10_000), [chance.pick(LINE_UPS)], roles);
  const sent = playBots(compiled, { seed: own, bots }).commands.map(
    ({ from, at, body }): Sent => ({ from: seated(from), at, body }),
  );
  const opened = { seed: own, seats: Object.fromEntries(roles.map((role) => [role, 1])) };
  return { title, source, opened, sent, ...replay(source, opened, sent) };
}

/** Plays the commands again and notes each settled moment. */
export function replay(
  { compiled }: CardSource,
  { seed, seats }: Opened,
  sent: readonly Sent[],
): { events: Event[]; moments: number[] } {
  const session = openSession(compiled, { seed, seats, draft: new WorldDraft() });
  const moments = new Set([session.events.length]);
  for (const { from, at, body } of sent) {
    if (session.exercise.world.status === 'ended') break;
    if (body.type === 'end-exercise') break;
    waitUntil(session, Math.max(at, session.now));
    moments.add(session.events.length);
    ask(session, from, body);
    moments.add(session.events.length);
  }
  return { events: session.events, moments: [...moments] };
}

export const deskOf = (actor: Actor): string => (seatOfActor(actor) ?? actor.kind).replace(/-\d+$/, '');
