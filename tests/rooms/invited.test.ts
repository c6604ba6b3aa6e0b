/**
 * People invited into a class, on a real server with real sockets: what each receives, may do, and leaves in the audit.
 */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CardsAnswer } from '../../shared/protocol/api.ts';
import type { StreamName } from '../../shared/protocol/messages.ts';
import type { PersonExport } from '../../server/personal-data/export-person.ts';
import { eventually } from '../support/eventually.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { TestTrainee } from '../support/test-trainee.ts';
import type { TestTrainer } from '../support/test-trainer.ts';

let server: TestServer;
let lead: TestTrainer;
let police: TestTrainee;
let child: TestTrainee;

beforeEach(async () => {
  server = await startTestServer();
  lead = await server.trainer();
  const { pin } = await lead.opensClass();
  await lead.entersRoom();
  police = await TestTrainee.joins(server.url, pin, 'Amina', 'police');
  child = await TestTrainee.joins(server.url, pin, 'Joseph', 'child-protection');
  expect(await lead.does({ type: 'start-exercise' })).toMatchObject({ ok: true });
});
afterEach(() => server.stop());

const streamNames = ({ client }: TestTrainer): string[] => Object.keys(client.streams).toSorted();
const counted = ({ client }: TestTrainer, name: StreamName): number => client.streams[name]?.upTo ?? 0;
const messagesIn = ({ client }: TestTrainer, name: StreamName): number =>
  Object.keys(client.streams[name]?.world.messages ?? {}).length;

