/** Cases 4 to 6, 9, 10 and 13: a clean stop, a double stop, out of memory, a second start, a wrong start. */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ServerProcess } from '../../support/server-process.ts';
import { Ledger, readKept } from '../support/ledger.ts';
import { canMount } from '../support/machine.ts';
import { figure, push, seeded } from '../support/scale.ts';
import { comesBack, senders, speaks, type TwoClasses, twoClasses } from '../support/two-classes.ts';

const ENDS = push(2).long(20);
/** Fills the heap as soon as the file exists. */
const LEAK = `
const { existsSync } = require('node:fs');
const kept = [];
setInterval(() => {
  if (existsSync(process.env.LEAK_FILE)) for (;;) kept.push(new Array(10000).fill(kept.length));
}, 20).unref();`;

let server: ServerProcess;
let classes: TwoClasses;
const ledger = new Ledger();
beforeAll(async () => {
  server = await ServerProcess.prepare();
  await server.start();
  classes = await twoClasses(server.url, server.trainerKey);
});
afterAll(() => server.dispose());

/** Both classes send messages until the process is gone. */
async function speakUntilGone(end: () => Promise<unknown>): Promise<void> {
  const speech = { over: false };
  const speaking = [classes.struck, classes.bystander].map(async (one) => {
    while (!speech.over) {
      await speaks(ledger, one);
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
  });
  await end();
  speech.over = true;
  await Promise.all(speaking);
}

/** Every client returns to a paused class, and nothing acknowledged is missing. */
async function allBack(): Promise<void> {
  for (const one of [classes.struck, classes.bystander]) {
    await comesBack(one);
    expect(one.trainer.client.public.status).toBe('paused');
    await ledger.send(senders(one).trainer, { type: 'resume' });
  }
  for (const lost of ledger.unanswered()) {
    await ledger.resend(lost);
    await new Promise((resolve) => setTimeout(resolve, 35));
  }
  for (const one of [classes.struck, classes.bystander]) expect(await speaks(ledger, one)).toMatchObject({ ok: true });
  const kept = readKept(server.dataFolder);
  expect(kept.integrity).toBe('ok');
  expect(ledger.against(kept)).toMatchObject({ missing: [], twice: [], altered: [] });
}

describe('a server that is stopped during play', () => {
  it('ends within five seconds with nothing lost, and the class can be resumed', async () => {
    const chance = seeded('ends');
    const took: number[] = [];
    for (let end = 0; end < ENDS; end += 1) {
      await speakUntilGone(async () => {
        await new Promise((resolve) => setTimeout(resolve, chance.between(50, 300)));
        const begun = performance.now();
        expect(await server.end('SIGTERM')).toBe(0);
        took.push(performance.now() - begun);
      });
      await server.start();
      await allBack();
    }
    figure('SIGTERM until the process is gone, slowest', Math.max(...took), 'ms');
    expect(Math.max(...took)).toBeLessThan(5000);
  });

  it('ends at once at a second signal, and nothing is lost', async () => {
    await speakUntilGone(async () => {
      process.kill(server.pid, 'SIGTERM');
      process.kill(server.pid, 'SIGINT');
      const begun = performance.now();
      await server.end('SIGINT');
      expect(performance.now() - begun).toBeLessThan(5000);
    });
    await server.start();
    await allBack();
  });

  it('out of memory dies like a killed one: nothing acknowledged is lost', async () => {
    const preload = join(server.folder, 'leak.cjs');
    const leak = join(server.folder, 'leak');
    writeFileSync(preload, LEAK);
    await server.end('SIGTERM');
    await server.start({ LEAK_FILE: leak }, { node: ['--max-old-space-size=96', '--require', preload] });
    await allBack();
    await speakUntilGone(async () => {
      await new Promise((resolve) => setTimeout(resolve, 200));
      writeFileSync(leak, '');
      while (classes.struck.police.client.closedWith === undefined)
        await new Promise((resolve) => setTimeout(resolve, 50));
      await server.end('SIGKILL');
    });
    expect(server.output).toContain('heap out of memory');
    await server.start();
    await allBack();
  });
});

describe('a start that cannot succeed', () => {
  const says = async (env: Record<string, string>): Promise<string> => {
    const child = server.spawn(env);
    await once(child, 'close');
    expect(child.exitCode).toBe(78);
    const lines = server.output.trim().split('\n');
    expect(lines).toHaveLength(1);
    return lines[0] ?? '';
  };

  it('beside a running server names its process, and does not disturb it', async () => {
    const { pid } = server;
    expect(await says({ PORT: '0' })).toContain(`process ${pid}`);
    for (const one of [classes.struck, classes.bystander])
      expect(await speaks(ledger, one)).toMatchObject({ ok: true });
  });

  it('prints the cause and the remedy in one line', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const address = taken.address();
    const port = typeof address === 'object' && address ? String(address.port) : '';
    const elsewhere = (name: string) => ({ BARAZA_DATA: join(server.folder, name) });
    const file = join(server.folder, 'a-file');
    writeFileSync(file, '');
    expect(await says({ ...elsewhere('one'), PORT: port })).toContain('set PORT to another one');
    taken.close();
    expect(await says({ ...elsewhere('two'), PORT: '99999' })).toContain('PORT must be a number');
    expect(await says({ ...elsewhere('three'), HOST: '203.0.113.7' })).toContain('is not an address of this machine');
    expect(await says({ BARAZA_DATA: join(file, 'data') })).toContain(file);
    expect(await says({ ...elsewhere('four'), BARAZA_SCENARIOS: join(server.folder, 'nowhere') })).toContain('nowhere');
  });

  it.runIf(canMount())('on a read-only folder names the folder', async () => {
    const folder = join(server.folder, 'read-only');
    mkdirSync(folder);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'ro,size=1m', 'tmpfs', folder]);
    try {
      expect(await says({ BARAZA_DATA: folder })).toMatch(new RegExp(`${folder}.*cannot be written.*choose another`));
    } finally {
      execFileSync('umount', [folder]);
    }
  });

  it.runIf(canMount())('on a full disk reports it', async () => {
    const folder = join(server.folder, 'no-room');
    mkdirSync(folder);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder]);
    try {
      expect(await says({ BARAZA_DATA: folder })).toMatch(/no room|full/);
    } finally {
      execFileSync('umount', ['-l', folder]);
    }
  });
});
