/**
 * Plays a case and records what a server would store: events, accepted commands with their answers, free texts by
 * reference.
 */
import { AnyCommand, isControlCommand } from '../../../shared/vocabulary/commands.ts';
import { keptAs } from '../../../shared/access/stored-names.ts';
import { lead } from '../../../shared/access/actor.ts';
import type { Command } from '../../../shared/exercise/commands.ts';
import type { Event } from '../../../shared/exercise/events.ts';
import { advanceTo, decide, type Exercise, start } from '../../../shared/exercise/exercise.ts';
import { detachTexts } from '../../../shared/protocol/detach-texts.ts';
import type { CompiledScenario } from '../../../shared/scenario/compiled.ts';
import type { CommandRow, KeptLog } from './kept-log.ts';

export const TRAINER = lead;
/** 1 March 2026, 08:00 UTC: the fixed clock of stored logs. */
const OPENED = Date.UTC(2026, 2, 1, 8);

export class Tape {
  readonly compiled: CompiledScenario;
  readonly #events: Event[];
  readonly #commands: CommandRow[] = [];
  readonly #texts: Record<string, string> = {};
  readonly #people = new Map<string, string>();
  exercise: Exercise;
  now: number;

  /** An exercise in its lobby. */
  constructor(compiled: CompiledScenario, seed: number, roles: string[] = Object.keys(compiled.scenario.roles)) {
    const opened = start(compiled, { seed, roles });
    this.compiled = compiled;
    this.exercise = opened.exercise;
    this.now = compiled.scenario.starts;
    this.#events = [...opened.events];
  }

  get events(): readonly Event[] {
    return this.#events;
  }

  passesTo(at: number): void {
    this.#take(advanceTo(this.compiled, this.exercise, at));
    this.now = Math.max(this.now, at);
  }

  /** Submits a command with plain free texts. Returns true if it was accepted; a rejection leaves no trace. */
  asks(from: Command['from'], body: AnyCommand): boolean {
    const before = Object.keys(this.#texts).length;
    let count = before;
    const detached = detachTexts(AnyCommand.parse(body), () => `text-${(count += 1)}`);
    const decision = decide(this.compiled, this.exercise, { from, at: this.now, body: detached.body });
    if ('rejection' in decision) return false;
    Object.assign(this.#texts, detached.texts);
    const by = keptAs(from, isControlCommand(body.type));
    this.#commands.push({
      by,
      id: `command-${this.#commands.length + 1}`,
      answer: JSON.stringify({ ok: true, events: decision.events.length }),
      seq: this.exercise.seq + 1,
      at: Math.round(this.now),
      body: JSON.stringify(detached.body),
    });
    this.#take(decision);
    this.now = Math.max(this.now, this.exercise.world.now);
    return true;
  }

  /** Throws if the command is rejected. */
  does(from: Command['from'], body: AnyCommand): void {
    if (!this.asks(from, body)) throw new Error(`${JSON.stringify(body)} was refused`);
  }

  /** Seats one person in a language. */
  sits(seat: string, role: string): void {
    this.does(TRAINER, { type: 'seat', seat, role });
    this.#people.set(seat, this.#people.size % 2 === 0 ? 'en' : 'fr');
  }

  kept(name: string): KeptLog {
    const { scenario, hash } = this.compiled;
    const ended = this.exercise.world.status === 'ended';
    return {
      record: {
        id: `kept-${name}`,
        scenario: scenario.id,
        hash,
        pin: '482913',
        label: `Kept: ${name}`,
        languages: scenario.languages,
        pace: scenario.pace,
        seating: 'choice',
        without: Object.keys(scenario.roles).filter((role) => !this.exercise.world.roles.includes(role)),
        createdAt: OPENED,
        ...(ended && { endedAt: OPENED + 3 * 3_600_000 }),
        clock: this.now,
      },
      events: this.#events.map((event) => JSON.stringify(event)),
      commands: this.#commands,
      texts: this.#texts,
      people: [...this.#people].map(([seat, language], index) => ({
        exercise: `kept-${name}`,
        seat,
        name: `Call-sign ${index + 1}`,
        language,
      })),
    };
  }

  #take({ events, exercise }: { events: readonly Event[]; exercise: Exercise }): void {
    this.#events.push(...events);
    this.exercise = exercise;
  }
}
