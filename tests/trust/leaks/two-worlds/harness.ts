/** Non-interference: the same curious actor in two worlds that differ only in what it may not know receives the same bytes. */
import { isDeepStrictEqual } from 'node:util';
import { type Actor, seatOfActor } from '../../../../shared/access/actor.ts';
import { PUBLIC_CHANNELS, type PublicChannel } from '../../../../shared/exercise/public-channels.ts';
import { cardIdsOf } from '../../../../shared/simulation/card-proof.ts';
import { COMMAND_TYPES } from '../../../../shared/vocabulary/commands.ts';
import { Chance } from './chance.ts';
import { difference, firstDifference, type Difference } from './compare.ts';
import type { Play } from './plays.ts';
import { type Curiosity, idsByKind, offered, probe, wordsIn } from './probes.ts';
import { nameOf, type Secret, wordsOf } from './secrets.ts';

export interface Leak {
  sentence: string;
  /** The act, the place of the difference and both values, to count leaks of one kind once. */
  kind: string;
}

export interface Tally {
  pairs: number;
  probes: number;
  accepted: number;
  cards: number;
  channels: Set<string>;
}

export const noTally = (): Tally => ({ pairs: 0, probes: 0, accepted: 0, cards: 0, channels: new Set() });

interface Question {
  seed: number;
  play: Play;
  actor: Actor;
  secret: Secret;
  channels?: readonly PublicChannel[];
}

/** Everything that the actor can ask for, in both worlds. */
export function* leaksOf(question: Question, tally: Tally): Generator<Leak> {
  const { seed, actor, secret, channels = PUBLIC_CHANNELS } = question;
  const { one, other } = secret;
  const chance = new Chance(seed);
  const leak = (what: string, { path, one: first, other: second }: Difference): Leak => ({
    kind: `${what} ${path} ${first} | ${second}`.replace(/\d+/g, '#'),
    sentence: `Seed ${seed}, ${question.play.title}: ${what} for ${nameOf(actor)} has ${path} = ${first}, but ${second} in a world ${secret.where}`,
  });
  tally.pairs += 1;
  const snapshots = firstDifference(one.snapshot(actor), other.snapshot(actor));
  // What was told before differs, so everything after it does.
  if (snapshots) {
    yield leak('the snapshot', snapshots);
    return;
  }
  const room = firstDifference(withoutChannels(one.room(), channels, other.room(), tally), other.room());
  if (room) yield leak('the room', room);
  yield* cardLeaks(question, tally, chance, leak);
  const curiosity = {
    ids: idsByKind(one.source.compiled, [one.exercise.world, other.exercise.world]),
    known: wordsIn(one.snapshot(actor)),
    hot: secret.hot,
    now: Math.max(one.now, other.now),
  };
  for (const body of probesOf(question, curiosity, chance)) {
    const [mine, theirs] = [one, other].map((world) => world.tells(actor, body, curiosity.now));
    if (!mine || !theirs) continue;
    tally.probes += 1;
    if (mine.events.length > 0) tally.accepted += 1;
    const apart = difference(mine, theirs, body.type, channels, tally.channels);
    const earned = apart && secret.isEarnedBy?.(one.eventsOf(actor, body, curiosity.now));
    if (apart && !earned) yield leak(`the answer to ${wordsOf(body)}`, apart);
  }
}

/** A few commands of every type, some that the desk is offered, and those that it sent next in the play. */
function* probesOf({ play, actor, secret: { one } }: Question, curiosity: Curiosity, chance: Chance) {
  for (const type of COMMAND_TYPES) for (let turn = 0; turn < 3; turn += 1) yield probe(type, curiosity, chance);
  const seat = seatOfActor(actor);
  const view = one.view(actor);
  if (seat === undefined || !view) return;
  for (let turn = 0; turn < 30; turn += 1) {
    const body = offered(one.source.compiled, view, seat, curiosity.now, chance);
    if (body) yield body;
  }
  const next = play.sent.filter(({ from, at }) => seatOfActor(from) === seat && at >= one.now);
  for (const { body } of next.slice(0, 6)) yield body;
}

function* cardLeaks(
  { secret: { one, other }, actor }: Question,
  tally: Tally,
  chance: Chance,
  leak: (what: string, apart: Difference) => Leak,
): Generator<Leak> {
  const same = one.source === other.source;
  const { scenario } = one.source.compiled;
  const all = [
    ...new Set([...cardIdsOf(one.source.compiled), ...cardIdsOf(other.source.compiled), 'law', 'roles', 'helpers']),
  ];
  // In one case, a card is made from the world that the snapshots compared; a few are read again.
  const ids = same ? Array.from({ length: 12 }, () => chance.pick(all)) : all;
  for (const id of ids)
    for (const language of same ? [scenario.language] : scenario.languages) {
      const [mine, theirs] = [one, other].map((world) => world.card(actor, language, id));
      tally.cards += 1;
      const apart = firstDifference(mine, theirs);
      if (apart) yield leak(`the card ${id} in ${language}`, apart);
    }
}

/** `room` with the fields of `other` where a declared channel may tell them. */
function withoutChannels(
  room: Record<string, unknown>,
  channels: readonly PublicChannel[],
  other: Record<string, unknown>,
  tally: Tally,
): Record<string, unknown> {
  const open = { ...room };
  for (const { name, room: fields = [] } of channels)
    for (const field of fields) {
      if (!isDeepStrictEqual(open[field], other[field])) tally.channels.add(name);
      open[field] = other[field];
    }
  return open;
}
