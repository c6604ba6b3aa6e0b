/** The room of one exercise: a shell that lets people in, forwards what they ask, and hands out what happened. */
import { type AuthContext, CloseCode, ServerError } from '@colyseus/core';
import type { Event } from '../../shared/exercise/events.ts';
import { ClientMessages, CloseCodes, type CommandAnswer } from '../../shared/protocol/messages.ts';
import { askerOf } from '../exercises/asker.ts';
import type { OpenExercise } from '../exercises/exercise-registry.ts';
import type { Batch } from '../exercises/streams.ts';
import { Delivery } from './delivery.ts';
import { HardenedRoom, type RoomClient } from './hardened-room.ts';
import { projectState } from './project-state.ts';
import type { Admission } from './room-services.ts';
import { RoomState } from './room-state.ts';

export const EXERCISE_ROOM = 'exercise';
const CLOCK_CHECK_MS = 10_000;

export class ExerciseRoom extends HardenedRoom {
  override state = new RoomState();
  override messages = {
    command: this.handle(ClientMessages.command, (client, { id, body }) => this.#command(client, id, body)),
    resume: this.handle(ClientMessages.resume, (client, message) => this.#delivery.resume(client, message)),
    ready: this.handle(ClientMessages.ready, (client, message) => this.#setPresence(client, message)),
    'step-out': this.handle(ClientMessages['step-out'], (client, { out }) => this.#stepOut(client, out)),
  };
  #exercise!: OpenExercise;
  #delivery!: Delivery;

  /** Trainees come with their token, trainers with a ticket; both are read before a seat in the room is held. */
  static override async onAuth(
    token: unknown,
    options: { ticket?: unknown } | undefined,
    _context: AuthContext,
  ): Promise<Admission> {
    const pass = options?.ticket ?? token;
    const admission = typeof pass === 'string' ? await HardenedRoom.services.admit(pass) : undefined;
    if (!admission) throw new ServerError(401, 'bad-token');
    return admission;
  }

  override onCreate({ exercise }: { exercise: string }): void {
    const open = this.services.exercises.get(exercise);
    if (!open) throw new ServerError(404, 'not-found');
    this.roomId = exercise;
    this.autoDispose = false;
    this.#exercise = open;
    this.#delivery = new Delivery(open);
    open.live.listen({ batches: (batches, events) => this.#happened(batches, events), changed: () => this.#refresh() });
    open.seating.onChange(() => this.#refresh());
    this.clock.setInterval(() => this.#refresh({ clock: true }), CLOCK_CHECK_MS);
    this.#refresh({ clock: true });
  }

  override onJoin(client: RoomClient): void {
    const { exercise, seat } = client.auth ?? { exercise: '' };
    if (exercise !== this.roomId) throw new ServerError(403, 'bad-token');
    this.guardSending(client);
    this.#refresh({ clock: true });
    if (seat === undefined) return;
    for (const other of this.#clientsOf(seat)) if (other !== client) this.#dismiss(other, 'newer-tab');
    this.#exercise.seating.setPresence(seat, { connected: true, steppedOut: false });
  }

  override onLeave(client: RoomClient): void {
    this.#delivery.forget(client);
    this.cutOff(client);
    const seat = client.auth?.seat;
    if (seat !== undefined && this.#clientsOf(seat).length === 0)
      this.#exercise.seating.setPresence(seat, { connected: false });
  }

  override onBeforeShutdown(): void {
    this.broadcast('notice', { code: 'restarting' });
    void this.disconnect(CloseCode.SERVER_SHUTDOWN);
  }

  async #command(
    client: RoomClient,
    id: string,
    body: Parameters<OpenExercise['live']['submit']>[2],
  ): Promise<CommandAnswer> {
    const { live } = this.#exercise;
    const answer = live.submit(askerOf(live.record, client.auth?.seat, body), id, body);
    return this.services.metrics.counted(body.type, answer);
  }

  #happened(batches: readonly Batch[], events: readonly Event[]): void {
    const resettled = new Set<RoomClient>();
    for (const event of events) {
      if (event.type === 'seat-freed') this.#free(event.seat);
      if (event.type !== 'seat-taken' && event.type !== 'seat-moved') continue;
      for (const client of this.#clientsOf(event.seat)) resettled.add(client);
    }
    for (const client of resettled) this.#delivery.forget(client);
    this.#delivery.deliver(batches);
    for (const client of resettled) this.#delivery.sendSnapshot(client);
    if (events.some(({ audience }) => audience.includes('all'))) this.#refresh({ clock: true });
  }

  #free(seat: string): void {
    for (const client of this.#clientsOf(seat)) this.#dismiss(client, 'freed');
    this.#exercise.seating
      .revokeToken(seat)
      .catch((err: unknown) => this.services.log.error({ err }, 'a token could not be revoked'));
  }

  #dismiss(client: RoomClient, reason: 'newer-tab' | 'freed'): void {
    this.#delivery.forget(client);
    client.send('elsewhere', { reason });
    client.leave(CloseCodes[reason]);
  }

  #setPresence(client: RoomClient, presence: { briefRead: boolean; ready: boolean }): void {
    const seat = client.auth?.seat;
    if (seat !== undefined) this.#exercise.seating.setPresence(seat, presence);
  }

  /** A discreet word to the trainers, and nothing in any log. */
  #stepOut(client: RoomClient, out: boolean): void {
    const seat = client.auth?.seat;
    if (seat === undefined) return;
    this.#exercise.seating.setPresence(seat, { steppedOut: out });
    for (const trainer of this.clients) if (trainer.auth?.seat === undefined) trainer.send('step-out', { seat, out });
  }

  #clientsOf(seat: string): RoomClient[] {
    return this.clients.filter((client) => client.auth?.seat === seat);
  }

  #refresh(moment = { clock: false }): void {
    const { live, seating } = this.#exercise;
    const { status, clockPace: pace, phase } = live;
    projectState(this.state, { status, caseMs: live.caseNow(), pace, phase, roster: seating.roster() }, moment);
  }
}
