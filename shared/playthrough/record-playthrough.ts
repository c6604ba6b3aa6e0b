/**
 * Turns a played exercise into a playthrough: the commands with their moments, free texts inline, and readable names
 * instead of created ids. Works for every driver of the core: a class, a preview, a bot, a run.
 */
import { seatOfActor } from '../access/actor.ts';
import { type AnyCommand, COMMANDS } from '../vocabulary/commands.ts';
import type { Command } from '../exercise/commands.ts';
import type { Event } from '../exercise/events.ts';
import type { RejectionCode } from '../exercise/rejections.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import type { CaseMs } from '../time.ts';
import { creationOf } from '../vocabulary/events.ts';
import { NAME_FIELDS, TEXT_FIELDS } from './fields.ts';
import { type SeatNumbers, numberSeats } from './record-seats.ts';

export interface RecordedCommand {
  from: Command['from'];
  at: CaseMs;
  /** As the core got it: free texts are references. */
  body: AnyCommand;
  /** Number of the first event it emitted, if stored; it identifies which command created which id. */
  seq?: number | undefined;
  /** The code if the command was rejected; the step then expects that rejection. */
  refused?: RejectionCode | undefined;
}

export interface Recording {
  /** The whole log. */
  events: readonly Event[];
  commands: readonly RecordedCommand[];
  /** Free texts by reference; an erased one is written as `…`. */
  texts: Readonly<Record<string, string>>;
  /** Case time at the end, if it is later than the last event. */
  until?: CaseMs | undefined;
}

/** One command of a recording in the form of a playthrough. Moments are still numbers. */
export interface RecordedStep {
  at: CaseMs;
  who: string;
  do: AnyCommand['type'];
  fields: Record<string, unknown>;
  as?: string | undefined;
  refused?: RejectionCode | undefined;
}

export interface RecordedPlay {
  scenario: string;
  seed: number;
  seats: Record<string, number>;
  without: string[];
  steps: RecordedStep[];
  /** Case time at the end. */
  until: CaseMs;
}

/** A playthrough seats all desks and starts by itself, so these commands are no steps. */
const NOT_A_STEP: ReadonlySet<string> = new Set(['seat', 'free-seat', 'start-exercise', 'simulate-desk']);
const ERASED = '…';

/** Computes the steps. Returns undefined if the log does not begin with an exercise. */
export function recordPlay({ scenario }: CompiledScenario, recording: Recording): RecordedPlay | undefined {
  const { events, commands, texts } = recording;
  const opened = events.find((event) => event.type === 'exercise-opened');
  if (opened?.type !== 'exercise-opened') return undefined;
  const places = numberSeats(events);
  const asked = commands.filter(({ body }) => !NOT_A_STEP.has(body.type));
  const names = namesOf(events, asked);
  const steps = asked.map((command): RecordedStep => {
    const { type, ...fields } = command.body;
    const created = names.created.get(command);
    const as = created === undefined ? undefined : names.byId.get(created);
    return {
      at: command.at,
      who: places.who(command.from, command.at),
      do: type,
      fields: asWritten(fields, { names: names.byId, texts, places, at: command.at }),
      ...(as === undefined ? {} : { as }),
      ...(command.refused === undefined ? {} : { refused: command.refused }),
    };
  });
  const last = Math.max(events.at(-1)?.at ?? 0, steps.at(-1)?.at ?? 0);
  return {
    scenario: scenario.id,
    seed: opened.seed,
    seats: places.seats,
    without: Object.keys(scenario.roles).filter((role) => !opened.roles.includes(role)),
    steps,
    until: Math.max(last, recording.until ?? 0),
  };
}

interface Names {
  /** The id that each command created. */
  created: Map<RecordedCommand, string>;
  /** Names of created ids that a later command uses. */
  byId: Map<string, string>;
}

function namesOf(events: readonly Event[], commands: readonly RecordedCommand[]): Names {
  const created = new Map<RecordedCommand, string>();
  const used = new Set<Event>();
  for (const command of commands) {
    const event = creationBy(command, events, used);
    const id = event && creationOf(event);
    if (event === undefined || id === undefined) continue;
    used.add(event);
    created.set(command, id);
  }
  const needed = new Set(commands.flatMap(({ body }) => idsIn(body)));
  const byId = new Map<string, string>();
  const taken = new Set<string>();
  for (const [command, id] of created)
    if (needed.has(id) && !byId.has(id)) byId.set(id, freeName(stemOf(command.body), taken));
  return { created, byId };
}

/** The event by which a command created a thing: its own by number, or the next matching one. */
function creationBy(
  { body, from, at, seq, refused }: RecordedCommand,
  events: readonly Event[],
  used: ReadonlySet<Event>,
): Event | undefined {
  const type = COMMANDS[body.type].makes;
  if (type === undefined || refused !== undefined) return undefined;
  const seat = seatOfActor(from);
  return events.find((event) => {
    if (event.type !== type || used.has(event)) return false;
    if (seq !== undefined) return event.seq >= seq;
    return event.at === at && (seat === undefined || ('seat' in event && event.seat === seat));
  });
}

const idsIn = (body: AnyCommand): string[] =>
  Object.entries(body).flatMap(([field, value]) =>
    NAME_FIELDS.has(field) && typeof value === 'string' ? [value] : [],
  );

function stemOf(body: AnyCommand): string {
  switch (body.type) {
    case 'plan-interview':
      return `${body.person}-talk`;
    case 'assess-needs':
      return `${body.person}-referral`;
    case 'make-request':
      return body.kind === body.to ? body.kind : `${body.kind}-${body.to}`;
    case 'ask-consent':
      return `${body.person}-${body.kind}-consent`;
    case 'call-conference':
      return 'conference';
    case 'propose-action':
      return `${body.to}-action`;
    case 'set-charge':
      return `${body.person}-charge`;
    default:
      return 'made';
  }
}

function freeName(stem: string, taken: Set<string>): string {
  let name = stem;
  for (let number = 2; taken.has(name); number += 1) name = `${stem}-${number}`;
  taken.add(name);
  return name;
}

interface Writing {
  names: ReadonlyMap<string, string>;
  texts: Readonly<Record<string, string>>;
  places: SeatNumbers;
  at: CaseMs;
}

/** Fields that may hold the id of a seat. */
const SEAT_FIELDS: ReadonlySet<string> = new Set(['to', 'seat']);

function asWritten(fields: Record<string, unknown>, writing: Writing): Record<string, unknown> {
  const write = (field: string, value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((one: unknown) => write(field, one));
    if (typeof value !== 'string') return value;
    if (TEXT_FIELDS.has(field)) return writing.texts[value] ?? ERASED;
    if (NAME_FIELDS.has(field)) return writing.names.get(value) ?? value;
    return SEAT_FIELDS.has(field) ? writing.places.seatId(value, writing.at) : value;
  };
  return Object.fromEntries(
    Object.entries(fields).flatMap(([field, value]) => (value === undefined ? [] : [[field, write(field, value)]])),
  );
}
