/** Secrets: pairs of worlds that differ only in what one actor may not know. */
import { type Actor, lead, seated, seatOfActor } from '../../../../shared/access/actor.ts';
import { TRAINER } from '../../../../shared/access/stored-names.ts';
import { mayKnow, type StreamKey, viewerOf } from '../../../../shared/access/audience.ts';
import type { Event } from '../../../../shared/exercise/events.ts';
import { toKnown } from '../../../../shared/exercise/exercise.ts';
import {
  type AnyCommand,
  type CommandType,
  CONTROL_COMMAND_TYPES,
  DESK_COMMAND_TYPES,
} from '../../../../shared/vocabulary/commands.ts';
import { seatOf } from '../../../../shared/playthrough/session.ts';
import type { Chance } from './chance.ts';
import { ClassAt, type Program } from './class-at.ts';
import { type Play, replay } from './plays.ts';
import { idsByKind, offered, probe, wordsIn } from './probes.ts';

export interface Secret {
  one: ClassAt;
  other: ClassAt;
  /** The difference in words: what `other` has, or has not. */
  where: string;
  /** Ids that belong to it. */
  hot: ReadonlySet<string>;
  /** True if the actor earns the secret by an act with these events, so that it is none any more. */
  isEarnedBy?: (events: readonly Event[]) => boolean;
}

/** Actors whose knowledge has bounds: every desk, a seat without one, observers, the wall, a person who practises alone. */
export function actorsOf({ source }: Play): Actor[] {
  const { roles, people } = source.compiled.scenario;
  const ids = Object.keys(roles);
  return [
    ...ids.map((role) => seated(seatOf(role))),
    seated('s-late'),
    { kind: 'evaluator', desks: ids.slice(0, 2) },
    { kind: 'wall' },
    { kind: 'role-player', people: Object.keys(people).slice(0, 3) },
    { kind: 'learner', seat: seatOf(ids.at(-1) ?? '') },
  ];
}

export const nameOf = (actor: Actor): string => ('seat' in actor ? `${actor.kind} ${actor.seat}` : actor.kind);

const isForTrainers = ({ audience }: Event): boolean => audience.length === 1 && audience[0] === TRAINER;

/** True if none of these events reaches the actor. `at` says who sits where. */
export const isUntold = (at: ClassAt, actor: Actor, events: readonly Event[]): boolean => {
  const seatedDesks = at.exercise.world.roles;
  const viewers = at.streamsOf(actor).map((key: StreamKey) => viewerOf(key, seatedDesks));
  return !events.some((event) => !isForTrainers(event) && viewers.some((viewer) => mayKnow(viewer, event)));
};

/** What the actor is told of a log, and how many events of it after so many of the log. */
function toldBy(at: ClassAt, actor: Actor, log: readonly Event[]) {
  const [told, counts] = [[] as string[], [0]];
  for (const event of log) {
    if (!isUntold(at, actor, [event])) told.push(JSON.stringify(toKnown(event)));
    counts.push(told.length);
  }
  return { told, count: (moment: number): number => counts[moment] ?? told.length };
}

const summary = (events: readonly Event[]): string => {
  const types = [...new Set(events.map(({ type }) => type))];
  return types.slice(0, 6).join(', ') + (types.length > 6 ? ` and ${types.length - 6} more` : '');
};

/** What happened later, as long as the actor was told nothing of it. */
export function laterMoment(play: Play, program: Program, actor: Actor, chance: Chance): Secret | undefined {
  const { events, moments, source } = play;
  const from = chance.between(0, moments.length - 2);
  const start = moments[from] ?? 0;
  const one = ClassAt.after(source, events.slice(0, start), program);
  const { count } = toldBy(one, actor, events);
  const later = moments.slice(from + 1).filter((moment) => count(moment) === count(start));
  const last = later.at(-1) === undefined ? undefined : chance.next() < 0.5 ? later.at(-1) : chance.pick(later);
  if (last === undefined || last === start) return undefined;
  const between = events.slice(start, last);
  return {
    one,
    other: one.and(between),
    where: `after ${between.length} events more (${summary(between)})`,
    hot: wordsIn(between),
  };
}

