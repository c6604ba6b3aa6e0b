/** Exercises in one process share nothing: played alternately, they give the same logs as played one after the other. */
import { describe, expect, it } from 'vitest';
import { lead, seated } from '../../shared/access/actor.ts';
import { playBots } from '../../shared/bots/play-bots.ts';
import type { Command } from '../../shared/exercise/commands.ts';
import type { Event } from '../../shared/exercise/events.ts';
import { advanceTo, decide, type Exercise, start, WorldDraft } from '../../shared/exercise/exercise.ts';
import { seatOf } from '../../shared/playthrough/session.ts';
import type { CompiledScenario } from '../../shared/scenario/compiled.ts';
import { parseCase } from '../../shared/scenario/parse-case.ts';
import { caseFiles } from '../support/case-files.ts';

/** Compiles a case anew, so that no cached table of an earlier play exists. */
function compile(id: string): CompiledScenario {
  const { compiled } = parseCase(caseFiles(id));
  if (!compiled) throw new Error(`${id} cannot be played`);
  return compiled;
}

/** One exercise that is given its commands one at a time. */
class Run {
  readonly events: Event[];
  readonly #draft = new WorldDraft();
  readonly #compiled: CompiledScenario;
  readonly #commands: readonly Command[];
  #exercise: Exercise;
  #next = 0;

  constructor(compiled: CompiledScenario, seed: number, commands: readonly Command[]) {
    this.#compiled = compiled;
    this.#commands = commands;
    const { events, exercise } = start(compiled, { seed }, this.#draft);
    this.#exercise = exercise;
    this.events = [...events];
  }

  /** False when there is no further command. */
  step(): boolean {
    const command = this.#commands[this.#next];
    if (!command) return false;
    this.#next += 1;
    const due = advanceTo(this.#compiled, this.#exercise, command.at, this.#draft);
    this.#exercise = due.exercise;
    this.events.push(...due.events);
    const decision = decide(this.#compiled, this.#exercise, command, this.#draft);
    if ('rejection' in decision) return true;
    this.#exercise = decision.exercise;
    this.events.push(...decision.events);
    return true;
  }

  end(): string {
    while (this.step());
    return JSON.stringify(this.events);
  }
}

/** The commands of a play: seating, the start, and the bots' commands. */
function commandsOf(id: string, seed: number): Command[] {
  const compiled = compile(id);
  const at = compiled.scenario.starts;
  const roles = Object.keys(compiled.scenario.roles);
  const byLead = (body: Command['body']): Command => ({ from: lead, at, body });
  return [
    ...roles.map((role) => byLead({ type: 'seat', seat: seatOf(role), role })),
    byLead({ type: 'start-exercise' }),
    ...playBots(compiled, { seed, bots: 'random' }).commands.map(
      (one): Command => ({ from: seated(one.from), at: one.at, body: one.body }),
    ),
  ];
}

const CASES = ['trial-match', 'silver-nets'] as const;
const SEED = 3;

describe('exercises in one process', () => {
  it('of two cases, stepped alternately, equal those stepped alone', () => {
    const commands = CASES.map((id) => commandsOf(id, SEED));
    const alone = CASES.map((id, index) => new Run(compile(id), SEED, commands[index] ?? []).end());
    const together = CASES.map((id, index) => new Run(compile(id), SEED, commands[index] ?? []));
    for (let going = true; going; ) going = together.map((run) => run.step()).includes(true);
    expect(together.map((run) => run.events.length > 500)).toEqual([true, true]);
    for (const [index, run] of together.entries()) expect(run.end() === alone[index], CASES[index]).toBe(true);
  }, 120_000);

  it('of one compiled case, stepped alternately, equal those stepped alone', () => {
    const seeds = [SEED, SEED + 1];
    const commands = seeds.map((seed) => commandsOf('trial-match', seed));
    const alone = seeds.map((seed, index) => new Run(compile('trial-match'), seed, commands[index] ?? []).end());
    const shared = compile('trial-match');
    const together = seeds.map((seed, index) => new Run(shared, seed, commands[index] ?? []));
    for (let going = true; going; ) going = together.map((run) => run.step()).includes(true);
    for (const [index, run] of together.entries())
      expect(run.end() === alone[index], `seed ${seeds[index]}`).toBe(true);
  }, 120_000);
});
