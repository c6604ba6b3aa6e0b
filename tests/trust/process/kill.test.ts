/** Case 1: the process is killed at any instant, during play, a join, or the opening of a class. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { control, desk } from '../../../shared/access/audience.ts';
import type { ExerciseCard, JoinAnswer } from '../../../shared/protocol/api.ts';
import type { World } from '../../../shared/exercise/world.ts';
import { eventually } from '../../support/eventually.ts';
import { request } from '../../support/http.ts';
import { ServerProcess } from '../../support/server-process.ts';
import { TestTrainer } from '../../support/test-trainer.ts';
import { ActingClass } from '../support/acting-class.ts';
import { stateHash, worldOf } from '../support/fold-of-log.ts';
import { Ledger, readKept } from '../support/ledger.ts';
import { figure, percentile, push, seeded } from '../support/scale.ts';

const KILLS = push(5).all(20).long(200);
const LONGEST_PLAY_MS = 400;

let server: ServerProcess;
beforeAll(async () => {
  server = await ServerProcess.prepare();
  await server.start();
});
afterAll(() => server.dispose());

/** Joins to another class and openings of classes while the first one plays: acknowledged ones must survive. */
class Doors {
  readonly tokens: string[] = [];
  readonly classes: string[] = [];
  readonly #trainer: TestTrainer;
  readonly #waiting: ExerciseCard;

  constructor(trainer: TestTrainer, waiting: ExerciseCard) {
    this.#trainer = trainer;
    this.#waiting = waiting;
  }

  async open(over: () => boolean): Promise<void> {
    for (let count = 0; !over(); count += 1) {
      await (count % 8 === 5 ? this.#opens() : this.#joins()).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
  }

  async #joins(): Promise<void> {
    const body = { name: 'Somebody', language: 'en' };
    const { status, body: place } = await request<JoinAnswer>(`${server.url}/api/join/${this.#waiting.pin}`, {
      method: 'POST',
      body,
    });
    if (status === 201) this.tokens.push(place.token);
  }

  async #opens(): Promise<void> {
    const body = { scenario: 'small-case', languages: ['en'], seating: 'trainer' };
    const { status, body: card } = await this.#trainer.asks<ExerciseCard>('/api/exercises', { method: 'POST', body });
    if (status === 201) this.classes.push(card.exercise);
  }

  /** Acknowledged joins and classes that are missing. */
  async broken(): Promise<string[]> {
    const { body: listed } = await this.#trainer.asks<ExerciseCard[]>('/api/exercises');
    const ids = new Set(listed.map(({ exercise }) => exercise));
    const seats = await Promise.all(
      this.tokens.map((token) => request(`${server.url}/api/seat`, { headers: { authorization: `Bearer ${token}` } })),
    );
    const lost = this.classes.filter((id) => !ids.has(id)).map((id) => `class ${id}`);
    // Verified classes are deleted, because they would lengthen every later start.
    for (const id of this.classes.splice(0)) await this.#trainer.asks(`/api/exercises/${id}`, { method: 'DELETE' });
    const unknown = seats.filter(({ status }) => status !== 200).map(({ status }) => `a token answers ${status}`);
    this.tokens.splice(0, this.tokens.length - 1);
    return [...lost, ...unknown];
  }
}

describe('a server that is killed at random instants', () => {
  it(`loses nothing it acknowledged and does nothing twice, ${KILLS} times`, async () => {
    const chance = seeded('kill points');
    const ledger = new Ledger();
    const trainer = await TestTrainer.signsIn(server.url, server.trainerKey);
    const waiting = await trainer.opensClass({ label: 'Waiting', seating: 'trainer' });
    const doors = new Doors(trainer, waiting);
    const play = await ActingClass.opens({ url: server.url, trainer, ledger, chance });
    const starts: number[] = [];
    let resent = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      let gone = false;
      const over = () => gone;
      const acting = Promise.all([play.acts(over), doors.open(over)]);
      await new Promise((resolve) => setTimeout(resolve, chance.between(0, LONGEST_PLAY_MS)));
      await server.end('SIGKILL');
      gone = true;
      await acting;

      const begun = performance.now();
      await server.start();
      await play.comesBack();
      starts.push(performance.now() - begun);
      await provesWhole(play, trainer);
      expect(await doors.broken()).toEqual([]);
      resent += await play.resends();
      await play.goesOn();
      const kept = readKept(server.dataFolder);
      expect(kept.integrity).toBe('ok');
      expect(ledger.against(kept)).toMatchObject({ missing: [], twice: [], altered: [] });
    }
    const { acknowledged } = ledger.against(readKept(server.dataFolder));
    expect(acknowledged).toBeGreaterThan(KILLS);
    expect(play.trainees.flatMap(({ client }) => client.disorder)).toEqual([]);
    figure('kill -9 points', KILLS);
    figure('commands acknowledged', acknowledged);
    figure('commands resent after a restart', resent);
    figure('process start until everybody is back, p50', percentile(starts, 0.5), 'ms');
    figure('process start until everybody is back, p95', percentile(starts, 0.95), 'ms');
  });
});

/** Every desk and the trainer see the state of the log on disk, and the class is paused in the same room. */
async function provesWhole(play: ActingClass, trainer: TestTrainer): Promise<void> {
  const id = play.card.exercise;
  const state = await eventually(
    () => trainer.client.public,
    ({ roster }) => roster.filter(({ connected }) => connected).length === play.trainees.length,
    'everybody in the roster',
  );
  expect(state.status).toBe('paused');
  const events = readKept(server.dataFolder).events.get(id) ?? [];
  for (const role of ['police', 'child-protection']) {
    const { body } = await trainer.asks<{ world: World }>(`/api/exercises/${id}/view/${role}`);
    expect(stateHash(body.world)).toBe(stateHash(worldOf(events, desk(role))));
  }
  expect(stateHash(trainer.client.world)).toBe(stateHash(worldOf(events, control)));
}
