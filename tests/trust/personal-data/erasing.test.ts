/** Case 58 and trust.md 1.4: erased data is in no file, whatever else runs at the same time. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExerciseCard, PersonalDataAnswer, PersonLine } from '../../../shared/protocol/api.ts';
import type { PersonExport } from '../../../server/personal-data/export-person.ts';
import { eventually } from '../../support/eventually.ts';
import { runBaraza } from '../../support/run-baraza.ts';
import { ServerProcess } from '../../support/server-process.ts';
import { TestTrainee } from '../../support/test-trainee.ts';
import { TestTrainer } from '../../support/test-trainer.ts';
import { hitsBelow, hitsIn } from './canary-search.ts';

const NAME = 'Zuwena Kanaritoni';
const OTHERS_NAME = 'Quiet Baobab';
const WORDS = ['kanari-note on the bus', 'kanari-reason for it', 'kanari-hand is up'];
const OTHERS_WORDS = 'the list is with me';
/** A text of another person that contains the name. */
const ABOUT = `ask ZUWENA  kanaritoni, or Zuwena alone: ${OTHERS_WORDS}`;
const LABEL = 'kanari-label of the class';
const OF_ONE = [NAME, 'Zuwena', 'ZUWENA', 'Kanaritoni', 'kanaritoni', ...WORDS];

let server: ServerProcess;
let outside: string;
let trainer: TestTrainer;
let first: ExerciseCard;
const tokens: string[] = [];

/** A class in which one person wrote `WORDS`, another `ABOUT`, and the trainer a note; ended by default. */
async function playedClass(end = true) {
  const card = await trainer.opensClass({ label: LABEL, names: 'wanted', retentionDays: 7 });
  const one = await TestTrainee.joins(server.url, card.pin, NAME, 'police');
  const other = await TestTrainee.joins(server.url, card.pin, OTHERS_NAME, 'child-protection');
  tokens.push(one.token, other.token);
  const steering = await TestTrainer.signsIn(server.url, server.trainerKey);
  await steering.entersRoom(card);
  await steering.does({ type: 'start-exercise' });
  const [text = '', reason = '', hand = ''] = WORDS;
  for (const answer of [
    await one.does({ type: 'log-decision', text, reason, confidence: 'high' }),
    await one.does({ type: 'raise-hand', text: hand }),
    await other.does({ type: 'send-message', to: ['police'], text: ABOUT }),
    await steering.does({ type: 'take-note', text: `kanari of ${NAME}`, about: 'police' }),
  ])
    expect(answer).toMatchObject({ ok: true });
  if (end) await steering.does({ type: 'end-exercise' });
  return { card, one, other, steering };
}

const erasing = (card: ExerciseCard, rest = '', method = 'DELETE') =>
  trainer.asks<PersonalDataAnswer>(`/api/exercises/${card.exercise}${rest}`, {
    method,
    ...(method === 'POST' && { body: {} }),
  });

/** Every export available to a trainer. */
async function everyExport(card: ExerciseCard): Promise<string> {
  const one = `/api/exercises/${card.exercise}`;
  const paths = [
    'debrief.json',
    'debrief.csv',
    'playthrough.yaml',
    'people',
    'people/s1/export.json',
    'people/s2/export.txt',
  ];
  const answers = [];
  for (const path of paths) answers.push((await trainer.asks(`${one}/${path}`)).body);
  answers.push((await trainer.asks('/api/audit.csv')).body, (await trainer.asks(`/api/wall/${card.exercise}`)).body);
  return answers.map((body) => (typeof body === 'string' ? body : JSON.stringify(body))).join('\n');
}

beforeAll(async () => {
  server = await ServerProcess.prepare();
  outside = await mkdtemp(join(tmpdir(), 'baraza-outside-'));
  await server.start({ BARAZA_LOG: 'trace', BARAZA_BACKUPS: 'off' });
  await eventually(
    () => server.trainerKey,
    (key) => key !== '',
    'the key',
  );
  trainer = await TestTrainer.signsIn(server.url, server.trainerKey);
});
afterAll(async () => {
  await server.dispose();
  await rm(outside, { recursive: true, force: true });
});

