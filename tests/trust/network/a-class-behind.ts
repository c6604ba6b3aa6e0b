/** A server process with a running class, a neighbouring class, and a bad network for each client that needs one. */
import type { ExerciseCard } from '../../../shared/protocol/api.ts';
import { aCase, type Change } from '../../support/a-scenario.ts';
import { ServerProcess } from '../../support/server-process.ts';
import { TestTrainer } from '../../support/test-trainer.ts';
import { ChaosProxy, type Weather } from '../support/chaos-proxy.ts';
import { Ledger } from '../support/ledger.ts';
import { Bystander } from './bystander.ts';
import { RealSeat } from './real-seat.ts';

type SeatOptions = Parameters<typeof RealSeat.joins>[3];

export class ClassBehind {
  readonly server: ServerProcess;
  readonly key: string;
  readonly bystander: Bystander;
  readonly #networks: ChaosProxy[] = [];
  readonly #seats: RealSeat[] = [];

  private constructor(server: ServerProcess, key: string, bystander: Bystander) {
    this.server = server;
    this.key = key;
    this.bystander = bystander;
  }

  /** `change` modifies the case: more seats, longer texts. */
  static async opens(change?: Change): Promise<ClassBehind> {
    const server = await ServerProcess.prepare({ files: aCase(change) });
    await server.start();
    const key = server.trainerKey;
    const bystander = await Bystander.arrives(server.url, key);
    return new ClassBehind(server, key, bystander);
  }

  /** Opens and starts a separate class for one claim, with an empty ledger. */
  async begins(): Promise<{ card: ExerciseCard; ledger: Ledger; trainer: TestTrainer }> {
    const trainer = await TestTrainer.signsIn(this.server.url, this.key);
    const card = await trainer.opensClass();
    await trainer.entersRoom();
    await trainer.does({ type: 'start-exercise' });
    return { card, ledger: new Ledger(), trainer };
  }

  async network(weather?: Weather): Promise<ChaosProxy> {
    const network = await ChaosProxy.before(this.server.port, weather);
    this.#networks.push(network);
    return network;
  }

  async joins(network: { url: string }, pin: string, who: { name: string; role: string }, options?: SeatOptions) {
    const seat = await RealSeat.joins(network.url, pin, who, options);
    this.#seats.push(seat);
    return seat;
  }

  /** Registers a seat to be closed at the end. */
  keep(seat: RealSeat): RealSeat {
    this.#seats.push(seat);
    return seat;
  }

  async closes(): Promise<void> {
    for (const seat of this.#seats) seat.leaves();
    await Promise.all(this.#networks.map((network) => network.close()));
    await this.server.dispose();
  }
}
