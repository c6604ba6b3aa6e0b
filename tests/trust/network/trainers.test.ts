/** Cases 35 and 36: two trainers of one class, and a trainer who leaves. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnyCommand } from '../../../shared/vocabulary/commands.ts';
import type { ExerciseCard } from '../../../shared/protocol/api.ts';
import { eventually } from '../../support/eventually.ts';
import { TestTrainee } from '../../support/test-trainee.ts';
import { TestTrainer } from '../../support/test-trainer.ts';
import { readKept } from '../support/kept-log.ts';
import { push } from '../support/scale.ts';
import { ClassBehind } from './a-class-behind.ts';
import { UNDISTURBED } from './bystander.ts';
import { RealSeat } from './real-seat.ts';

let all: ClassBehind;
beforeAll(async () => {
  all = await ClassBehind.opens();
});
afterAll(() => all.closes());

/** Two trainers in the room of a class that has not begun. */
async function twoTrainers(): Promise<{ card: ExerciseCard; pair: [TestTrainer, TestTrainer] }> {
  const pair: [TestTrainer, TestTrainer] = [
    await TestTrainer.signsIn(all.server.url, all.key),
    await TestTrainer.signsIn(all.server.url, all.key),
  ];
  const card = await pair[0].opensClass();
  for (const trainer of pair) await trainer.entersRoom(card);
  return { card, pair };
}

const DONE = { ok: true };
const ALREADY = { ok: false, rejection: { code: 'already-done' } };

describe('two trainers who send the same command at once (case 35)', () => {
  it('have it done once: the second is told that it is already done', async () => {
    const { card, pair } = await twoTrainers();
    const race = async (body: AnyCommand): Promise<void> => {
      const answers = await Promise.all(pair.map((trainer) => trainer.does(body)));
      expect(answers.filter(({ ok }) => ok)).toMatchObject([DONE]);
      expect(answers.filter(({ ok }) => !ok)).toMatchObject([ALREADY]);
    };
    const races = push(40).long(1000);
    await race({ type: 'start-exercise' });
    await race({ type: 'fire-inject', inject: 'press-call' });
    for (let count = 0; count < races; count += 1) {
      await race({ type: count % 2 === 0 ? 'pause' : 'resume' });
      await new Promise((resolve) => setTimeout(resolve, 45));
    }
    await race({ type: 'end-exercise' });
    const events = readKept(all.server.dataFolder).events.get(card.exercise) ?? [];
    const count = (type: string): number => events.filter((event) => event.type === type).length;
    expect(count('exercise-paused') + count('exercise-resumed')).toBe(races);
    expect(count('exercise-ended')).toBe(1);
    // The rejection may reach a trainer before the end that the other trainer caused.
    for (const trainer of pair) await trainer.sees('the end', ({ status }) => status === 'ended');
    expect(pair[0].client.world).toEqual(pair[1].client.world);
    expect(pair.flatMap(({ client }) => client.disorder)).toEqual([]);
  });
});

describe('a trainer whose browser closes (case 36)', () => {
  it('leaves a running class: people act, time passes, a co-trainer steers, and the trainer returns to its present state', async () => {
    const { card, pair } = await twoTrainers();
    const police = await TestTrainee.joins(all.server.url, card.pin, 'Amina', 'police');
    await pair[0].does({ type: 'start-exercise' });
    await pair[0].client.breakOff();
    expect(await police.does({ type: 'travel', place: 'bus-park' })).toMatchObject(DONE);
    expect(await pair[1].does({ type: 'skip-to', to: pair[1].client.world.now + 30 * 60_000 })).toMatchObject(DONE);
    await police.sees('the bus park', (world) => world.seats[police.seat]?.at === 'bus-park');

    await pair[1].client.breakOff();
    expect(await police.does({ type: 'raise-hand' })).toMatchObject(DONE);
    const back = all.keep(await RealSeat.trains(all.server.url, pair[0], card));
    expect(back.state.world.seats[police.seat]).toMatchObject({ at: 'bus-park' });
    expect(await back.does({ type: 'pause' })).toMatchObject(DONE);
    await police.sees('the pause', (world) => world.status === 'paused');
  });

  it('gets a new ticket automatically after a dropped connection', async () => {
    const { card, pair } = await twoTrainers();
    const network = await all.network();
    const console = all.keep(await RealSeat.trains(network.url, pair[0], card));
    network.reset();
    await console.isAway();
    await console.isLive();
    expect(await console.does({ type: 'start-exercise' })).toMatchObject(DONE);
    await eventually(
      () => console.state.world.status,
      (status) => status === 'running',
      'the start',
    );
  });
});

it('other classes are not affected by trainers’ connections', async () => {
  const { p95: _p95, ...noticed } = await all.bystander.leaves();
  expect(noticed).toEqual(UNDISTURBED);
});
