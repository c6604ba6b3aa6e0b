/** Case 19 and replay: stored logs open under the present program with the same content. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { control } from '../../../shared/access/audience.ts';
import { openSqliteStore } from '../../../server/storage/open-sqlite.ts';
import { debrief } from '../../../shared/debrief/compute.ts';
import { compileScenario } from '../../../shared/scenario/compile-scenario.ts';
import { checkCase } from '../../../shared/scenario/parse-case.ts';
import { asRecorded } from '../../support/kept-logs/meant-changes.ts';
import { ServerProcess } from '../../support/server-process.ts';
import { stateHash, worldOf } from '../support/fold-of-log.ts';
import { readKept } from '../support/ledger.ts';
import { comesBack, playedClass } from '../support/two-classes.ts';

const ROOT = join(import.meta.dirname, '../../..');
const RELEASES = join(ROOT, 'tests/fixtures/releases');

let server: ServerProcess;
beforeAll(async () => {
  server = await ServerProcess.prepare();
});
afterAll(() => server.dispose());

describe('a database of an earlier release', () => {
  it.each(readdirSync(RELEASES).filter((name) => name.endsWith('.db.gz')))(
    '%s opens with the same content',
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
      const today = JSON.stringify(debrief(compileScenario(scenario, law, record.hash), events));
      expect(asRecorded('debrief', 'trainer', today, JSON.stringify(told))).toBe(JSON.stringify(told));
      await store.close();
      rmSync(folder, { recursive: true });
    },
  );
});

describe('a class that is over', () => {
  it('has the same debrief and views, byte for byte, live, after a restart and from its log', async () => {
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
    expect(stateHash(worldOf(events, control))).toBe(seen);
    expect(stateHash(trainer.client.world)).toBe(seen);
    await server.end('SIGTERM');
  });
});
