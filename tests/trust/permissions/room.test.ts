/** Cases 37 and 38 through the real room: each command once from each desk, in each state of a class. */
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AnyCommand, CONTROL_COMMAND_TYPES, type TraineeCommand } from '../../../shared/vocabulary/commands.ts';
import { aScenario } from '../../support/a-scenario.ts';
import { commandsByType } from '../../support/arbitrary-commands.ts';
import { ServerProcess } from '../../support/server-process.ts';
import { TestTrainee } from '../../support/test-trainee.ts';
import { TestTrainer } from '../../support/test-trainer.ts';
import { Pacer } from '../support/pacer.ts';
import { figure, seeded } from '../support/scale.ts';
import { lacksPower } from './rights.ts';

const trainerTypes = new Set<string>(CONTROL_COMMAND_TYPES);
const STILL = new Set(['raise-hand', 'place-item', 'link-items', 'unlink-items']);
const ROLES = ['police', 'child-protection'] as const;

let server: ServerProcess;
let trainer: TestTrainer;
let people: Map<string, TestTrainee>;
beforeAll(async () => {
  server = await ServerProcess.prepare();
  await server.start();
  trainer = await TestTrainer.signsIn(server.url, server.trainerKey);
  const { pin } = await trainer.opensClass();
  await trainer.entersRoom();
  people = new Map();
  for (const role of ROLES) people.set(role, await TestTrainee.joins(server.url, pin, `Person ${role}`, role));
});
afterAll(() => server.dispose());

type State = 'lobby' | 'running' | 'paused' | 'ended';

/** The room's answer, if the state or the law alone decides it. */
function settled(state: State, role: string, body: AnyCommand): string | undefined {
  if (trainerTypes.has(body.type)) return 'trainer-only';
  if (state === 'lobby') return 'not-started';
  if (state === 'ended') return 'ended';
  if (state === 'paused' && !STILL.has(body.type)) return 'paused';
  const claim = { compiled: aScenario(), world: trainer.client.world, role };
  return state === 'running' && lacksPower(claim, body as TraineeCommand) ? 'refused' : undefined;
}

it('a room answers each command of each desk by state, powers and ownership', async () => {
  const { seed } = seeded('commands in the room');
  const bodies = [...commandsByType(aScenario()).values()].flatMap((one) => fc.sample(one, { numRuns: 1, seed }));
  const pacers = new Map<string, Pacer>(ROLES.map((role) => [role, new Pacer(24)]));
  const wrong: string[] = [];
  let asked = 0;
  const askAll = (state: State) =>
    Promise.all(
      ROLES.map(async (role) => {
        for (const body of bodies) {
          await pacers.get(role)?.turn();
          const answer = await people.get(role)?.does(body);
          const code = answer?.ok === false ? answer.rejection.code : 'done';
          const wanted = settled(state, role, body);
          asked += 1;
          if (wanted === 'refused' ? code === 'done' : wanted !== undefined && code !== wanted)
            wrong.push(`${state}: ${role} ${JSON.stringify(body)} was answered ${code}`);
        }
      }),
    );
  await askAll('lobby');
  expect(trainer.client.world.status).toBe('lobby');
  await trainer.does({ type: 'start-exercise' });
  await askAll('running');
  await trainer.does({ type: 'pause' });
  await askAll('paused');
  await trainer.does({ type: 'end-exercise' });
  await askAll('ended');
  figure('commands asked in the room', asked);
  expect(wrong).toEqual([]);
  // A trainer sends desk commands without having a desk.
  for (const body of bodies.filter(({ type }) => !trainerTypes.has(type)).slice(0, 20))
    expect(await trainer.does(body)).toMatchObject({ ok: false, rejection: { code: 'not-seated' } });
  expect(server.output).toContain('"reason":"trainer-only"');
  expect(server.output).not.toContain('Person police');
});
