/**
 * A person with the real client: its store and its connection, over the SDK and a real network, in this process. A
 * ledger records its commands and answers.
 */
import { lead, seated } from '../../../shared/access/actor.ts';
import { colyseusTo } from '../../../client/connection/colyseus-connection.ts';
import { commandId } from '../../../client/connection/command-id.ts';
import { joinClass } from '../../../client/connection/join-class.ts';
import { SeatConnection } from '../../../client/connection/seat-connection.ts';
import type { Credentials, Transport } from '../../../client/connection/transport.ts';
import { realTime, type Timing } from '../../../client/connection/with-timeout.ts';
import { ClientStore } from '../../../client/state/client-store.ts';
import type { ClientState } from '../../../client/state/reduce-client-state.ts';
import type { AnyCommand } from '../../../shared/vocabulary/commands.ts';
import type { ExerciseCard, JoinAnswer, TicketAnswer } from '../../../shared/protocol/api.ts';
import type { CommandAnswer } from '../../../shared/protocol/messages.ts';
import type { HandTime } from '../../client/connection/fake-wire.ts';
import { eventually } from '../../support/eventually.ts';
import { request } from '../../support/http.ts';
import type { TestTrainer } from '../../support/test-trainer.ts';
import type { Entry, Ledger } from '../support/ledger.ts';

interface Options {
  time?: Timing;
  ledger?: Ledger;
}

export class RealSeat {
  readonly store = new ClientStore();
  readonly connection: SeatConnection;
  readonly place: JoinAnswer;
  /** Attempts in progress, and the total. */
  opening = 0;
  attempts = 0;

  private constructor(url: string, place: JoinAnswer, pass: Credentials['pass'], { time = realTime, ledger }: Options) {
    this.place = place;
    const trainer = place.seat === '';
    this.store.dispatch({
      type: 'me',
      me: { seat: place.seat, name: '', language: 'en', actor: trainer ? lead : seated(place.seat) },
    });
    if (ledger) this.#note(ledger, trainer ? 'trainer' : place.seat, place.room);
    this.connection = new SeatConnection(
      this.#counted(colyseusTo(() => url)),
      this.store,
      { room: place.room, pass },
      time,
    );
  }

  /** Joins over this network like the join page, and enters the room. */
  static async joins(
    url: string,
    pin: string,
    { name, role }: { name: string; role: string },
    options: Options = {},
  ): Promise<RealSeat> {
    // Every person has their own device, and so their own join id; here they share one process.
    const wish = commandId();
    const answer = await joinClass(
      pin,
      { name, language: 'en', role },
      {
        ask: async (to, body) => {
          const own = { ...body, join: wish };
          const { status, body: value } = await request<JoinAnswer>(`${url}/api/join/${to}`, {
            method: 'POST',
            body: own,
          });
          return status === 201 ? { ok: true, value } : { ok: false, error: 'internal' };
        },
      },
    );
    if (!answer.ok) throw new Error(`${name} could not join`);
    const seat = RealSeat.at(url, answer.value, options);
    await seat.isLive();
    return seat;
  }

  /** The page of a seat on this network: a reload, or another tab. */
  static at(url: string, place: JoinAnswer, options: Options = {}): RealSeat {
    const seat = new RealSeat(url, place, () => Promise.resolve({ token: place.token }), options);
    seat.connection.start();
    return seat;
  }

  /** A trainer's console, with a new ticket for every attempt. */
  static async trains(url: string, trainer: TestTrainer, card: ExerciseCard, options: Options = {}): Promise<RealSeat> {
    const place = { token: '', seat: '', room: card.room };
    const pass = async () => {
      const path = `/api/exercises/${card.exercise}/ticket`;
      const { body } = await trainer.asks<TicketAnswer>(path, { method: 'POST', body: {} });
      return { ticket: body.ticket };
    };
    const seat = new RealSeat(url, place, pass, options);
    seat.connection.start();
    await seat.isLive();
    return seat;
  }

  get state(): ClientState {
    return this.store.get();
  }

  does(body: AnyCommand): Promise<CommandAnswer> {
    return this.connection.send(body);
  }

  sees(what: string, holds: (state: ClientState) => boolean, withinMs?: number): Promise<ClientState> {
    return eventually(() => this.state, holds, what, withinMs);
  }

  isLive(withinMs = 20_000): Promise<ClientState> {
    return this.sees('the room', ({ connection }) => connection.phase === 'live', withinMs);
  }

  isAway(withinMs = 20_000): Promise<ClientState> {
    return this.sees('that the connection is gone', ({ connection }) => connection.phase === 'reconnecting', withinMs);
  }

  /** Advances this device's clock, with a real attempt at the real network whenever one is due. */
  async waits(time: HandTime, ms: number): Promise<void> {
    const end = time.now() + ms;
    while (time.now() < end) {
      await eventually(
        () => this.opening,
        (count) => count === 0,
        'the end of an attempt',
      );
      await new Promise((resolve) => setImmediate(resolve));
      if (this.state.connection.phase === 'live') return;
      time.pass(Math.min(500, end - time.now()));
    }
  }

  leaves(): void {
    this.connection.stop();
  }

  #counted(transport: Transport): Transport {
    return {
      open: (...asked) => {
        this.opening += 1;
        this.attempts += 1;
        return transport.open(...asked).finally(() => {
          this.opening -= 1;
        });
      },
    };
  }

  #note(ledger: Ledger, by: string, exercise: string): void {
    const via = { command: (body: AnyCommand) => this.does(body) };
    const entries = new Map<string, Entry>();
    this.store.subscribe((_state, action) => {
      if (action.type === 'asked') {
        const { id, body } = action.command;
        const entry: Entry = { from: { by, exercise, via }, id, body, answers: [], failures: [] };
        entries.set(id, entry);
        ledger.entries.push(entry);
      }
      if (action.type === 'answered') entries.get(action.id)?.answers.push(action.answer);
    });
  }
}
