/** Case 19, replay and recovery: kept logs open under the program of today, tell the same, and do so quickly. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomId } from '../../../server/ids.ts';
import { sourcesOf } from '../../../server/scenario-library.ts';
import { loadCase } from '../../../server/scenario-files.ts';
import { openSqliteStore } from '../../../server/storage/open-sqlite.ts';
import { playBots } from '../../../shared/bots/play-bots.ts';
import { debrief } from '../../../shared/debrief/compute.ts';
import { compileScenario } from '../../../shared/scenario/compile-scenario.ts';
import { checkCase } from '../../../shared/scenario/parse-case.ts';
import { eventually } from '../../support/eventually.ts';
import { ServerProcess } from '../../support/server-process.ts';
import { bundledServer } from '../support/bundled-server.ts';
import { stateHash, worldOf } from '../support/fold-of-log.ts';
import { readKept } from '../support/ledger.ts';
import { figure, percentile, push, seeded } from '../support/scale.ts';
import { comesBack, playedClass } from '../support/two-classes.ts';

const ROOT = join(import.meta.dirname, '../../..');
const RELEASES = join(ROOT, 'tests/fixtures/releases');
const STARTS = push(3).long(20);
const ROOMS = 10;

let server: ServerProcess;
beforeAll(async () => {
  server = await ServerProcess.prepare({ main: await bundledServer() });
});
afterAll(() => server.dispose());

describe('what earlier releases kept', () => {
  it.each(readdirSync(RELEASES).filter((name) => name.endsWith('.db.gz')))(
    '%s opens and tells the same',
    async (name) => {
      const folder = mkdtempSync(join(tmpdir(), 'baraza-release-'));
      writeFileSync(join(folder, 'baraza.db'), gunzipSync(readFileSync(join(RELEASES, name))));
      const told = JSON.parse(readFileSync(join(RELEASES, name.replace('.db.gz', '.debrief.json')), 'utf8')) as unknown;
      const store = await openSqliteStore(folder);
      const [record] = await store.list();
      if (!record) throw new Error('nothing is kept');
      const { scenario, law } = checkCase((await store.sources(record.hash)) ?? {}, record.hash);
      if (!scenario || !law) throw new Error('its case can no longer be read');
      const events = await store.read(record.id, 0);
      expect(JSON.stringify(debrief(compileScenario(scenario, law, record.hash), events))).toBe(JSON.stringify(told));
      await store.close();
      rmSync(folder, { recursive: true });
    },
  );
});

describe('a class that is over', () => {
  it('has the same debrief, byte for byte, live, after a restart and from its log; and so has every view', async () => {
    await server.start();
    const played = await playedClass(server.url, server.trainerKey, 'Over');
    const { trainer, police, card } = played;
    await police.does({ type: 'travel', place: 'bus-park' });
    await trainer.does({ type: 'skip-to', to: trainer.client.world.now + 60 * 60_000 });
    await trainer.does({ type: 'end-exercise' });
    const seen = stateHash(trainer.client.world);
    const text = async () => JSON.stringify((await trainer.asks(`/api/exercises/${card.exercise}/debrief`)).body);
    const live = await text();
    await server.end('SIGKILL');
    await server.start();
    await comesBack(played);
    expect(await text()).toBe(live);
    const events = readKept(server.dataFolder).events.get(card.exercise) ?? [];
    expect(stateHash(worldOf(events, { trainer: true }))).toBe(seen);
    expect(stateHash(trainer.client.world)).toBe(seen);
    await server.end('SIGTERM');
  });
});

describe('a server with long logs', () => {
  it(`has ${ROOMS} rooms open again soon after its process begins`, { timeout: 600_000 }, async () => {
    const chance = seeded('long logs');
    const loaded = await loadCase(join(ROOT, 'scenarios', 'trial-match'));
    const { compiled } = loaded;
    if (!compiled) throw new Error('the case cannot be played');
    const store = await openSqliteStore(server.dataFolder);
    // One play in every room: what takes time is its length, not its story.
    const { events } = playBots(compiled, { seed: chance.between(1, 1e6), bots: 'by-the-book' });
    const total = events.length * ROOMS;
    for (let room = 0; room < ROOMS; room += 1) {
      const { scenario } = compiled;
      const settings = { scenario: scenario.id, languages: ['en'], pace: 6, seating: 'choice', without: [] } as const;
      const record = { ...settings, languages: ['en'], without: [], id: randomId(), hash: compiled.hash };
      await store.create(
        { ...record, pin: `LOG${String(100 + room)}`, createdAt: room, clock: scenario.starts },
        sourcesOf(loaded),
        events,
      );
    }
    await store.close();
    const took: number[] = [];
    for (let start = 0; start < STARTS; start += 1) {
      const begun = performance.now();
      await server.start();
      await eventually(
        () => server.output,
        (output) => output.includes('is ready'),
        'the server',
      );
      took.push(performance.now() - begun);
      expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
      await server.end('SIGKILL');
    }
    figure(`events in ${ROOMS} rooms, no snapshot to begin from`, total);
    figure('process start until all rooms are open, p95', percentile(took, 0.95), 'ms');
    // The target is three seconds on a quiet machine; what fails here is something else than a busy one.
    expect(Math.min(...took)).toBeLessThan(30_000);
  });
});
