/** Cases 11, 12 and 14: the disk is full, fails, or is locked by another program, during play. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../../support/eventually.ts';
import { ServerProcess } from '../../support/server-process.ts';
import { Ledger, readKept } from '../support/ledger.ts';
import { figure, percentile, push } from '../support/scale.ts';
import { canMount, canTrace } from '../support/machine.ts';
import {
  codeOf,
  comesBack,
  senders,
  speaks,
  standsBecause,
  type TwoClasses,
  twoClasses,
} from '../support/two-classes.ts';

/** How long it stays locked after every client has been told. */
const LOCKED_MS = push(200).long(6000);
const FAILING_CALLS = push(10).long(50);

let server: ServerProcess;
let classes: TwoClasses;
const ledger = new Ledger();
beforeAll(async () => {
  server = await ServerProcess.prepare();
  // A small separate disk if one can be mounted; otherwise a page limit replaces it.
  mkdirSync(server.dataFolder);
  if (canMount()) execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', server.dataFolder]);
  await server.start();
  classes = await twoClasses(server.url, server.trainerKey);
});
afterAll(async () => {
  await server.end('SIGKILL');
  if (canMount()) execFileSync('umount', ['-l', server.dataFolder]);
  await server.dispose();
});

const bystanderReads = async (): Promise<void> => {
  const { police, card, trainer } = classes.bystander;
  expect((await police.reads('item:tip'))[0]?.title).toBe('A tip');
  expect((await trainer.asks(`/api/exercises/${card.exercise}/view/police`)).status).toBe(200);
  expect(police.client.closedWith).toBeUndefined();
};

/** Both classes resume, and nothing acknowledged is missing. */
const bothGoOn = async (): Promise<void> => {
  for (const one of [classes.struck, classes.bystander]) {
    await ledger.send(senders(one).trainer, { type: 'resume' });
    expect(await speaks(ledger, one)).toMatchObject({ ok: true });
  }
  const kept = readKept(server.dataFolder);
  expect(kept.integrity).toBe('ok');
  expect(ledger.against(kept)).toMatchObject({ missing: [], twice: [], altered: [] });
};

describe.runIf(canMount())('a full disk', () => {
  it('acknowledges nothing, reports it, keeps reading, and resumes when there is room again', async () => {
    const filler = join(server.dataFolder, 'filler');
    fill(filler);
    // Acts that still fit into SQLite's log are accepted; the first one without room is rejected.
    const refused = await untilRefused();
    expect(codeOf(refused)).toBe('disk-full');
    await classes.struck.police.seesPublic('the pause', ({ status }) => status === 'paused');
    await standsBecause(classes.struck, 'disk-full', false);
    await bystanderReads();
    expect((await classes.struck.police.reads('item:tip'))[0]?.title).toBe('A tip');
    await expect(classes.struck.trainer.opensClass()).rejects.toThrow('disk-full');

    rmSync(filler);
    await standsBecause(classes.struck, 'disk-full', true);
    expect(await ledger.resend(refused)).toMatchObject({ ok: false, rejection: { code: 'paused' } });
    await bothGoOn();
  });

  it('does not prevent reopening an exercise: it can be read, and resumes when there is room', async () => {
    const filler = join(server.dataFolder, 'filler');
    fill(filler);
    await untilRefused();
    await server.end('SIGKILL');
    await server.start();
    await comesBack(classes.struck);
    await comesBack(classes.bystander);
    await standsBecause(classes.struck, 'disk-full', false);
    await bystanderReads();
    rmSync(filler);
    await standsBecause(classes.struck, 'disk-full', true);
    await bothGoOn();
  });
});