/** The same play without one act of another actor, up to the moment at which the actor is told something else. */
export function oneActFewer(play: Play, program: Program, actor: Actor, chance: Chance): Secret | undefined {
  const { events, moments, source, sent, opened } = play;
  const own = 'seat' in actor ? actor.seat : undefined;
  const left = chance.between(0, sent.length - 1);
  const act = sent[left];
  if (!act || (own !== undefined && seatOfActor(act.from) === own)) return undefined;
  const fewer = replay(source, opened, [...sent.slice(0, left), ...sent.slice(left + 1)]);
  const whole = ClassAt.after(source, events.slice(0, moments[0]), program);
  const [mine, theirs] = [toldBy(whole, actor, events), toldBy(whole, actor, fewer.events)];
  const apart = mine.told.findIndex((event, index) => event !== theirs.told[index]);
  const same = apart < 0 ? mine.told.length : apart;
  const here = chance.pick(moments.filter((moment) => mine.count(moment) <= same).slice(-20));
  const there = fewer.moments.findLast((moment) => theirs.count(moment) === mine.count(here));
  if (there === undefined) return undefined;
  return {
    one: ClassAt.after(source, events.slice(0, here), program),
    other: ClassAt.after(source, fewer.events.slice(0, there), program),
    where: `in which ${nameOf(act.from)} did not ${wordsOf(act.body)}`,
    hot: new Set([...wordsIn(act.body), ...wordsIn(events.slice(0, here).filter(({ at }) => at === act.at))]),
  };
}

/** Commands whose events every actor sees. */
const IN_THE_OPEN: ReadonlySet<string> = new Set([
  'start-exercise',
  'end-exercise',
  'pause',
  'resume',
  'set-pace',
  'skip-to',
]);

/** A few acts of others at one moment: valid, random, and unknown to the actor. */
export function hiddenActs(play: Play, program: Program, actor: Actor, chance: Chance): Secret | undefined {
  const { events, moments, source } = play;
  const one = ClassAt.after(source, events.slice(0, chance.pick(moments)), program);
  let other = one;
  const acts: string[] = [];
  const told: Event[] = [];
  const { compiled } = source;
  const own = 'seat' in actor ? actor.seat : undefined;
  const senders = [lead, ...Object.keys(compiled.scenario.roles).map((role) => seated(seatOf(role)))].filter(
    (sender) => !('seat' in sender) || sender.seat !== own,
  );
  for (let tries = 0; tries < 60 && acts.length < 3; tries += 1) {
    const from = chance.pick(senders);
    const body = actBy(other, from, chance);
    const decision = program.decide(compiled, other.exercise, { from, at: other.now, body });
    if ('rejection' in decision || !isUntold(one, actor, decision.events)) continue;
    acts.push(`${nameOf(from)} did ${wordsOf(body)}`);
    told.push(...decision.events);
    other = other.and(decision.events);
  }
  return acts.length === 0 ? undefined : { one, other, where: `in which ${acts.join(', ')}`, hot: wordsIn(told) };
}

/** A random act; every second one of a desk is one that the desk is offered. */
function actBy(at: ClassAt, from: Actor, chance: Chance): AnyCommand {
  const { compiled } = at.source;
  const view = at.view(from);
  const good =
    'seat' in from && view && chance.next() < 0.5 ? offered(compiled, view, from.seat, at.now, chance) : undefined;
  if (good) return good;
  const types =
    from === lead ? CONTROL_COMMAND_TYPES.filter((control) => !IN_THE_OPEN.has(control)) : DESK_COMMAND_TYPES;
  return probe(chance.pick<CommandType>(types), curiosityOf(at, from), chance);
}

const curiosityOf = (at: ClassAt, from: Actor) => ({
  ids: idsByKind(at.source.compiled, [at.exercise.world]),
  known: from === lead ? wordsIn(at.source.compiled.scenario) : wordsIn(at.snapshot(from)),
  hot: new Set<string>(),
  now: at.now,
});

/** A command in a few words: its type and its ids. */
export const wordsOf = ({ type, ...fields }: AnyCommand): string => `${type} ${JSON.stringify(fields)}`;
