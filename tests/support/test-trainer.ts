/** A trainer: signs in, opens a class, steers it. */
import type { z } from 'zod';
import type { Invited } from '../../shared/access/actor.ts';
import type { AnyCommand } from '../../shared/vocabulary/commands.ts';
import type { World } from '../../shared/exercise/world.ts';
import type { CreateExerciseBody, ExerciseCard, TicketAnswer } from '../../shared/protocol/api.ts';
import type { CommandAnswer } from '../../shared/protocol/messages.ts';
import { eventually } from './eventually.ts';
import { type HttpAnswer, request } from './http.ts';
import { TestClient } from './test-client.ts';

export class TestTrainer {
  readonly #url: string;
  readonly cookie: string;
  #client: TestClient | undefined;
  #exercise: ExerciseCard | undefined;

  private constructor(url: string, cookie: string) {
    this.#url = url;
    this.cookie = cookie;
  }

  static async signsIn(url: string, key: string): Promise<TestTrainer> {
    const { status, headers } = await request(`${url}/api/trainer/sign-in`, { method: 'POST', body: { key } });
    if (status !== 200) throw new Error(`signing in answered ${status}`);
    return new TestTrainer(url, headers.get('set-cookie')?.split(';')[0] ?? '');
  }

  /** A request with the trainer's cookie. */
  asks<T = unknown>(path: string, options: { method?: string; body?: unknown } = {}): Promise<HttpAnswer<T>> {
    return request<T>(`${this.#url}${path}`, { ...options, headers: { cookie: this.cookie } });
  }

  /** Invites a person into the class, who accepts at once. */
  async invites(actor: Invited, exercise: ExerciseCard = this.exercise): Promise<TestTrainer & { grant: string }> {
    const path = `/api/exercises/${exercise.exercise}/grants`;
    const made = await this.asks<{ grant: string; code: string }>(path, { method: 'POST', body: { actor } });
    if (made.status !== 201) throw new Error(`inviting answered ${made.status}: ${JSON.stringify(made.body)}`);
    const { status, headers } = await request(`${this.#url}/api/grants`, {
      method: 'POST',
      body: { code: made.body.code },
    });
    if (status !== 200) throw new Error(`taking an invitation up answered ${status}`);
    const guest = new TestTrainer(this.#url, headers.get('set-cookie')?.split(';')[0] ?? '');
    return Object.assign(guest, { grant: made.body.grant });
  }

  async opensClass(settings: Partial<z.input<typeof CreateExerciseBody>> = {}): Promise<ExerciseCard> {
    const body = { scenario: 'small-case', languages: ['en'], seating: 'choice', ...settings };
    const { status, body: card } = await this.asks<ExerciseCard>('/api/exercises', { method: 'POST', body });
    if (status !== 201) throw new Error(`opening a class answered ${status}: ${JSON.stringify(card)}`);
    this.#exercise = card;
    return card;
  }

  get exercise(): ExerciseCard {
    if (!this.#exercise) throw new Error('no class is open');
    return this.#exercise;
  }

  async entersRoom(exercise: ExerciseCard = this.exercise): Promise<void> {
    this.#exercise = exercise;
    const { body } = await this.asks<TicketAnswer>(`/api/exercises/${exercise.exercise}/ticket`, {
      method: 'POST',
      body: {},
    });
    this.#client ??= new TestClient(this.#url, body.room);
    await this.#client.enter({ ticket: body.ticket });
  }

  get client(): TestClient {
    if (!this.#client) throw new Error('not in the room');
    return this.#client;
  }

  does(body: AnyCommand): Promise<CommandAnswer> {
    return this.client.command(body);
  }

  sees(what: string, predicate: (world: World) => boolean): Promise<World> {
    return eventually(() => this.client.world, predicate, `the trainer: ${what}`);
  }
}
