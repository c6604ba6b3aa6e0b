/**
 * What a curious actor sends: commands of every declared type, filled with ids that it knows, ids that it has not earned, and
 * invented ones. Made from the declarations, so that a new command is probed without a change here.
 */
import { DeskSight } from '../../../../shared/bots/desk-sight.ts';
import { Mind } from '../../../../shared/bots/mind.ts';
import { randomCommand } from '../../../../shared/bots/random-offers.ts';
import type { CompiledScenario } from '../../../../shared/scenario/compiled.ts';
import type { World } from '../../../../shared/exercise/world.ts';
import { HOUR, MINUTE } from '../../../../shared/time.ts';
import {
  type AnyCommand,
  COMMAND_SCHEMAS,
  COMMANDS,
  type CommandType,
} from '../../../../shared/vocabulary/commands.ts';
import type { Field, ValueKind } from '../../../../shared/vocabulary/fields.ts';
import type { Chance } from './chance.ts';

/** An id that no case has. */
export const INVENTED = 'no-such-thing';

/** Every id that a field of this kind could hold, in this case and this class. */
export function idsByKind({ scenario, law }: CompiledScenario, worlds: readonly World[]): Map<ValueKind, string[]> {
  const scripts = Object.keys(scenario.interviews);
  const made = worlds.flatMap((world) =>
    [
      world.interviews,
      world.referrals,
      world.requests,
      world.consents,
      world.conferences,
      world.actions,
      world.charges,
      world.decisionLog,
    ].flatMap((record) => Object.keys(record)),
  );
  const [roles, bodies] = [Object.keys(scenario.roles), Object.keys(law.bodies)];
  const lists: Partial<Record<ValueKind, readonly string[]>> = {
    role: roles,
    'role-or-body': [...roles, ...bodies],
    seat: worlds.flatMap(({ seats }) => Object.keys(seats)),
    person: Object.keys(scenario.people),
    place: Object.keys(scenario.places),
    item: Object.keys(scenario.items),
    part: ['all', ...Object.values(scenario.items).flatMap(({ parts }) => Object.keys(parts ?? {}))],
    question: scripts.flatMap((script) => questionsOfScript(scenario, script)),
    service: Object.keys(scenario.services),
    inject: Object.keys(scenario.injects),
    decision: Object.keys(scenario.decisions),
    option: Object.values(scenario.decisions).flatMap(({ options }) => Object.keys(options)),
    operation: Object.keys(scenario.operations),
    'plan-section': Object.keys(law['plan-sections']),
    offence: Object.keys(law.offences),
    indicator: Object.keys(law.indicators),
    helper: Object.keys(scenario.helpers),
    remedy: Object.keys(law.remedies),
    measure: Object.keys(law['protective-measures']),
    'engage-step': Object.keys(law['engage-steps']),
    'sop-element': Object.keys(law['sop-elements']),
    'request-kind': Object.keys(law.requests),
    'made-in-play': made,
    any: [...roles, ...bodies, ...Object.keys(scenario.people), ...Object.keys(scenario.services)],
  };
  return new Map(
    Object.entries(lists).map(([kind, ids]) => [kind as ValueKind, [...new Set(ids)]] satisfies [ValueKind, string[]]),
  );
}

const questionsOfScript = ({ interviews }: CompiledScenario['scenario'], script: string): string[] =>
  Object.entries(interviews[script]?.topics ?? {}).flatMap(([topic, { questions }]) =>
    Object.keys(questions).map((question) => `${script}.${topic}.${question}`),
  );

export interface Curiosity {
  ids: ReadonlyMap<ValueKind, readonly string[]>;
  /** Ids that the actor has received. */
  known: ReadonlySet<string>;
  /** Ids that belong to the secret. */
  hot: ReadonlySet<string>;
  now: number;
}

/** The used part of a schema. */
interface Described {
  def: { type: string; innerType?: Described; element?: Described; entries?: Record<string, string> };
}

/** A random valid command of a type. */
export function probe(type: CommandType, curiosity: Curiosity, chance: Chance): AnyCommand {
  const fields = Object.entries(COMMANDS[type].fields).flatMap(([name, field]) => {
    const value = valueOf(field, field.schema, curiosity, chance);
    return value === undefined ? [] : [[name, value] as const];
  });
  return COMMAND_SCHEMAS[type].parse({ type, ...Object.fromEntries(fields) }) as AnyCommand;
}

function valueOf(field: Field, schema: unknown, curiosity: Curiosity, chance: Chance): unknown {
  const { def } = schema as Described;
  if (def.type === 'optional' && chance.next() < 0.5) return undefined;
  if (def.innerType) return valueOf(field, def.innerType, curiosity, chance);
  if (def.element) {
    const values = Array.from({ length: chance.between(1, 2) }, () => valueOf(field, def.element, curiosity, chance));
    return [...new Set(values)];
  }
  if (def.entries) return chance.pick(Object.values(def.entries));
  if (def.type === 'boolean') return chance.next() < 0.5;
  if (field.holds === 'time') return curiosity.now + chance.pick([-HOUR, MINUTE, HOUR]);
  if (def.type === 'number') return chance.between(1, 60);
  return field.holds === 'text' ? 'words' : idFor(field.holds, curiosity, chance);
}

/** A command that a desk is offered by what it knows: valid, so that it reaches further than a random one. */
export function offered(compiled: CompiledScenario, world: World, seat: string, now: number, chance: Chance) {
  const role = world.seats[seat]?.role;
  if (role === undefined || world.status !== 'running') return undefined;
  const options = { kind: 'random', role, seat, seed: chance.between(1, 1_000_000) } as const;
  const sight = new DeskSight(compiled, world, options);
  sight.look(world, now);
  return randomCommand(sight, new Mind(options));
}

/** Mostly an id of the secret or one that the actor knows; sometimes an id that it has not earned, or an invented one. */
function idFor(kind: ValueKind, { ids, known, hot }: Curiosity, chance: Chance): string {
  const all = ids.get(kind) ?? [];
  const luck = chance.next();
  const [ofSecret, ofKnown] = [all.filter((id) => hot.has(id)), all.filter((id) => known.has(id))];
  if (luck < 0.4 && ofSecret.length > 0) return chance.pick(ofSecret);
  if (luck < 0.85 && ofKnown.length > 0) return chance.pick(ofKnown);
  return luck < 0.96 && all.length > 0 ? chance.pick(all) : INVENTED;
}

/** Every word and every piece of an address in a value. */
export function wordsIn(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value === 'string') {
    found.add(value);
    for (const piece of value.split(/[.:/]/)) found.add(piece);
  } else if (Array.isArray(value)) for (const one of value) wordsIn(one, found);
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) {
      wordsIn(key, found);
      wordsIn(inner, found);
    }
  return found;
}
