/**
 * Random commands for property tests: every command of the core, with fields drawn from the ids of a scenario, from ids
 * that desks may have created, and from unknown ids. Generated from the schemas, so that new commands are covered
 * automatically.
 */
import * as fc from 'fast-check';
import { type Actor, lead, seated } from '../../shared/access/actor.ts';
import type { World } from '../../shared/exercise/world.ts';
import { seatOf } from '../../shared/playthrough/session.ts';
import type { CompiledScenario } from '../../shared/scenario/compiled.ts';
import { HOUR, MINUTE } from '../../shared/time.ts';
import {
  AnyCommand,
  COMMAND_TYPES,
  COMMANDS,
  type CommandType,
  CONTROL_COMMAND_TYPES,
  DESK_COMMAND_TYPES,
} from '../../shared/vocabulary/commands.ts';

export interface Step {
  /** Case minutes before the command. */
  wait: number;
  from: Actor;
  body: AnyCommand;
}

/** Free texts are references in the core; these values are recognisable everywhere. */
const TEXT_FIELDS = new Set(['text', 'reason', 'rejected', 'label', 'agenda']);
/** Trainer commands that are excluded, because they start, stop or seat the exercise. */
const FRAME = new Set([
  'start-exercise',
  'end-exercise',
  'pause',
  'resume',
  'set-pace',
  'skip-to',
  'seat',
  'free-seat',
]);

/** Ids of things that desks create, as many as a random play is likely to create. */
function created(compiled: CompiledScenario, kind: string): string[] {
  return Object.keys(compiled.scenario.roles).flatMap((role) => [`${role}-${kind}-1`, `${role}-${kind}-2`]);
}

/** Random ids: a play names the first or second thing of a desk, and `meant` replaces it with the real id. */
const DRAWN = { consent: 'consents', referral: 'referrals', conference: 'conferences', action: 'actions' } as const;

/** The command with the real ids of the things it names. */
export function meant(body: AnyCommand, world: World): AnyCommand {
  const fields = Object.entries(body).map(([field, value]) => {
    const [, stem = '', kind = '', which = ''] =
      typeof value === 'string' ? (/^(.+-(consent|referral|conference|action)-)([12])$/.exec(value) ?? []) : [];
    if (stem === '') return [field, value];
    const made = Object.keys(world[DRAWN[kind as keyof typeof DRAWN]]).filter((id) => id.startsWith(stem));
    return [field, made[Number(which) - 1] ?? value];
  });
  return Object.fromEntries(fields) as AnyCommand;
}

/** Values for a field by its name. */
function pools(compiled: CompiledScenario): Record<string, string[]> {
  const { scenario, law } = compiled;
  const [items, people, places] = [scenario.items, scenario.people, scenario.places].map((record) =>
    Object.keys(record),
  );
  const roles = Object.keys(scenario.roles);
  const helpers = Object.keys(scenario.helpers);
  const questions = Object.entries(scenario.interviews).flatMap(([script, { topics }]) =>
    Object.entries(topics).flatMap(([topic, { questions: asked }]) =>
      Object.keys(asked).map((id) => `${script}.${topic}.${id}`),
    ),
  );
  const parts = Object.values(scenario.items).flatMap((item) => Object.keys(item.parts ?? {}));
  const ids = Object.fromEntries(
    ['interview', 'referral', 'request', 'consent', 'conference', 'action', 'charge'].map((kind) => [
      kind,
      created(compiled, kind),
    ]),
  );
  return {
    ...ids,
    item: items ?? [],
    items: items ?? [],
    act: items ?? [],
    means: items ?? [],
    purposeItems: items ?? [],
    person: people ?? [],
    place: places ?? [],
    to: [...roles, ...Object.keys(law.bodies), ...roles.map((role) => seatOf(role))],
    with: [...roles, ...(items ?? [])],
    about: roles,
    parts: [...parts, 'all'],
    interpreter: helpers,
    support: helpers,
    guardian: helpers,
    question: questions,
    service: Object.keys(scenario.services),
    inject: Object.keys(scenario.injects),
    decision: Object.keys(scenario.decisions),
    option: Object.values(scenario.decisions).flatMap(({ options }) => Object.keys(options)),
    operation: Object.keys(scenario.operations),
    section: Object.keys(law['plan-sections']),
    indicator: Object.keys(law.indicators),
    offence: Object.keys(law.offences),
    remedies: Object.keys(law.remedies),
    kind: [...Object.keys(law.requests), ...Object.keys(law['protective-measures'])],
    steps: Object.keys(law['engage-steps']),
    step: Object.keys(law['sop-elements']),
    safeguards: Object.keys(law['engage-steps']),
  };
}