describe('a database that another program holds', () => {
  it('is waited for without blocking, then rejected in time, and the class resumes without a restart', async () => {
    const holder = await holdsDatabase();
    const answers: number[] = [];
    const lock = { held: true };
    const watching = (async () => {
      while (lock.held) {
        const begun = performance.now();
        await classes.bystander.police.reads('item:tip');
        answers.push(performance.now() - begun);
      }
    })();
    const begun = performance.now();
    await speaks(ledger, classes.struck);
    const refusedAfter = performance.now() - begun;
    const refused = ledger.entries.at(-1);
    expect(codeOf(refused)).toBe('server-busy');
    const { trainer } = classes.struck;
    const opening = { scenario: 'small-case', languages: ['en'], seating: 'choice' };
    const http = await trainer.asks<{ error: string }>('/api/exercises', { method: 'POST', body: opening });
    expect([http.status, http.body.error, http.headers.get('retry-after')]).toEqual([503, 'server-busy', '10']);
    await standsBecause(classes.struck, 'disk-busy', false);
    holder.stdin?.end();
    await once(holder, 'exit');
    lock.held = false;
    await watching;
    await standsBecause(classes.struck, 'disk-busy', true);
    if (refused) await ledger.resend(refused);
    await bothGoOn();
    figure('database held by another program: refused after', refusedAfter, 'ms');
    figure('… and a bystander reads meanwhile, p95', percentile(answers, 0.95), 'ms');
    // Two seconds of waiting, and the delay of a busy machine.
    expect(refusedAfter).toBeLessThan(6000);
    expect(percentile(answers, 0.5)).toBeLessThan(500);
  });
});

describe.runIf(canTrace())('a disk that fails to write', () => {
  it.each(['EIO', 'ENOSPC'] as const)(
    'with %s at any call: no acknowledgement, no partial act, and play goes on',
    async (error) => {
      let refusals = 0;
      for (let call = 1; call <= FAILING_CALLS / 2; call += 1) {
        const stop = await injects(server.pid, error, call);
        let failed: string | undefined;
        for (let act = 0; act < call + 3 && failed === undefined; act += 1) {
          await speaks(ledger, classes.struck);
          failed = codeOf(ledger.entries.at(-1));
        }
        await stop();
        if (failed === undefined) continue;
        refusals += 1;
        expect(['server-busy', 'disk-full']).toContain(failed);
        await standsBecause(
          classes.struck,
          error === 'EIO' ? 'disk-failed' : failed === 'disk-full' ? 'disk-full' : 'disk-failed',
          true,
        );
        await ledger.resend(ledger.entries.at(-1) as never);
        await bothGoOn();
      }
      expect(refusals).toBeGreaterThan(0);
      await server.end('SIGKILL');
      await server.start();
      await comesBack(classes.struck);
      await comesBack(classes.bystander);
      await bothGoOn();
    },
  );
});

/** Fills the disk until nothing can be written. */
function fill(file: string): void {
  for (const size of [1024 * 1024, 64 * 1024, 4096, 512]) {
    try {
      for (;;) writeFileSync(file, Buffer.alloc(size), { flag: 'a' });
    } catch {
      // Tries a smaller piece next.
    }
  }
}

async function untilRefused() {
  for (let act = 0; act < 2000; act += 1) {
    await speaks(ledger, classes.struck);
    const last = ledger.entries.at(-1);
    if (last && last.failures.length > 0) return last;
    await new Promise((resolve) => setTimeout(resolve, 35));
  }
  throw new Error('nothing was refused');
}

/** Another process that locks the database until its input ends. */
async function holdsDatabase(): Promise<ChildProcess> {
  const libsql = createRequire(import.meta.url).resolve('libsql');
  const program = `
    const database = new (require(${JSON.stringify(libsql)}))(${JSON.stringify(join(server.dataFolder, 'baraza.db'))}, { timeout: 5000 });
    database.exec('BEGIN IMMEDIATE');
    process.stdout.write('held');
    process.stdin.on('end', () => setTimeout(() => process.exit(0), ${LOCKED_MS})).resume();`;
  const holder = spawn(process.execPath, ['-e', program], { stdio: ['pipe', 'pipe', 'inherit'] });
  await once(holder.stdout, 'data');
  return holder;
}

/** From now on the `call`-th fdatasync of the process fails, once. Call the result to stop. */
async function injects(pid: number, error: string, call: number): Promise<() => Promise<void>> {
  const tracer = spawn(
    'strace',
    [
      '-f',
      '-p',
      String(pid),
      '-e',
      'trace=fdatasync,fsync',
      '-e',
      `inject=fdatasync,fsync:error=${error}:when=${call}`,
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  tracer.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  await eventually(
    () => said,
    (text) => text.includes('attached'),
    'the tracer',
  );
  return async () => {
    const gone = once(tracer, 'exit');
    tracer.kill('SIGINT');
    await gone;
  };
}