describe('case 58: erasing a person', () => {
  it('exports the name, every word the person wrote, and what the trainer wrote about the desk', async () => {
    ({ card: first } = await playedClass());
    const path = `/api/exercises/${first.exercise}/people/s1/export`;
    const { body } = await trainer.asks<PersonExport>(`${path}.json`);
    expect(body.person).toEqual({ seat: 's1', name: NAME, language: 'en', desks: ['police'] });
    for (const kept of [NAME, ...WORDS, `kanari of ${NAME}`, LABEL]) expect(JSON.stringify(body)).toContain(kept);
    const readable = (await trainer.asks<string>(`${path}.txt`)).body;
    for (const kept of [NAME, ...WORDS]) expect(readable).toContain(kept);
    expect(JSON.stringify(body)).not.toContain(OTHERS_WORDS);
    // The search finds existing words, so words that it does not find later are gone.
    const made = await runBaraza([
      'backup',
      '--to',
      join(outside, 'before.baraza-backup'),
      '--data',
      server.dataFolder,
    ]);
    expect(made.exit).toBe(0);
    for (const word of [NAME, ...WORDS]) expect(hitsBelow(server.dataFolder, [word])).not.toEqual([]);
  });

  it('is rejected with an explanation while the class is not over', async () => {
    const { card, one, other, steering } = await playedClass(false);
    expect(await erasing(card, '/people/s1')).toMatchObject({ status: 409, body: { error: 'not-ended' } });
    expect(await erasing(card, '/anonymise', 'POST')).toMatchObject({ status: 409, body: { error: 'not-ended' } });
    expect(await erasing(card)).toMatchObject({ status: 409, body: { error: 'class-under-way' } });
    expect(await one.does({ type: 'raise-hand' })).toMatchObject({ ok: true });
    await steering.does({ type: 'end-exercise' });
    for (const person of [one, other]) await person.losesConnection();
    expect(await erasing(card)).toMatchObject({ status: 204 });
  });

  it('leaves no byte of the person in database, write-ahead log, server log, exports and backups', async () => {
    expect(await erasing(first, '/people/s1')).toMatchObject({ status: 200, body: { settled: true } });
    expect(hitsBelow(server.dataFolder, OF_ONE)).toEqual([]);
    expect(hitsIn('server log', server.output, [...OF_ONE, OTHERS_NAME, ...tokens])).toEqual([]);
    expect(hitsIn('exports', await everyExport(first), OF_ONE)).toEqual([]);
    const after = join(outside, 'after');
    await runBaraza(['backup', '--to', join(outside, 'after.baraza-backup'), '--data', server.dataFolder]);
    await runBaraza(['restore', join(outside, 'after.baraza-backup'), '--data', after]);
    expect(hitsBelow(after, [...OF_ONE, ...tokens])).toEqual([]);
  });

  it('leaves every other person unchanged: names, words, marks', async () => {
    const people = (await trainer.asks<PersonLine[]>(`/api/exercises/${first.exercise}/people`)).body;
    expect(people.map(({ seat, name }) => [seat, name])).toEqual([
      ['s1', ''],
      ['s2', OTHERS_NAME],
    ]);
    expect((await trainer.asks<string>(`/api/exercises/${first.exercise}/people/s2/export.txt`)).body).toContain(
      OTHERS_WORDS,
    );
    expect((await trainer.asks(`/api/exercises/${first.exercise}/debrief`)).status).toBe(200);
  });

  it('leaves no token in any file, before or after, and the old token opens nothing', async () => {
    expect(hitsBelow(server.dataFolder, tokens)).toEqual([]);
    const headers = { authorization: `Bearer ${tokens[0]}` };
    expect((await fetch(`${server.url}/api/seat`, { headers })).status).toBe(401);
    const raw = new Database(join(server.dataFolder, 'baraza.db'), { readonly: true });
    const pass = raw.prepare(
      "SELECT token_hash, join_hash, code_hash FROM participants WHERE exercise = ? AND seat = 's1'",
    );
    expect(pass.get(first.exercise)).toMatchObject({ token_hash: null, join_hash: null, code_hash: null });
    raw.close();
  });

  it('waits for a running backup, which is then erased too', async () => {
    const { card } = await playedClass();
    const reader = new Database(join(server.dataFolder, 'baraza.db'));
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM names').get();
    expect(await erasing(card, '/people/s1')).toMatchObject({ status: 200, body: { settled: false } });
    reader.exec('COMMIT');
    reader.close();
    await eventually(
      () => hitsBelow(server.dataFolder, OF_ONE),
      (hits) => hits.length === 0,
      'no hits',
      20_000,
    );
    expect(await erasing(card)).toMatchObject({ status: 204 });
  });

  it('works while another class plays, and the bytes are gone at once', async () => {
    const { card } = await playedClass();
    const { card: beside, one, other, steering } = await playedClass(false);
    const words = [`kanari of ${NAME}`, 'kanari-reason for it'];
    const count = (): number => hitsBelow(server.dataFolder, words).length;
    expect(count()).toBeGreaterThan(0);
    await steering.does({ type: 'end-exercise' });
    const running = await trainer.opensClass();
    const player = await TestTrainee.joins(server.url, running.pin, 'Tall Cedar', 'police');
    await trainer.entersRoom(running);
    await trainer.does({ type: 'start-exercise' });
    for (const one of [card, beside]) expect((await erasing(one)).status).toBe(204);
    expect(count()).toBe(0);
    expect(await player.does({ type: 'raise-hand' })).toMatchObject({ ok: true });
    await trainer.does({ type: 'end-exercise' });
    for (const person of [one, other, player]) await person.losesConnection();
    await erasing(running);
  });
});

