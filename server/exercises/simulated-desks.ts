/**
 * The simulated desks of one exercise. The log states which desks are simulated and how; this class follows it. So simulated
 * desks continue after a restart, stop when a person sits down, and change when the trainer changes them.
 *
 * A simulation ends when a person of its desk is back. In a practice for one person, the desks wait while that person is away.
 */
import type { Bot, BotOptions } from '../../shared/bots/bot.ts';
import type { RoleId, SeatId } from '../../shared/exercise/ids.ts';
import type { Simulation } from '../../shared/exercise/simulated.ts';
import { watchPractice } from './practice-watch.ts';
import type { Seating } from './seating.ts';
import { type SimulatedDeskOptions, SimulatedDesk } from './simulated-desk.ts';
import type { Batch } from './streams.ts';

export type MakeBot = (options: BotOptions) => Bot;

interface SimulatedDesksOptions extends SimulatedDeskOptions {
  seating: Seating;
  makeBot: MakeBot;
}

/** A phone may reconnect only for a moment; a person counts as back after this time. */
const BACK_FOR_MS = 1500;

interface Running {
  how: Simulation;
  desk: SimulatedDesk;
}

export class SimulatedDesks {
  readonly #options: SimulatedDesksOptions;
  readonly #running = new Map<SeatId, Running>();
  readonly #leaving = new Map<SeatId, () => void>();
  readonly #unlisten: (() => void)[];

  constructor(options: SimulatedDesksOptions) {
    this.#options = options;
    this.#unlisten = [
      options.live.listen({ batches: (batches) => this.#hear(batches), changed: () => this.#follow() }),
      options.seating.onChange(() => this.#makeRoom()),
      watchPractice(options),
    ];
    this.#follow();
  }

  close(): void {
    for (const stop of this.#unlisten) stop();
    for (const cancel of this.#leaving.values()) cancel();
    for (const { desk } of this.#running.values()) desk.stop();
    this.#running.clear();
  }

  #hear(batches: readonly Batch[]): void {
    for (const [seat, { how, desk }] of this.#running)
      if (batches.some(({ key }) => key === `role:${how.role}` || key === `seat:${seat}`)) desk.hear();
  }

  /** Starts and stops bots as the log states. */
  #follow(): void {
    const wanted = this.#wanted();
    for (const [seat, { how, desk }] of this.#running) {
      if (wanted.get(seat) === how) continue;
      desk.stop();
      this.#running.delete(seat);
    }
    for (const [seat, how] of wanted) {
      if (this.#running.has(seat)) continue;
      const { role, kind, manner, seed } = how;
      const bot = this.#options.makeBot({ kind, role, seat, seed, manner });
      this.#running.set(seat, { how, desk: new SimulatedDesk(bot, this.#options) });
    }
    for (const { desk } of this.#running.values()) desk.schedule();
    this.#makeRoom();
  }

  #wanted(): Map<SeatId, Simulation> {
    const { status, seats, simulated } = this.#options.live.world;
    const entries = Object.entries(simulated).filter(([seat]) => seats[seat]?.simulated && !seats[seat].freed);
    return new Map(status === 'ended' ? [] : entries);
  }

  /** Ends the simulation of desks whose people are back. */
  #makeRoom(): void {
    for (const [seat, { how }] of this.#running) {
      if (!this.#options.seating.someoneAt(how.role) || this.#leaving.has(seat)) continue;
      this.#leaving.set(
        seat,
        this.#options.timing.after(BACK_FOR_MS, () => this.#leave(seat, how.role)),
      );
    }
  }

  #leave(seat: SeatId, role: RoleId): void {
    this.#leaving.delete(seat);
    if (!this.#running.has(seat) || !this.#options.seating.someoneAt(role)) return;
    this.#options.live.submitOwn({ type: 'free-seat', seat }).catch(this.#options.onError);
  }
}
