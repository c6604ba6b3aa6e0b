/** The server is killed at any moment; the class continues where it was. */
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { ServerProcess } from '../support/server-process.ts';
import { TestTrainee } from '../support/test-trainee.ts';
import { TestTrainer } from '../support/test-trainer.ts';

let server: ServerProcess;
beforeEach(async () => {
  server = await ServerProcess.prepare();
});
afterEach(() => server.dispose());

describe('a killed server', () => {
  it('lets every client return to the same place, paused, with nothing lost and nothing twice', async () => {
    await server.start();
    const key = server.trainerKey;
    const trainer = await TestTrainer.signsIn(server.url, key);
    const { pin, exercise } = await trainer.opensClass();
    await trainer.entersRoom();
    const police = await TestTrainee.joins(server.url, pin, 'Amina', 'police');
    const child = await TestTrainee.joins(server.url, pin, 'Joseph', 'child-protection');
    await trainer.does({ type: 'start-exercise' });
    await police.sees('the start', (world) => world.status === 'running');
    const id = 'a'.repeat(32);
    const answer = await police.does({ type: 'travel', place: 'bus-park' }, id);
    expect(answer).toMatchObject({ ok: true });
    const known = await police.sees('the way', (world) => world.seats[police.seat]?.busy !== undefined);

    await server.end('SIGKILL');
    await eventually(
      () => police.client.closedWith,
      (code) => code !== undefined,
      'the end of the connection',
    );
    await server.start();
    expect(server.trainerKey).toBe('');

    await police.comesBack();
    await child.comesBack();
    const state = await police.seesPublic(
      'a paused class with both people',
      (now) => now.status === 'paused' && now.roster.every((seat) => seat.connected),
    );
    expect(state.roster.map((seat) => seat.name)).toEqual(['Amina', 'Joseph']);
    const back = await police.sees('the same way', (world) => world.seats[police.seat]?.busy !== undefined);
    expect({ ...back, status: 'running', now: 0 }).toEqual({ ...known, now: 0 });
    expect(back.now - known.now).toBeLessThan(20 * 60_000);
    expect(await police.does({ type: 'travel', place: 'bus-park' }, id)).toEqual(answer);

    const again = await TestTrainer.signsIn(server.url, key);
    await again.entersRoom(
      (await again.asks<{ exercise: string }[]>('/api/exercises')).body.find(
        (card) => card.exercise === exercise,
      ) as never,
    );
    expect(await again.does({ type: 'resume' })).toMatchObject({ ok: true });
    expect(await again.does({ type: 'skip-to', to: back.now + 60 * 60_000 })).toMatchObject({ ok: true });
    await police.sees('the bus park', (world) => world.seats[police.seat]?.at === 'bus-park');
    expect([...police.client.disorder, ...child.client.disorder]).toEqual([]);
  });

  it('names the cause of a failed start in one line, with code 78', async () => {
    const failsWith = async (env: Record<string, string>) => {
      const child = server.spawn(env);
      await once(child, 'close');
      expect(child.exitCode).toBe(78);
      expect(server.output.trim().split('\n')).toHaveLength(1);
      return server.output;
    };
    expect(await failsWith({ PORT: 'eighty' })).toContain('PORT must be a number');
    expect(await failsWith({ HOST: 'not a host' })).toContain('HOST must be an address');
    expect(
      await failsWith({ BARAZA_DATA: join(server.folder, 'scenarios', 'small-case', 'scenario.yaml', 'data') }),
    ).toContain('cannot be written');
    expect(await failsWith({ BARAZA_SCENARIOS: join(server.folder, 'nowhere') })).toContain('there is no folder');
  });

  it('rejects a second process on the same data, with the pid of the first', async () => {
    await server.start();
    const second = server.spawn({ PORT: '0' });
    await once(second, 'close');
    expect(second.exitCode).toBe(78);
    expect(server.output).toMatch(/another Baraza \(process \d+\) already uses the data folder/);
    expect(await server.end('SIGTERM')).toBe(0);
  });
});
