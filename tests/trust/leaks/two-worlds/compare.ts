/** Compares what an actor received in two worlds; what a declared channel may tell is set aside first. */
import { isDeepStrictEqual } from 'node:util';
import type { PublicChannel } from '../../../../shared/exercise/public-channels.ts';
import type { CommandType } from '../../../../shared/vocabulary/commands.ts';
import type { Told } from './class-at.ts';

/** Where two values differ first, with both values; a length counts as a value. */
export interface Difference {
  path: string;
  one: string;
  other: string;
}

/** The first difference in the order of the bytes: order of keys and lengths of lists count. */
export function firstDifference(one: unknown, other: unknown, path = ''): Difference | undefined {
  if (Object.is(one, other)) return undefined;
  const both = [one, other];
  if (both.some((value) => typeof value !== 'object' || value === null) || Array.isArray(one) !== Array.isArray(other))
    return { path, one: brief(one), other: brief(other) };
  const [mine, theirs] = [Object.entries(one as object), Object.entries(other as object)];
  for (const [index, [key, value]] of mine.entries()) {
    const [otherKey, otherValue] = theirs[index] ?? [];
    if (otherKey !== key) return { path: join(path, 'key'), one: key, other: otherKey ?? 'nothing' };
    const found = firstDifference(value, otherValue, join(path, key));
    if (found) return found;
  }
  const more = theirs[mine.length];
  return more && { path: join(path, more[0]), one: 'nothing', other: brief(more[1]) };
}

const join = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);
const brief = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 120);

const outcomeOf = ({ answer }: Told): string => {
  const { ok, rejection } = (answer ?? { ok: true }) as { ok: boolean; rejection?: { code: string } };
  return ok ? 'accepted' : (rejection?.code ?? 'refused');
};

/** Compares two answers to the same act. Adds the channels that were needed to `used`. */
export function difference(
  one: Told,
  other: Told,
  by: CommandType,
  channels: readonly PublicChannel[],
  used: Set<string>,
): Difference | undefined {
  if (isDeepStrictEqual(one.answer, other.answer) && one.bytes.equals(other.bytes)) return undefined;
  const open = channels.filter((channel) => channel.by === '*' || channel.by.includes(by));
  const outcomes = [outcomeOf(one), outcomeOf(other)];
  const told = open.find(
    (channel) => outcomes[0] !== outcomes[1] && outcomes.every((outcome) => includes(channel.outcomes, outcome)),
  );
  if (told) {
    used.add(told.name);
    return undefined;
  }
  const apart = firstDifference(one.answer, other.answer);
  if (apart) return { ...apart, path: `answer.${apart.path}` };
  const [mine, theirs] = [flat(one), flat(other)];
  if (isDeepStrictEqual(mine, theirs)) return firstByte(one.bytes, other.bytes);
  return firstDifference(...setAside(mine, theirs, open, used));
}

/** Equal events in unequal frames: the numbers of the events, or what the frame adds. */
function firstByte(one: Buffer, other: Buffer): Difference {
  const at = one.findIndex((byte, index) => byte !== other[index]);
  const from = at < 0 ? Math.min(one.length, other.length) : at;
  const around = (bytes: Buffer): string => `…${bytes.subarray(from, from + 24).toString('latin1')}`;
  return { path: `byte ${from}`, one: around(one), other: around(other) };
}

const includes = (list: readonly string[] | undefined, word: string): boolean => list?.includes(word) === true;

type Flat = Record<string, unknown> & { type: string };

/** The events in the order of their streams. Their numbers follow from their count. */
const flat = ({ events }: Told): Flat[] =>
  events.flatMap(({ stream, events: known }) => known.map((event) => ({ stream, ...event }) as unknown as Flat));

function setAside(
  one: readonly Flat[],
  other: readonly Flat[],
  channels: readonly PublicChannel[],
  used: Set<string>,
): [Flat[], Flat[]] {
  let pair: [Flat[], Flat[]] = [[...one], [...other]];
  for (const channel of channels) {
    const [first, second] = pair;
    const rest = pair.map((events) => events.filter(({ type }) => !includes(channel.events, type)));
    const blanked = rest.map((events) => events.map((event) => withoutFields(event, channel)));
    const next: [Flat[], Flat[]] = [blanked[0] ?? [], blanked[1] ?? []];
    // A channel is needed if what it sets aside differs.
    const aside = [first, second].map((events, index) => events.length - (rest[index]?.length ?? 0));
    const narrows = !isDeepStrictEqual(next, pair);
    if (narrows && (aside[0] !== aside[1] || differsLess(pair, next))) {
      used.add(channel.name);
      pair = next;
    }
  }
  return pair;
}

const differsLess = (before: [Flat[], Flat[]], after: [Flat[], Flat[]]): boolean => {
  const count = ([one, other]: [Flat[], Flat[]]) =>
    Array.from({ length: Math.max(one.length, other.length) }, (_, index) => index).filter(
      (index) => !isDeepStrictEqual(one[index], other[index]),
    ).length;
  return count(after) < count(before);
};

function withoutFields(event: Flat, { fields }: PublicChannel): Flat {
  const blank = (fields as Record<string, readonly string[]> | undefined)?.[event.type] ?? [];
  return Object.fromEntries(
    Object.entries(event).map(([key, value]) => [key, blank.includes(key) ? blankOf(value) : value]),
  ) as Flat;
}

/** Of the id of a thing made in play, only its drawn number is set aside. */
const blankOf = (value: unknown): string =>
  typeof value === 'string' && DRAWN.test(value) ? value.replace(DRAWN, '-####') : 'set aside';
const DRAWN = /-\d{4}$/;