describe('anonymising and erasing a class', () => {
  it('keeps its log and its marks, without names and words', async () => {
    const { card } = await playedClass();
    const before = (await trainer.asks(`/api/exercises/${card.exercise}/debrief`)).body;
    expect(await erasing(card, '/anonymise', 'POST')).toMatchObject({ status: 200 });
    const gone = [...OF_ONE, OTHERS_WORDS, LABEL];
    expect(hitsIn('exports', await everyExport(card), [...gone, OTHERS_NAME])).toEqual([]);
    expect((await trainer.asks(`/api/exercises/${card.exercise}/debrief`)).body).toEqual(before);
    await erasing(first);
    expect(hitsBelow(server.dataFolder, gone)).toEqual([]);
  });

  it('lasts over a restart', async () => {
    await server.end('SIGKILL');
    await server.start({ BARAZA_LOG: 'trace', BARAZA_BACKUPS: 'off' });
    expect(hitsBelow(server.dataFolder, [...OF_ONE, ...tokens])).toEqual([]);
  });

  it('is rejected on the command line while the server runs, with the alternative', async () => {
    const refused = await runBaraza(['erase', first.pin, '--data', server.dataFolder]);
    expect(refused).toMatchObject({ exit: 2, notes: expect.stringContaining('a server is running') });
  });

  it('is not undone by an earlier backup, neither restored nor copied by hand', async () => {
    await server.end('SIGTERM');
    const restored = await runBaraza(['restore', join(outside, 'before.baraza-backup'), '--data', server.dataFolder]);
    expect(restored).toMatchObject({ exit: 0, text: expect.stringContaining('Erased again') });
    expect(hitsBelow(server.dataFolder, OF_ONE)).toEqual([]);
  });

  it('on the command line states what will go, exports, then erases', async () => {
    const elsewhere = join(outside, 'elsewhere');
    await runBaraza(['restore', join(outside, 'before.baraza-backup'), '--data', elsewhere]);
    const data = ['--data', elsewhere];
    const shown = await runBaraza(['export', first.exercise, '--participant', NAME, '--format', 'json', ...data]);
    expect(shown.text).toContain(NAME);
    const planned = await runBaraza(['erase', first.pin, '--participant', 's1', ...data]);
    expect(planned).toMatchObject({ exit: 0, text: expect.stringContaining('Add --yes') });
    expect(hitsBelow(elsewhere, [NAME])).not.toEqual([]);
    expect((await runBaraza(['erase', first.pin, '--participant', 's1', '--yes', ...data])).exit).toBe(0);
    expect(hitsBelow(elsewhere, OF_ONE)).toEqual([]);
    expect((await runBaraza(['erase', first.pin, '--yes', ...data])).exit).toBe(0);
    expect(hitsBelow(elsewhere, [LABEL, OTHERS_NAME, OTHERS_WORDS])).toEqual([]);
    expect((await runBaraza(['retention', '--dry-run', ...data])).text).toContain('No class is stored');
  });
});
