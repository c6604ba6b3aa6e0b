/** A trainee: joins with the class code, acts, reads, loses the connection, returns. */
import type { AnyCommand } from '../../shared/vocabulary/commands.ts';
import type { World } from '../../shared/exercise/world.ts';
import type { CardsAnswer, JoinAnswer } from '../../shared/protocol/api.ts';
import type { Card } from '../../shared/protocol/cards.ts';
import type { CommandAnswer, PublicState } from '../../shared/protocol/messages.ts';
import { eventually } from './eventually.ts';
import { type HttpAnswer, request } from './http.ts';
import { TestClient } from './test-client.ts';

export class TestTrainee {
  readonly name: string;
  #url: string;
  #place: JoinAnswer;
  #client: TestClient;

  private constructor(name: string, url: string, place: JoinAnswer) {
    this.name = name;
    this.#url = url;
    this.#place = place;
    this.#client = new TestClient(url, place.room);
  }

  static async joins(url: string, pin: string, name: string, role?: string): Promise<TestTrainee> {
    const body = { name, language: 'en', ...(role !== undefined && { role }) };
    const answer = await request<JoinAnswer>(`${url}/api/join/${pin}`, { method: 'POST', body });
    if (answer.status !== 201)
      throw new Error(`${name} could not join: ${answer.status} ${JSON.stringify(answer.body)}`);
    const trainee = new TestTrainee(name, url, answer.body);
    await trainee.#client.enter({ token: answer.body.token });
    return trainee;
  }

  get seat(): string {
    return this.#place.seat;
  }

  get token(): string {
    return this.#place.token;
  }

  get client(): TestClient {
    return this.#client;
  }

  does(body: AnyCommand, id?: string): Promise<CommandAnswer> {
    return this.#client.command(body, id);
  }

  sees(what: string, predicate: (world: World) => boolean): Promise<World> {
    return eventually(() => this.#client.world, predicate, `${this.name}: ${what}`);
  }

  seesPublic(what: string, predicate: (state: PublicState) => boolean): Promise<PublicState> {
    return eventually(() => this.#client.public, predicate, `${this.name}: ${what}`);
  }

  async losesConnection(): Promise<void> {
    await this.#client.breakOff();
  }

  /** Reconnects with the same token and the known numbers; `url` if the server has another address now. */
  async comesBack(url = this.#url): Promise<void> {
    if (url !== this.#url) {
      const { epoch, streams } = this.#client;
      this.#url = url;
      this.#client = new TestClient(url, this.#place.room);
      Object.assign(this.#client, { epoch, streams });
    }
    await this.#client.enter({ token: this.token });
  }

  /** The same person in a second tab. */
  async opensAnotherTab(): Promise<TestTrainee> {
    const tab = new TestTrainee(this.name, this.#url, this.#place);
    await tab.#client.enter({ token: this.token });
    return tab;
  }

  asks<T = unknown>(path: string, options: { method?: string; body?: unknown } = {}): Promise<HttpAnswer<T>> {
    return request<T>(`${this.#url}${path}`, { ...options, headers: { authorization: `Bearer ${this.token}` } });
  }

  async reads(...ids: string[]): Promise<Card[]> {
    const { body } = await this.asks<CardsAnswer>('/api/cards', { method: 'POST', body: { ids, language: 'en' } });
    return body.cards;
  }
}