it('a co-trainer follows the whole log and steers, but cannot end the class', async () => {
  const coTrainer = await lead.invites({ kind: 'co-trainer' });
  await coTrainer.entersRoom(lead.exercise);
  expect(streamNames(coTrainer)).toEqual(['trainer']);
  expect(await coTrainer.does({ type: 'pause' })).toMatchObject({ ok: true });
  expect(await coTrainer.does({ type: 'end-exercise' })).toMatchObject({ rejection: { code: 'lead-only' } });
  await lead.sees('the pause', (world) => world.status === 'paused');
  const audit = await lead.asks<string>('/api/audit.csv');
  expect(audit.body).toMatch(/co-trainer session-[0-9a-f]{8}","pause"/);
  expect(audit.body).toMatch(/co-trainer session-[0-9a-f]{8}","refused end-exercise"/);
});

it('an evaluator follows the streams of its desks and changes nothing', async () => {
  const evaluator = await lead.invites({ kind: 'evaluator', desks: ['police'] });
  await evaluator.entersRoom(lead.exercise);
  expect(streamNames(evaluator)).toEqual(['role:police']);
  expect(await police.does({ type: 'travel', place: 'bus-park' })).toMatchObject({ ok: true });
  await eventually(
    () => evaluator.client.streams['role:police']?.world,
    (world) => world?.seats[police.seat]?.busy !== undefined,
    'the desk on its way',
  );
  const before = counted(evaluator, 'role:police');
  expect(await child.does({ type: 'log-decision', text: 'Ours', reason: 'Alone', confidence: 'low' })).toMatchObject({
    ok: true,
  });
  expect(await evaluator.does({ type: 'pause' })).toMatchObject({ rejection: { code: 'trainer-only' } });
  expect(await evaluator.does({ type: 'travel', place: 'bus-park' })).toMatchObject({
    rejection: { code: 'not-seated' },
  });
  expect(counted(evaluator, 'role:police')).toBe(before);
  const path = `/api/exercises/${lead.exercise.exercise}/view`;
  expect((await evaluator.asks(`${path}/police`)).status).toBe(200);
  expect((await evaluator.asks(`${path}/child-protection`)).status).toBe(403);
});

it('the wall shows what every seated desk knows', async () => {
  const wall = await lead.invites({ kind: 'wall' });
  await wall.entersRoom(lead.exercise);
  expect(streamNames(wall)).toEqual(['wall']);
  expect(wall.client.streams.wall?.world.status).toBe('running');
  await lead.does({ type: 'whisper', to: ['police'], text: 'For one desk.' });
  await lead.does({ type: 'whisper', to: ['police', 'child-protection'], text: 'For both.' });
  await eventually(
    () => messagesIn(wall, 'wall'),
    (count) => count === 1,
    'the message to all desks',
  );
});

it('a role-player receives events for everyone; a presumed victim or a child cannot be assigned', async () => {
  const player = await lead.invites({ kind: 'role-player', people: ['coach'] });
  await player.entersRoom(lead.exercise);
  expect(streamNames(player)).toEqual(['public']);
  await lead.does({ type: 'pause' });
  await eventually(
    () => player.client.streams.public?.world.status,
    (status) => status === 'paused',
    'the pause',
  );
  const path = `/api/exercises/${lead.exercise.exercise}/grants`;
  for (const person of ['nyota', 'no-such-person'])
    expect(
      await lead.asks(path, { method: 'POST', body: { actor: { kind: 'role-player', people: [person] } } }),
    ).toMatchObject({ status: 400, body: { error: 'bad-request', detail: 'people' } });
});

it('a role-player speaks for the invited person to the desk that is there, and for no other person', async () => {
  const player = await lead.invites({ kind: 'role-player', people: ['coach'] });
  await player.entersRoom(lead.exercise);
  const says = (person: string) => player.does({ type: 'speak-for', person, text: 'Ask my lawyer.' });
  expect(await says('coach')).toMatchObject({ rejection: { code: 'unheard' } });
  expect(await police.does({ type: 'travel', place: 'bus-park' })).toMatchObject({ ok: true });
  expect(
    await lead.does({ type: 'skip-to', to: (await lead.sees('the class', () => true)).now + 3_600_000 }),
  ).toMatchObject({ ok: true });
  expect(await says('coach')).toMatchObject({ ok: true });
  expect(await says('juma')).toMatchObject({ rejection: { code: 'not-your-person' } });
  const world = await police.sees('the words', ({ messages }) => Object.keys(messages).length === 1);
  const [message] = Object.values(world.messages);
  expect(message).toMatchObject({ person: 'coach', to: ['police'] });
  const cards = async (trainee: TestTrainee) =>
    (
      await trainee.asks<CardsAnswer>('/api/cards', {
        method: 'POST',
        body: { ids: [`text:${message?.text}`], language: 'en' },
      })
    ).body.cards.map(({ text }) => text);
  expect([await cards(police), await cards(child)]).toEqual([['Ask my lawyer.'], []]);
  expect(messagesIn(player, 'public')).toBe(0);
  const exported = async ({ seat }: TestTrainee) =>
    (await lead.asks<PersonExport>(`/api/exercises/${lead.exercise.exercise}/people/${seat}/export.json`)).body
      .toAndAbout;
  expect(await exported(police)).toMatchObject([{ act: 'speak-for', text: 'Ask my lawyer.' }]);
  expect(await exported(child)).toEqual([]);
  const audit = await lead.asks<string>('/api/audit.csv');
  expect(audit.body).toMatch(/role-player session-[0-9a-f]{8}","speak-for","[^"]*","coach"/);
  expect(audit.body).toMatch(/role-player session-[0-9a-f]{8}","refused speak-for","[^"]*","juma","not-your-person"/);
  expect(audit.body).not.toContain('lawyer');
});

it('a revoked right closes the room, and applies to one class only', async () => {
  const coTrainer = await lead.invites({ kind: 'co-trainer' });
  await coTrainer.entersRoom(lead.exercise);
  const mine = lead.exercise;
  const other = await lead.opensClass();
  expect((await coTrainer.asks(`/api/exercises/${other.exercise}`)).status).toBe(401);
  expect((await coTrainer.asks('/api/exercises')).status).toBe(401);
  const path = `/api/exercises/${mine.exercise}/grants`;
  expect((await lead.asks(`${path}/${coTrainer.grant}`, { method: 'DELETE' })).status).toBe(204);
  await eventually(
    () => coTrainer.client.closedWith,
    (code) => code !== undefined,
    'the end of the connection',
  );
  expect((await coTrainer.asks(`/api/exercises/${mine.exercise}`)).status).toBe(401);
});
