/**
 * The plays of a set of stored logs: every playthrough, every kind of bot, random commands, and one play with the
 * commands that these lack.
 */
import * as fc from 'fast-check';
import { seated } from '../../../shared/access/actor.ts';
import type { BotKind } from '../../../shared/vocabulary/enums.ts';
import { playBots } from '../../../shared/bots/play-bots.ts';
import type { AnyCommand } from '../../../shared/vocabulary/commands.ts';
import type { Command } from '../../../shared/exercise/commands.ts';
import { desk, mayKnow } from '../../../shared/access/audience.ts';
import { TEXT_FIELDS } from '../../../shared/playthrough/fields.ts';
import { parsePlaythrough } from '../../../shared/playthrough/parse-playthrough.ts';
import { playThrough } from '../../../shared/playthrough/play-through.ts';
import { seatOf } from '../../../shared/playthrough/session.ts';
import type { CompiledScenario } from '../../../shared/scenario/compiled.ts';
import { anyStep, meant, waitOf } from '../arbitrary-commands.ts';
import { playthroughsOf } from '../case-files.ts';
import { Tape, TRAINER } from './tape.ts';

const BOTS: readonly BotKind[] = ['by-the-book', 'careless', 'random', 'slow'];
const SEED = 20_261;

interface Line {
  seed: number;
  roles: string[];
  steps: Command[];
  /** Case time of EndEx. */
  until: number;
}

