/**
 * A refusal tells nothing of what a desk has not earned: for every command and every id in it, something of the case
 * that the desk does not know is refused exactly like an id that does not exist. The ids of a case are readable words,
 * so anyone could try them.
 */
import { expect, test, vi } from 'vitest';
import { seated } from '../../shared/access/actor.ts';
import { desk, mayKnow } from '../../shared/access/audience.ts';
import { knowsHelper } from '../../shared/exercise/known-with.ts';
import { evolve } from '../../shared/exercise/evolve.ts';
import { decide, toKnown } from '../../shared/exercise/exercise.ts';
import { emptyWorld, type World } from '../../shared/exercise/world.ts';
import { type Session, seatOf } from '../../shared/playthrough/session.ts';
import type { CompiledScenario } from '../../shared/scenario/compiled.ts';
import { type AnyCommand, COMMANDS, DESK_COMMAND_TYPES } from '../../shared/vocabulary/commands.ts';
import type { ValueKind } from '../../shared/vocabulary/fields.ts';
import { longestPlay, playedUpTo } from '../trust/permissions/moments.ts';

vi.setConfig({ testTimeout: 60_000 });

const NOWHERE = 'no-such-thing';
const ELSEWHERE = 'another-such-thing';

type Known = Partial<Record<ValueKind, (id: string) => boolean>>;

/** Whether a desk knows a thing, judged by its own view alone; for kinds of things that a case can hide. */
function knownTo(compiled: CompiledScenario, world: World, role: string): Known {
  const { scenario } = compiled;
  return {
    item: (id) => world.items[id]?.known[role] !== undefined,
    person: (id) => world.people[id]?.known[role] !== undefined,
    place: (id) => !scenario.places[id]?.hidden || (world.places[id]?.shownTo.includes(role) ?? false),
    decision: (id) => world.decisions[id] !== undefined,
    operation: (id) => world.operations[id] !== undefined,
    helper: (id) => knowsHelper(compiled, world, role, id),
    service: (id) => {
      const { 'known-to': known = [role], 'run-by': runner } = scenario.services[id] ?? {};
      return known.includes(role) || runner === role;
    },
    question: (id) => Object.values(world.interviews).some(({ offered }) => offered.includes(id)),
  };
}

const idsOf = ({ scenario }: CompiledScenario): Partial<Record<ValueKind, readonly string[]>> => ({
  item: Object.keys(scenario.items),
  person: Object.keys(scenario.people),
  place: Object.keys(scenario.places),
  decision: Object.keys(scenario.decisions),
  operation: Object.keys(scenario.operations),
  helper: Object.keys(scenario.helpers),
  service: Object.keys(scenario.services),
  question: Object.entries(scenario.interviews).flatMap(([script, { topics }]) =>
    Object.entries(topics).flatMap(([topic, { questions }]) =>
      Object.keys(questions).map((question) => `${script}.${topic}.${question}`),
    ),
  ),
});

/** The first thing of each kind that the desk knows, so that a command is refused for the id under test if it can be. */
function knownThings(compiled: CompiledScenario, world: World, role: string): Partial<Record<ValueKind, string>> {
  const known = knownTo(compiled, world, role);
  const first = Object.entries(idsOf(compiled)).flatMap(([kind, ids]) => {
    const id = ids.find((one) => known[kind as ValueKind]?.(one) === true);
    return id === undefined ? [] : [[kind, id]];
  });
  const other = world.roles.find((id) => id !== role) ?? role;
  const mine = (things: Record<string, { by?: string | undefined }>) =>
    Object.entries(things).find(([, { by }]) => by === role)?.[0];
  return {
    role: other,
    'role-or-body': other,
    any: other,
    'request-kind': Object.keys(compiled.law.requests)[0],
    offence: Object.keys(compiled.law.offences)[0],
    option: 'rest-stop',
    'made-in-play': mine(world.interviews) ?? mine(world.referrals) ?? ELSEWHERE,
    part: 'all',
    ...Object.fromEntries(first),
  };
}

/** A command of this type from things that the desk knows; the field under test, and everything optional, is left out. */
function commandOf(type: AnyCommand['type'], things: Partial<Record<ValueKind, string>>): Record<string, unknown> {
  const fields = Object.entries(COMMANDS[type].fields).map(([name, { schema, holds }]) => {
    const guesses = [things[holds] ?? ELSEWHERE, true, 1];
    const words = (schema as unknown as { options?: readonly string[] }).options ?? [];
    const value = [...words, ...guesses, ...guesses.map((one) => [one]), []].find(
      (one) => schema.safeParse(one).success,
    );
    return [name, value];
  });
  return { type, ...Object.fromEntries(fields) } as Record<string, unknown>;
}

const refusalOf = ({ compiled, exercise, now }: Session, role: string, body: Record<string, unknown>, id: string) => {
  const decision = decide(compiled, exercise, { from: seated(seatOf(role)), at: now, body: body as AnyCommand });
  return 'rejection' in decision ? JSON.stringify(decision.rejection).replaceAll(`"${id}"`, '"…"') : 'accepted';
};

/** Every thing of the case that is refused otherwise than an id that does not exist, as a sentence. */
function tellings(session: Session): { tried: number; told: string[] } {
  const { compiled, events } = session;
  let tried = 0;
  const told = session.exercise.world.roles.flatMap((role) => {
    const world = events
      .filter((event) => mayKnow(desk(role), event))
      .map(toKnown)
      .reduce(evolve, emptyWorld());
    const known = knownTo(compiled, world, role);
    const things = knownThings(compiled, world, role);
    return DESK_COMMAND_TYPES.flatMap((type) =>
      Object.entries(COMMANDS[type].fields).flatMap(([field, { holds, schema }]) => {
        const hidden = (idsOf(compiled)[holds] ?? []).filter((id) => known[holds]?.(id) === false);
        const isList = !schema.safeParse('x').success;
        const asked = (id: string) =>
          refusalOf(session, role, { ...commandOf(type, things), [field]: isList ? [id] : id }, id);
        const nowhere = asked(NOWHERE);
        tried += hidden.length;
        return hidden.flatMap((id) =>
          asked(id) === nowhere ? [] : [`${role}: ${type} ${field}=${id} is ${asked(id)}, not ${nowhere}`],
        );
      }),
    );
  });
  return { tried, told };
}

test.each(['hello-baraza', 'trial-match', 'silver-nets'])(
  'in %s no refusal tells a desk that something it has not earned exists',
  (id) => {
    const play = longestPlay(id);
    for (const share of [0, 0.2, 0.5, 0.9]) {
      const { tried, told } = tellings(playedUpTo(play, share));
      expect(tried).toBeGreaterThan(0);
      expect(told.slice(0, 20)).toEqual([]);
    }
  },
);
