/** The Colyseus room of one exercise: admits clients, forwards their commands, delivers events. */
import { type AuthContext, CloseCode, ServerError } from '@colyseus/core';
import type { Event } from '../../shared/exercise/events.ts';
import { type ClientMessage, ClientMessages, type CommandAnswer } from '../../shared/protocol/messages.ts';
import { auditCommand } from '../audit/room-audit.ts';
import type { OpenExercise } from '../exercises/exercise-registry.ts';
import type { Batch } from '../exercises/streams.ts';
import { RefusedLog } from '../host/refused-log.ts';
import { Attendance } from './attendance.ts';
import { Delivery } from './delivery.ts';
import { admitted } from './door.ts';
import { HardenedRoom, type RoomClient } from './hardened-room.ts';
import { projectState } from './project-state.ts';
import { type Admission, seatAt } from './room-services.ts';
import { RoomState } from './room-state.ts';
import { Screens } from './screens.ts';

export const EXERCISE_ROOM = 'exercise';
const CLOCK_CHECK_MS = 10_000;

export class ExerciseRoom extends HardenedRoom {
  override state = new RoomState();
  override messages = {
    command: this.handle(ClientMessages.command, (client, { id, body }) => this.#command(client, id, body)),
    resume: this.handle(ClientMessages.resume, (client, message) => this.#resume(client, message)),
    ready: this.handle(ClientMessages.ready, (client, message) => this.#setPresence(client, message)),
    'step-out': this.handle(ClientMessages['step-out'], (client, { out }) => this.#attendance.stepOut(client, out)),
    screen: this.handle(ClientMessages.screen, (client, message) => this.#showScreen(client, message)),
  };
  readonly #refused = new RefusedLog(this.services.log);
  #exercise!: OpenExercise;
  #delivery!: Delivery;
  #attendance!: Attendance;
  #screens!: Screens;

  static override onAuth(
    token: unknown,
    options: { ticket?: unknown } | undefined,
    _context: AuthContext,
  ): Promise<Admission> {
    return admitted(HardenedRoom.services, token, options);
  }

  override onCreate({ exercise }: { exercise: string }): void {
    const open = this.services.exercises.get(exercise);
    if (!open) throw new ServerError(404, 'not-found');
    this.roomId = exercise;
    this.autoDispose = false;
    this.#exercise = open;
    this.#delivery = new Delivery(open, (message, clients) => this.spread(message, clients));
    this.#attendance = new Attendance({ exercise: open, delivery: this.#delivery, clients: () => this.clients });
    this.#screens = new Screens({ clients: () => this.clients, roleOf: (seat) => open.seating.roleOf(seat) });
    open.live.listen({ batches: (batches, events) => this.#happened(batches, events), changed: () => this.#refresh() });
    open.seating.onChange(() => this.#refresh());
    this.clock.setInterval(() => this.#refresh({ clock: true }), CLOCK_CHECK_MS);
    this.#refresh({ clock: true });
  }

  override onJoin(client: RoomClient): void {
    const seat = seatAt(client);
    if (client.auth?.exercise !== this.roomId) throw new ServerError(403, 'bad-token');
    this.guardSending(client);
    this.#refresh({ clock: true });
    if (seat !== undefined) this.#attendance.enters(client, seat);
  }

  override onLeave(client: RoomClient, code?: number): void {
    this.cutOff(client, code);
    this.#attendance.leaves(client);
  }

  override onBeforeShutdown(): void {
    this.broadcast('notice', { code: 'restarting' });
    void this.disconnect(CloseCode.SERVER_SHUTDOWN);
  }

  #resume(client: RoomClient, message: ClientMessage['resume']): void {
    this.#delivery.resume(client, message);
    this.#attendance.sendStepOuts(client);
    this.#screens.sendAll(client);
  }

  async #command(
    client: RoomClient,
    id: string,
    body: Parameters<OpenExercise['live']['submit']>[2],
  ): Promise<CommandAnswer> {
    const { live } = this.#exercise;
    const { auth } = client;
    if (!auth) throw new ServerError(403, 'bad-token');
    const { actor, session } = auth;
    const answer = await this.services.metrics.counted(body.type, live.submit(actor, id, body));
    auditCommand(this.services.audit, { exercise: live.id, actor, session, body }, answer);
    this.#refused.judged({ exercise: live.id, seat: seatAt(client) ?? actor.kind, type: body.type }, answer);
    return answer;
  }

  #happened(batches: readonly Batch[], events: readonly Event[]): void {
    const resettled = new Set<RoomClient>();
    for (const event of events) {
      if (event.type === 'seat-freed') this.#free(event.seat);
      if (event.type === 'exercise-ended') {
        this.#exercise.seating.forgetStepOuts();
        this.#screens.forgetAll();
      }
      if (event.type === 'seat-moved') this.#screens.forget(event.seat);
      if (event.type !== 'seat-taken' && event.type !== 'seat-moved') continue;
      for (const client of this.#attendance.at(event.seat)) resettled.add(client);
    }
    for (const client of resettled) this.#delivery.forget(client);
    this.#delivery.deliver(batches);
    for (const client of resettled) this.#delivery.sendSnapshot(client);
    if (events.some(({ audience }) => audience.includes('all'))) this.#refresh({ clock: true });
  }

  #free(seat: string): void {
    this.#screens.forget(seat);
    for (const client of this.#attendance.at(seat)) this.#attendance.dismiss(client, 'freed');
    this.#exercise.seating
      .revokeToken(seat)
      .catch((err: unknown) => this.services.log.error({ err }, 'cannot revoke a token'));
  }

  #setPresence(client: RoomClient, presence: { briefRead: boolean; ready: boolean }): void {
    const seat = seatAt(client);
    if (seat !== undefined) this.#exercise.seating.setPresence(seat, presence);
  }

  #showScreen(client: RoomClient, screen: ClientMessage['screen']): void {
    const seat = seatAt(client);
    if (seat !== undefined && this.#exercise.live.status !== 'ended') this.#screens.show(seat, screen);
  }

  #refresh(moment = { clock: false }): void {
    const { live, seating } = this.#exercise;
    const { status, clockPace: pace, phase } = live;
    projectState(this.state, { status, caseMs: live.caseNow(), pace, phase, roster: seating.roster() }, moment);
  }
}