/** Every play of a case by name. */
export function playsOf(id: string, compiled: CompiledScenario): Map<string, () => Tape> {
  const plays = new Map<string, () => Tape>();
  for (const { path, text } of playthroughsOf(id)) {
    const name = path.replace(/^.*\//, '').replace('.playthrough.yaml', '');
    plays.set(`${id}-${name}`, () => played(compiled, lineOf(compiled, path, text)));
  }
  for (const kind of BOTS) plays.set(`${id}-bots-${kind}`, () => played(compiled, lineOfBots(compiled, kind)));
  const longest = playthroughsOf(id).toSorted((a, b) => b.text.length - a.text.length)[0];
  if (!longest) throw new Error(`${id} has no playthrough`);
  const line = () => lineOf(compiled, longest.path, longest.text);
  plays.set(`${id}-random-commands`, () => withRandomCommands(compiled, line()));
  plays.set(`${id}-every-other-command`, () => withEveryOtherCommand(compiled, line()));
  return plays;
}

/** The small case with one effect that no shipped case uses. */
export function withAppearance(files: Readonly<Record<string, string>>): Record<string, string> {
  const main = files['scenario.yaml'] ?? '';
  const changed = main.replace('entry: [{end: true}]', 'entry: [{appear: wage-book}, {end: true}]');
  if (changed === main) throw new Error('the case has no end to put the effect before');
  return { ...files, 'scenario.yaml': changed };
}

function lineOf(compiled: CompiledScenario, path: string, text: string): Line {
  const { playthrough } = parsePlaythrough(path, text, compiled);
  if (!playthrough) throw new Error(`${path} cannot be read`);
  const { commands, texts, events } = playThrough(compiled, { ...playthrough, result: undefined });
  const roles = Object.keys(compiled.scenario.roles).filter((role) => !playthrough.without.includes(role));
  const steps = commands.map((command) => ({ ...command, body: withWords(command.body, texts) }));
  return { seed: playthrough.seed, roles, steps, until: events.at(-1)?.at ?? 0 };
}

function lineOfBots(compiled: CompiledScenario, bots: BotKind): Line {
  const { commands, events } = playBots(compiled, { seed: SEED, bots });
  const steps = commands.map(({ from, at, body }): Command => ({ from: seated(from), at, body }));
  return { seed: SEED, roles: Object.keys(compiled.scenario.roles), steps, until: events.at(-1)?.at ?? 0 };
}

/** Replaces references by their texts. */
function withWords(body: AnyCommand, texts: Readonly<Record<string, string>>): AnyCommand {
  const word = (value: unknown): unknown => (typeof value === 'string' ? (texts[value] ?? value) : value);
  const fields = Object.entries(body).map(([field, value]: [string, unknown]) => [
    field,
    !TEXT_FIELDS.has(field) ? value : Array.isArray(value) ? value.map(word) : word(value),
  ]);
  return Object.fromEntries(fields) as AnyCommand;
}

function begun(compiled: CompiledScenario, { seed, roles }: Line, second?: string): Tape {
  const tape = new Tape(compiled, seed, roles);
  for (const role of roles) tape.sits(seatOf(role), role);
  if (second !== undefined) tape.sits(seatOf(second, 2), second);
  tape.does(TRAINER, { type: 'start-exercise' });
  return tape;
}

function step(tape: Tape, { from, at, body }: Command): boolean {
  if (at > tape.now) tape.passesTo(at);
  return tape.asks(from, body);
}

function ended(tape: Tape, { until }: Line): Tape {
  if (until > tape.now) tape.passesTo(until);
  if (tape.exercise.world.status !== 'ended') tape.does(TRAINER, { type: 'end-exercise' });
  return tape;
}

function played(compiled: CompiledScenario, line: Line): Tape {
  const tape = begun(compiled, line);
  for (const one of line.steps) step(tape, one);
  return ended(tape, line);
}

/** Three random commands after every second step of the line; most of them are rejected. */
function withRandomCommands(compiled: CompiledScenario, line: Line): Tape {
  const tape = begun(compiled, line);
  const drawn = fc.sample(anyStep(compiled), { numRuns: line.steps.length * 6, seed: SEED });
  for (const [index, one] of line.steps.entries()) {
    step(tape, one);
    for (const extra of drawn.slice(index * 6, index * 6 + 6)) {
      tape.passesTo(tape.now + Math.min(waitOf(extra), 60_000));
      tape.asks(extra.from, meant(extra.body, tape.exercise.world));
    }
  }
  return ended(tape, line);
}

const trainer = (tape: Tape, ...bodies: AnyCommand[]): void => {
  for (const body of bodies) tape.does(TRAINER, body);
};

/** The line, and the commands that no playthrough and no bot uses. */
function withEveryOtherCommand(compiled: CompiledScenario, line: Line): Tape {
  const [first = ''] = line.roles;
  const firstAsk = line.steps.findIndex(({ body }) => body.type === 'ask');
  const asking = line.steps[firstAsk];
  if (!asking || !('seat' in asking.from)) throw new Error('nobody asks a question in this line');
  const lead = asking.from.seat;
  const leads = lead.slice(0, -2);
  const tape = begun(compiled, line, leads);
  let hasSpoken = false;
  for (const [index, one] of line.steps.entries()) {
    if (index === firstAsk) besideAnInterview(tape, one, lead, seatOf(leads, 2));
    step(tape, one);
    if (index === 3) earlyOn(tape, first);
    hasSpoken ||= speaksForSomePerson(tape);
  }
  if (!hasSpoken) throw new Error('no desk was with a person who may be spoken for');
  afterTheLine(tape, first, seatOf(leads, 2));
  return ended(tape, line);
}

function earlyOn(tape: Tape, role: string): void {
  trainer(
    tape,
    { type: 'pause', reason: 'A word about the room.' },
    { type: 'resume' },
    { type: 'set-pace', pace: 10 },
    { type: 'whisper', to: [role], text: 'Look at what you hold first.' },
    { type: 'whisper', to: [seatOf(role)], text: 'You are doing well.' },
    { type: 'take-note', text: 'They read the note together.', about: role },
  );
  const [item = ''] = Object.keys(worldSeenBy(tape, role).items);
  tape.does(seated(seatOf(role)), { type: 'place-item', item, x: 240, y: 130 });
  tape.does(seated(seatOf(role)), { type: 'raise-hand', text: 'Which form do we use?' });
}

/** True if a desk is with a person that the trainer may speak for. */
const speaksForSomePerson = (tape: Tape): boolean =>
  Object.keys(tape.compiled.scenario.people).some((person) =>
    tape.asks(TRAINER, { type: 'speak-for', person, text: 'I have nothing to say without my lawyer.' }),
  );

function worldSeenBy(tape: Tape, role: string): { items: Record<string, true> } {
  const learned = tape.events.flatMap((event) =>
    event.type === 'item-learned' && mayKnow(desk(role), event) ? [[event.item, true as const] as const] : [],
  );
  return { items: Object.fromEntries(learned) };
}

/** The second person of the desk suggests a question, takes the lead and gives it back. */
function besideAnInterview(tape: Tape, { at, body }: Command, lead: string, second: string): void {
  if (at > tape.now) tape.passesTo(at);
  if (body.type !== 'ask') throw new Error('not a question');
  const { interview, question } = body;
  tape.does(seated(second), { type: 'suggest-question', interview, question });
  tape.does(seated(lead), { type: 'pass-lead', interview, to: second });
  tape.does(seated(second), { type: 'pass-lead', interview, to: lead });
}

function afterTheLine(tape: Tape, first: string, second: string): void {
  const { scenario } = tape.compiled;
  const pending = () =>
    Object.keys(scenario.injects).filter((id) => {
      const state = tape.exercise.world.injects[id];
      return state?.firedAt === undefined && !state?.skipped;
    });
  const [held = '', skipped = '', fired = ''] = pending();
  trainer(
    tape,
    { type: 'hold-inject', inject: held },
    { type: 'release-inject', inject: held },
    { type: 'skip-inject', inject: skipped },
    { type: 'fire-inject', inject: fired },
  );
  for (const [operation, { lead }] of Object.entries(scenario.operations))
    for (const role of lead) tape.asks(seated(seatOf(role)), { type: 'abort-operation', operation });
  const other = Object.keys(scenario.roles).find(
    (role) => role !== first && tape.asks(TRAINER, { type: 'seat', seat: second, role }),
  );
  if (other === undefined) throw new Error('the second person can sit nowhere else');
  trainer(tape, { type: 'free-seat', seat: second }, { type: 'free-seat', seat: seatOf(first) });
  trainer(
    tape,
    { type: 'simulate-desk', role: first, manner: 'overloaded', kind: 'careless' },
    { type: 'simulate-desk', role: first, kind: 'slow' },
    { type: 'skip-to', to: tape.now + 90 * 60_000 },
  );
}
