/** The clients of a room by seat. The newest tab wins; only trainers see who has stepped out. */
import { may } from '../../shared/access/capabilities.ts';
import type { OpenExercise } from '../exercises/exercise-registry.ts';
import { CloseCodes, REPLACED } from '../../shared/protocol/messages.ts';
import type { Delivery } from './delivery.ts';
import type { RoomClient } from './hardened-room.ts';
import { seatAt } from './room-services.ts';

const seesTruth = ({ auth }: RoomClient): boolean => auth !== undefined && may(auth.actor, 'see-truth');

interface AttendanceOptions {
  exercise: OpenExercise;
  delivery: Delivery;
  /** All connected clients. */
  clients: () => readonly RoomClient[];
}

export class Attendance {
  readonly #options: AttendanceOptions;

  constructor(options: AttendanceOptions) {
    this.#options = options;
  }

  at(seat: string): RoomClient[] {
    return this.#options.clients().filter((client) => seatAt(client) === seat);
  }

  /** A client takes the seat; the client that held it before is dismissed. */
  enters(client: RoomClient, seat: string): void {
    const { seating } = this.#options.exercise;
    seating.hold(seat, client.auth?.tab);
    for (const other of this.at(seat)) if (other !== client) this.#replace(other, client);
    seating.setPresence(seat, { connected: true });
  }

  leaves(client: RoomClient): void {
    this.#options.delivery.forget(client);
    const seat = seatAt(client);
    if (seat !== undefined && this.at(seat).length === 0)
      this.#options.exercise.seating.setPresence(seat, { connected: false });
  }

  dismiss(client: RoomClient, reason: 'newer-tab' | 'freed'): void {
    this.#options.delivery.forget(client);
    client.send('elsewhere', { reason });
    client.leave(CloseCodes[reason]);
  }

  /** Notifies the trainers only; nothing is logged. */
  stepOut(client: RoomClient, out: boolean): void {
    const seat = seatAt(client);
    if (seat === undefined) return;
    this.#options.exercise.seating.setPresence(seat, { steppedOut: out });
    for (const other of this.#options.clients()) if (seesTruth(other)) other.send('step-out', { seat, out });
  }

  /** Repeats the step-outs for a trainer who joins, and the own one for a person who reloads. */
  sendStepOuts(client: RoomClient): void {
    const reader = seatAt(client);
    for (const seat of this.#options.exercise.seating.steppedOut())
      if (seesTruth(client) || reader === seat) client.send('step-out', { seat, out: true });
  }

  /** A new connection of the same tab: the old one closes without a message, which it would take for another tab. */
  #replace(old: RoomClient, by: RoomClient): void {
    if (old.auth?.tab === undefined || old.auth.tab !== by.auth?.tab) return this.dismiss(old, 'newer-tab');
    this.#options.delivery.forget(old);
    old.leave(REPLACED);
  }
}
