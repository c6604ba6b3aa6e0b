/**
 * Metrics for Prometheus. Labels come from closed lists of this program and never name people, classes or cases.
 */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { CommandType } from '../../shared/vocabulary/commands.ts';
import type { CommandAnswer } from '../../shared/protocol/messages.ts';

/** Counts that are taken when metrics are collected. */
export interface Census {
  /** Exercises by status. */
  exercises: Record<string, number>;
  seats: { connected: number; away: number };
}

const SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

export class Metrics {
  readonly #registry = new Registry();
  readonly #commands = this.#counter('commands_total', 'Commands answered, by type and answer', ['type', 'answer']);
  readonly #failures = this.#counter('append_failures_total', 'Writes of the log that failed, by reason', ['reason']);
  readonly #frames = this.#counter('frames_sent_total', 'Frames sent to people in rooms', []);
  readonly #bytes = this.#counter('frame_bytes_sent_total', 'Bytes of those frames', []);
  readonly #restores = this.#counter('restores_total', 'Exercises opened again at the start, by outcome', ['outcome']);
  readonly #backups = this.#counter('backups_total', 'Backups taken by the server, by outcome', ['outcome']);
  readonly #commits = new Histogram({
    name: 'baraza_commit_seconds',
    help: 'From asking for a write of the log to its being on disk',
    buckets: SECONDS,
    registers: [this.#registry],
  });
  readonly #restoring = new Gauge({
    name: 'baraza_restore_seconds',
    help: 'How long opening everything again took at the start',
    registers: [this.#registry],
  });

  constructor(census: () => Census) {
    collectDefaultMetrics({ register: this.#registry });
    this.#census(census);
  }

  /** Counts an answer as `ok`, by its rejection code, or as `failed`, and returns it. */
  async counted(type: CommandType, asked: Promise<CommandAnswer>): Promise<CommandAnswer> {
    try {
      const answer = await asked;
      this.#commands.inc({ type, answer: answer.ok ? 'ok' : answer.rejection.code });
      return answer;
    } catch (error) {
      this.#commands.inc({ type, answer: 'failed' });
      throw error;
    }
  }

  /** Times one write of the log; `reasonOf` names a failure. */
  async timed<T>(write: () => Promise<T>, reasonOf: (error: unknown) => string): Promise<T> {
    const done = this.#commits.startTimer();
    try {
      const value = await write();
      done();
      return value;
    } catch (error) {
      this.#failures.inc({ reason: reasonOf(error) });
      throw error;
    }
  }

  frameSent(bytes: number, receivers = 1): void {
    this.#frames.inc(receivers);
    this.#bytes.inc(bytes * receivers);
  }

  restored(outcome: 'ok' | 'failed'): void {
    this.#restores.inc({ outcome });
  }

  restoringTook(milliseconds: number): void {
    this.#restoring.set(milliseconds / 1000);
  }

  backupTaken(outcome: 'ok' | 'failed'): void {
    this.#backups.inc({ outcome });
  }

  /** The page that Prometheus reads. */
  page(): Promise<string> {
    return this.#registry.metrics();
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  #counter<L extends string>(name: string, help: string, labelNames: readonly L[]): Counter<L> {
    return new Counter({ name: `baraza_${name}`, help, labelNames, registers: [this.#registry] });
  }

  #census(census: () => Census): void {
    const exercises = new Gauge({
      name: 'baraza_exercises',
      help: 'Exercises that are open, by status; each has one room',
      labelNames: ['status'],
      registers: [],
      collect() {
        for (const [status, count] of Object.entries(census().exercises)) this.set({ status }, count);
      },
    });
    const seats = new Gauge({
      name: 'baraza_seats',
      help: 'Seats that people have taken, by presence',
      labelNames: ['presence'],
      registers: [],
      collect() {
        for (const [presence, count] of Object.entries(census().seats)) this.set({ presence }, count);
      },
    });
    for (const gauge of [exercises, seats]) this.#registry.registerMetric<string>(gauge);
  }
}
