/**
 * Non-interference on the wire: the delivered server runs twice. In one run other desks and the trainer act in secret, and things
 * of the case that the child officers have not earned have other names and words. The officers do the same in both runs; all that
 * their socket and their requests bring is the same, apart from times and from what the server draws at random.
 */
import { afterAll, describe, expect, it } from 'vitest';
import { cardIdsOf } from '../../../shared/simulation/card-proof.ts';
import type { AnyCommand } from '../../../shared/vocabulary/commands.ts';
import { COMMAND_TYPES } from '../../../shared/vocabulary/commands.ts';
import { MINUTE } from '../../../shared/time.ts';
import { aCase, aScenario, type Change } from '../../support/a-scenario.ts';
import { ServerProcess } from '../../support/server-process.ts';
import { TestTrainee } from '../../support/test-trainee.ts';
import { TestTrainer } from '../../support/test-trainer.ts';
import { Pacer } from '../support/pacer.ts';
import { SEED } from '../support/scale.ts';
import { Chance } from './two-worlds/chance.ts';
import { firstDifference } from './two-worlds/compare.ts';
import { idsByKind, probe } from './two-worlds/probes.ts';

const servers: ServerProcess[] = [];
afterAll(() => Promise.all(servers.map((server) => server.dispose())));

/** Another case in things that the child officers have not earned. */
const otherwise: Change = (draft) => {
  const { items, decisions, injects } = draft;
  const phone = items['coach-phone'];
  if (phone) Object.assign(phone, { title: 'A phone with a broken screen', text: 'Locked, and cold.' });
  delete items['number-owner'];
  draft.holdings = {};
  for (const decision of Object.values(decisions)) decision.title = `${decision.title} And what else?`;
  for (const inject of Object.values(injects))
    if (inject.to.includes('police')) inject.text = `${inject.text} And more.`;
};

const SECRET_ACTS: readonly ['trainer' | 'police', AnyCommand][] = [
  ['police', { type: 'place-item', item: 'tip', x: 10, y: 20 }],
  ['police', { type: 'log-decision', text: 'Go', reason: 'The tip', confidence: 'low' }],
  ['police', { type: 'travel', place: 'bus-park' }],
  ['police', { type: 'raise-hand' }],
  ['trainer', { type: 'take-note', text: 'They go together.' }],
  ['trainer', { type: 'whisper', to: ['police'], text: 'Look again.' }],
  ['trainer', { type: 'hold-inject', inject: 'press-call' }],
];

/** Everything that the child officers get in a run. */
async function received({ secret }: { secret: boolean }): Promise<unknown[]> {
  const server = await ServerProcess.prepare({ files: aCase(secret ? otherwise : undefined) });
  servers.push(server);
  await server.start();
  const trainer = await TestTrainer.signsIn(server.url, server.trainerKey);
  const { pin, exercise } = await trainer.opensClass({ pace: 0.1 });
  await trainer.entersRoom();
  const police = await TestTrainee.joins(server.url, pin, 'Police', 'police');
  const child = await TestTrainee.joins(server.url, pin, 'Child', 'child-protection');
  await trainer.does({ type: 'start-exercise' });
  await child.seesPublic('the start', ({ status }) => status === 'running');
  if (secret)
    for (const [who, body] of SECRET_ACTS) {
      const answer = await (who === 'police' ? police : trainer).does(body);
      if (!answer.ok) throw new Error(`${body.type}: ${JSON.stringify(answer.rejection)}`);
    }
  const heard: unknown[] = [];
  const pacer = new Pacer(20);
  for (const body of commands()) {
    await pacer.turn();
    heard.push([body.type, await child.does(body)]);
  }
  for (const path of pathsOf(exercise, pin)) {
    const { status, body } = await child.asks(path);
    heard.push([path, status, body]);
  }
  const ids = [...cardIdsOf(aScenario()), 'law', 'roles', 'helpers'];
  for (let from = 0; from < ids.length; from += 300) {
    const asked = { ids: ids.slice(from, from + 300), language: 'en' };
    heard.push(['cards', (await child.asks('/api/cards', { method: 'POST', body: asked })).body]);
  }
  const late = await child.opensAnotherTab();
  heard.push(
    late.client.received,
    child.client.received.filter(({ type }) => type !== 'elsewhere'),
    child.client.disorder,
  );
  return inBothRuns(heard, [exercise, pin, child.token, child.client.epoch ?? '']);
}

/** The same in both runs: commands of every type, with ids of the case, of the hidden things, and invented ones. */
function commands(): AnyCommand[] {
  const compiled = aScenario();
  const curiosity = {
    ids: idsByKind(compiled, []),
    known: new Set(['home-address', 'children-home', 'station', 'police', 'child-protection']),
    hot: new Set(['coach-phone', 'number-owner', 'tip', 'press-call', 'visit-flat', 'coach-flat', 'bus-manifest']),
    now: compiled.scenario.starts,
  };
  const chance = new Chance(SEED);
  return COMMAND_TYPES.flatMap((type) => [probe(type, curiosity, chance), probe(type, curiosity, chance)]);
}

const pathsOf = (exercise: string, pin: string): string[] => [
  '/api/seat',
  '/api/debrief',
  '/api/scenarios',
  `/api/join/${pin}`,
  `/api/exercises/${exercise}`,
  `/api/exercises/${exercise}/console`,
  `/api/exercises/${exercise}/view/police`,
  `/api/wall/${exercise}`,
];

/** Case times in whole minutes since the start: at this pace, ten real minutes are one of the case. All other numbers count. */
const STARTS = aScenario().scenario.starts;
const inMinutes = (_key: string, value: unknown): unknown =>
  typeof value === 'number' && value >= STARTS ? `minute ${Math.floor((value - STARTS) / MINUTE)}` : value;
/** Ids that the server draws: of texts, and of things with a drawn number. */
const DRAWN_TEXT = /"[0-9a-f]{32}"/g;
const DRAWN_NUMBER = /-(consent|referral|conference|action)-\d{4}\b/g;

/** What was received, without times and without what is drawn at random. */
function inBothRuns(heard: readonly unknown[], random: readonly string[]): unknown[] {
  return heard.flat().map((one): unknown => {
    let text = (JSON.stringify(one) ?? '"nothing"').replace(DRAWN_TEXT, '"a text"');
    for (const word of random) text = text.replaceAll(word, 'drawn');
    return JSON.parse(text.replace(DRAWN_NUMBER, '-$1-####'), inMinutes);
  });
}

describe('the child officers', () => {
  it('receive the same from a server on which the police and the trainer act, in a case with other secrets', async () => {
    const [one, other] = await Promise.all([received({ secret: false }), received({ secret: true })]);
    expect(one.length).toBeGreaterThan(100);
    expect(firstDifference(one, other)).toBeUndefined();
  });
});