/** The used part of a schema's JSON description. */
interface Described {
  def: { type: string; innerType?: Described; element?: Described; entries?: Record<string, string> };
}

function valueOf(
  field: string,
  { def }: Described,
  pool: Record<string, string[]>,
  starts: number,
): fc.Arbitrary<unknown> {
  const inner = def.innerType;
  if (inner) return fc.option(valueOf(field, inner, pool, starts), { nil: undefined, freq: 3 });
  if (TEXT_FIELDS.has(field)) {
    const reference = fc.nat({ max: 999_999 }).map((number) => `words-${number}`);
    return def.type === 'array' ? fc.array(reference, { minLength: 1, maxLength: 2 }) : reference;
  }
  if (def.type === 'array' && def.element) {
    return fc.uniqueArray(valueOf(field, def.element, pool, starts), {
      minLength: 1,
      maxLength: 2,
      comparator: (a, b) => a === b,
    });
  }
  if (def.entries) return fc.constantFrom(...Object.values(def.entries));
  if (def.type === 'boolean') return fc.boolean();
  if (field === 'pace') return fc.integer({ min: 1, max: 60 });
  if (def.type === 'number')
    return field === 'x' || field === 'y'
      ? fc.nat({ max: 4000 })
      : fc.nat({ max: 8 }).map((hours) => starts + hours * HOUR);
  const known = pool[field] ?? [];
  return known.length === 0
    ? fc.constant('no-such-thing')
    : fc.oneof({ weight: 30, arbitrary: fc.constantFrom(...known) }, fc.constant('no-such-thing'));
}

function bodyOf(type: CommandType, pool: Record<string, string[]>, starts: number): fc.Arbitrary<AnyCommand> {
  const values = Object.fromEntries(
    Object.entries(COMMANDS[type].fields).map(([field, { schema }]) => [
      field,
      valueOf(field, schema as unknown as Described, pool, starts),
    ]),
  );
  return fc.record(values).map((drawn) => {
    const set = Object.entries(drawn).filter(([, value]) => value !== undefined);
    return AnyCommand.parse({ type, ...Object.fromEntries(set) });
  });
}

/** Valid commands of every type, by type. */
export function commandsByType(compiled: CompiledScenario): Map<string, fc.Arbitrary<AnyCommand>> {
  const pool = pools(compiled);
  return new Map(COMMAND_TYPES.map((type) => [type, bodyOf(type, pool, compiled.scenario.starts)]));
}

/** One command of any actor of this scenario, after a while. Mostly desks, sometimes the trainer; some are rejected. */
export function anyStep(compiled: CompiledScenario): fc.Arbitrary<Step> {
  const pool = pools(compiled);
  const { starts, roles } = compiled.scenario;
  const desks = DESK_COMMAND_TYPES.map((type) => bodyOf(type, pool, starts));
  const trainer = CONTROL_COMMAND_TYPES.filter((type) => !FRAME.has(type)).map((type) => bodyOf(type, pool, starts));
  const wait = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 40 }));
  const seats = Object.keys(roles).map((role) => seated(seatOf(role)));
  const byDesk = fc.record({ wait, from: fc.constantFrom(...seats), body: fc.oneof(...desks) });
  const byTrainer = fc.record({ wait, from: fc.constant(lead), body: fc.oneof(...trainer) });
  return fc.oneof({ weight: 12, arbitrary: byDesk }, { weight: 1, arbitrary: byTrainer });
}

/** A random play that makes progress: the start of a passing playthrough with random commands in between. */
export function anyPlay(compiled: CompiledScenario, line: readonly Step[], noise = 40): fc.Arbitrary<Step[]> {
  const thrownIn = fc.array(fc.record({ place: fc.nat({ max: line.length }), step: anyStep(compiled) }), {
    maxLength: noise,
  });
  return fc
    .tuple(fc.nat({ max: line.length }), thrownIn)
    .map(([length, extras]) =>
      Array.from({ length: line.length + 1 }, (_, index) => [
        ...extras.filter(({ place }) => place === index).map(({ step }) => step),
        ...(index < length ? line.slice(index, index + 1) : []),
      ]).flat(),
    );
}

/** Minutes of a step in case time. */
export const waitOf = ({ wait }: Step): number => wait * MINUTE;
