/**
 * A server process with a class that plays while it is attacked. Three bystanders send a command several times a second
 * and measure the delay of its answer before and during an attack.
 *
 *   const arena = await openArena();
 *   const { harm } = await arena.during(() => attack(arena.url));
 *   arena.expectUnharmed(harm);
 */
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { ServerProcess } from '../../../support/server-process.ts';
import { TestTrainee } from '../../../support/test-trainee.ts';
import { TestTrainer } from '../../../support/test-trainer.ts';
import { figure, percentile } from '../../support/scale.ts';
import { Echo } from './echo.ts';

/** The limit for a bystander from trust.md. */
const P99_MS = 100;
const MORE_RSS_MB = 50;
const BETWEEN_MS = 120;
const AT_REST_MS = 1500;

/** The measurements of the bystanders during an interval. */
export interface Harm {
  p50: number;
  p99: number;
  /** Of an echo process beside the server, at the same time. */
  echoP99: number;
  answers: number;
  disconnects: number;
  refusals: number;
  moreRssMb: number;
}

export interface Arena {
  server: ServerProcess;
  url: string;
  port: number;
  pin: string;
  room: string;
  trainer: TestTrainer;
  /** The measurement at rest on this machine: the reference if the machine itself is slow. */
  floor: Harm;
  /** A hostile person who may be in the class, at a desk if one is named. */
  intruder(name?: string, role?: string): Promise<TestTrainee>;
  during<T>(attack: () => Promise<T>): Promise<{ result: T; harm: Harm }>;
  /** Prints the measurements and compares them with the limits. */
  expectUnharmed(what: string, harm: Harm): void;
  close(): Promise<void>;
}

export interface ArenaOptions {
  env?: Record<string, string>;
  node?: readonly string[];
  args?: readonly string[];
  files?: Record<string, string>;
}

export async function openArena({ env = {}, node = [], args = [], files }: ArenaOptions = {}): Promise<Arena> {
  const server = await ServerProcess.prepare({ ...(files && { files }) });
  await server.start(env, { node, args });
  const { url, port } = server;
  const trainer = await TestTrainer.signsIn(url, server.trainerKey);
  const { pin, room } = await trainer.opensClass();
  await trainer.entersRoom();
  await trainer.does({ type: 'start-exercise' });
  const bystanders = await Promise.all(
    ['Amina', 'Baraka', 'Chiku'].map((name) => TestTrainee.joins(url, pin, name, 'police')),
  );
  const echo = await Echo.start();
  const during = <T>(attack: () => Promise<T>) => observe({ pid: server.pid, bystanders, echo }, attack);
  const warmUp = () => new Promise<void>((resolve) => setTimeout(resolve, AT_REST_MS));
  await during(warmUp);
  const { harm: floor } = await during(warmUp);
  return {
    server,
    url,
    port,
    pin,
    room,
    trainer,
    floor,
    intruder: (name = 'Mallory', role) => TestTrainee.joins(url, pin, name, role),
    during,
    expectUnharmed: (what, harm) => expectUnharmed(what, harm, floor),
    close: () => {
      // The last output of a server that an attack has crashed.
      echo.end();
      if (server.hasEnded) process.stdout.write(`${server.output.slice(-4000)}\n`);
      return server.dispose();
    },
  };
}

interface Observed {
  pid: number;
  bystanders: readonly TestTrainee[];
  echo: Echo;
}

async function observe<T>(
  { pid, bystanders, echo }: Observed,
  attack: () => Promise<T>,
): Promise<{ result: T; harm: Harm }> {
  const times: number[] = [];
  const echoes: number[] = [];
  const attacked = { going: true };
  let refusals = 0;
  const before = rssMb(pid);
  const ask = async (person: TestTrainee) => {
    while (attacked.going && person.client.closedWith === undefined) {
      const began = performance.now();
      const answer = await person.does({ type: 'raise-hand' }).catch(() => undefined);
      // Stored on disk before it is answered: the whole path of a command.
      if (answer?.ok !== true) refusals += 1;
      else times.push(performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
    }
  };
  const listen = async () => {
    while (attacked.going) {
      echoes.push(await echo.ask());
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS / 3));
    }
  };
  const asking = [...bystanders.map(ask), listen()];
  const ended = () => {
    attacked.going = false;
    return Promise.all(asking);
  };
  let result: T;
  try {
    result = await attack();
  } finally {
    await ended();
  }
  return {
    result,
    harm: {
      p50: percentile(times, 0.5),
      p99: percentile(times, 0.99),
      echoP99: percentile(echoes, 0.99),
      answers: times.length,
      disconnects: bystanders.filter(({ client }) => client.closedWith !== undefined).length,
      refusals,
      moreRssMb: rssMb(pid) - before,
    },
  };
}

function expectUnharmed(what: string, harm: Harm, floor: Harm): void {
  figure(`${what}: bystanders' p50`, harm.p50, 'ms');
  const beside = `at rest ${Math.round(floor.p99)} ms, an echo beside it ${Math.round(harm.echoP99)} ms`;
  figure(`${what}: bystanders' p99 (${beside})`, harm.p99, 'ms');
  figure(`${what}: more memory`, harm.moreRssMb, 'MB');
  expect({ what, disconnects: harm.disconnects, refusals: harm.refusals }).toEqual({
    what,
    disconnects: 0,
    refusals: 0,
  });
  expect(harm.answers, `${what}: answers to bystanders`).toBeGreaterThan(0);
  // The tests share the machine with the server and others: if even an echo is slow, the class may be slow too.
  expect(harm.p99, `${what}: p99`).toBeLessThan(Math.max(P99_MS, 4 * floor.p99, 5 * harm.echoP99));
  expect(harm.moreRssMb, `${what}: more memory`).toBeLessThan(MORE_RSS_MB);
}

/** Memory of a process, from the kernel. */
export function rssMb(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes ?? Number.NaN) / 1024;
}
