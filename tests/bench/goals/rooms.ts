/** P1 to P5: real rooms compared with the bare room in one run, each server on its own core. */
import type { Finding } from '../support/figures.ts';
import { compare, figure, median, quantile } from '../support/figures.ts';
import { type BarazaServer, startBaraza } from '../support/baraza-server.ts';
import { LOAD_CORE, MeasuredProcess, SERVER_CORE } from '../support/measured-process.ts';
import type { RunOptions, RunResult } from '../load/crowd.ts';
import type { Scale } from '../support/scale.ts';

export interface Shape {
  rooms: number;
  members: number;
  rate: number;
}

export const BY_TEN: Shape = { rooms: 100, members: 10, rate: 1000 };
export const BY_SIXTY: Shape = { rooms: 17, members: 60, rate: 250 };

interface Sides {
  shape: Shape;
  ours: BarazaServer;
  bare: MeasuredProcess;
  load: MeasuredProcess;
  memory: { exercise: number; client: number; bareClient: number };
  /** Memory of our server before the first act, and the number of acts since. */
  full: number;
  acts: number;
}

interface Round extends RunResult {
  /** Microseconds of the server's CPU for one act. */
  cpuPerAct: number;
}

/** Warm-up of both sides before counting, until the engine has optimised the code. */
const WARM_UP_S = 2;
/** Acts per room before its memory is measured again, where no other benchmark makes them act. */
const ACTS_EACH = 300;

async function open(shape: Shape): Promise<Sides> {
  const load = await MeasuredProcess.start('generator', { core: LOAD_CORE, probe: false });
  const bare = await MeasuredProcess.start('bare', { core: SERVER_CORE, env: { BARE_ROOMS: String(shape.rooms) } });
  const ours = await startBaraza();
  const [, port, rooms = ''] = await bare.says(/bare (\d+) (\S+) ready/);
  // The first class of a process allocates memory that later classes do not.
  await load.ask({ do: 'open', url: ours.url, key: ours.key, rooms: 1, members: shape.members });
  const [empty, bareEmpty] = [await ours.process.used(true), await bare.used(true)];
  await load.ask({ do: 'open', url: ours.url, key: ours.key, ...shape });
  const seated = await ours.process.used(true);
  await load.ask({ do: 'enter', url: ours.url });
  const full = await ours.process.used(true);
  await load.ask({
    do: 'enter-bare',
    url: `http://127.0.0.1:${port}`,
    rooms: rooms.split(','),
    members: shape.members,
  });
  const bareFull = await bare.used(true);
  const people = shape.rooms * shape.members;
  const memory = {
    exercise: (seated.held - empty.held) / shape.rooms,
    client: (full.held - seated.held) / people,
    bareClient: (bareFull.held - bareEmpty.held) / people,
  };
  return { shape, ours, bare, load, memory, full: full.held, acts: 0 };
}

async function close({ ours, bare, load }: Sides): Promise<void> {
  await load.end();
  await bare.end();
  await ours.dispose();
}

async function round(sides: Sides, side: 'ours' | 'bare', options: RunOptions): Promise<Round> {
  const { ours, bare, load } = sides;
  const server = side === 'ours' ? ours.process : bare;
  const before = await server.used();
  const result = await load.ask<RunResult>({ do: 'run', side, options });
  const after = await server.used();
  if (result.refused > 0 || result.lost > 0)
    throw new Error(`${result.refused} acts were refused, ${result.lost} clients were lost`);
  if (side === 'ours') sides.acts += result.acts;
  return { ...result, cpuPerAct: ((after.cpu - before.cpu) * 1000) / result.acts };
}

async function inTurn(sides: Sides, count: number, options: RunOptions): Promise<{ bare: Round[]; ours: Round[] }> {
  for (const side of ['bare', 'ours'] as const) await round(sides, side, { ...options, seconds: WARM_UP_S });
  const all: { bare: Round[]; ours: Round[] } = { bare: [], ours: [] };
  for (let done = 0; done < count; done += 1)
    for (const side of ['bare', 'ours'] as const) all[side].push(await round(sides, side, options));
  return all;
}

/** All four goals of one shape of rooms. */
export async function roomFindings(shape: Shape, scale: Scale, wanted: ReadonlySet<string>): Promise<Finding[]> {
  const sides = await open(shape);
  try {
    const findings: Finding[] = [];
    if (['P1', 'P3', 'P4'].some((goal) => wanted.has(goal))) {
      const { rate } = shape;
      const steady = await inTurn(sides, scale.loadRounds, { rate, seconds: scale.loadSeconds });
      if (wanted.has('P1')) findings.push(...costs(shape, steady));
      const weight = bytes(shape, steady);
      if (wanted.has('P4')) findings.push(weight);
      if (wanted.has('P3')) findings.push(bytesOfPeer(shape, weight));
    }
    if (wanted.has('P2') || wanted.has('P3')) {
      const full = await inTurn(sides, scale.saturationRounds, { seconds: scale.loadSeconds });
      const most = saturated(shape, full);
      if (wanted.has('P2')) findings.push(most);
      if (wanted.has('P3')) findings.push(actsOfPeer(shape, most));
    }
    if (wanted.has('P5')) findings.push(...memory(shape, sides.memory), await memoryAfterActs(sides));
    return findings;
  } finally {
    await close(sides);
  }
}

const name = ({ rooms, members }: Shape) => `${rooms} rooms × ${members}`;

function costs(shape: Shape, { bare, ours }: { bare: Round[]; ours: Round[] }): Finding[] {
  const cpu = compare(
    bare.map(({ cpuPerAct }) => cpuPerAct),
    ours.map(({ cpuPerAct }) => cpuPerAct),
  );
  const p99 = compare(
    bare.map(({ all }) => quantile(all, 0.99)),
    ours.map(({ all }) => quantile(all, 0.99)),
  );
  const p50 = compare(
    bare.map(({ all }) => median(all)),
    ours.map(({ all }) => median(all)),
  );
  const at = `${name(shape)} at ${shape.rate} act/s`;
  return [
    {
      goal: 'P1',
      what: `CPU per act, ${at}`,
      value: cpu.ratio,
      unit: '×',
      limit: 1.25,
      spread: cpu.spread,
      floor: `${figure(cpu.floor)} us`,
      measured: `${figure(cpu.measured)} us`,
    },
    {
      goal: 'P1',
      what: `p99 until all know, ${at}`,
      value: p99.ratio,
      unit: '×',
      limit: 1.5,
      spread: p99.spread,
      floor: `${figure(p99.floor)} ms (p50 ${figure(p50.floor)})`,
      measured: `${figure(p99.measured)} ms (p50 ${figure(p50.measured)})`,
    },
  ];
}

function saturated(shape: Shape, { bare, ours }: { bare: Round[]; ours: Round[] }): Finding {
  // Per second of the server's CPU: the generator, on the other core, may be slower.
  const perCore = ({ cpuPerAct }: Round) => 1e6 / cpuPerAct;
  const { ratio, spread, floor, measured } = compare(bare.map(perCore), ours.map(perCore));
  return {
    goal: 'P2',
    what: `saturated durable acts, ${name(shape)}`,
    value: ratio,
    unit: '×',
    limit: 0.4,
    least: true,
    spread,
    floor: `${figure(floor)} act/s/core`,
    measured: `${figure(measured)} act/s/core`,
  };
}

function bytes(shape: Shape, { bare, ours }: { bare: Round[]; ours: Round[] }): Finding {
  const perReceiver = (result: Round) => result.bytes / result.acts / shape.members;
  const { ratio, spread, floor, measured } = compare(bare.map(perReceiver), ours.map(perReceiver));
  return {
    goal: 'P4',
    what: `bytes per act and receiver, ${name(shape)}`,
    value: ratio,
    unit: '×',
    limit: 4,
    spread,
    floor: `${figure(floor)} B`,
    measured: `${figure(measured)} B`,
  };
}

/**
 * boardgame.io compared with the bare room, measured once on such a machine (`docs/performance.md`). It is no
 * dependency of this project and is not fetched for a benchmark. A ratio of ratios: ours is measured now, theirs was
 * then.
 */
const PEER = {
  10: { actsOfBare: 39_500 / 1_750, bytesOfBare: 30_764 / 159, acts: 10, bytes: 50 },
  60: { actsOfBare: 9_950 / 193, bytesOfBare: 395_777 / 957, acts: 25, bytes: 200 },
};

const peerOf = ({ members }: Shape) => (members === 60 ? PEER[60] : PEER[10]);

function actsOfPeer(shape: Shape, { value, spread }: Finding): Finding {
  const { actsOfBare, acts } = peerOf(shape);
  return {
    goal: 'P3',
    what: `acts against boardgame.io's, ${name(shape)}`,
    value: value * actsOfBare,
    unit: '×',
    limit: acts,
    least: true,
    spread: spread && [spread[0] * actsOfBare, spread[1] * actsOfBare],
    floor: `bare is ${figure(actsOfBare)}×`,
    measured: `${figure(value)}× bare`,
  };
}

function bytesOfPeer(shape: Shape, { value }: Finding): Finding {
  const { bytesOfBare, bytes: times } = peerOf(shape);
  return {
    goal: 'P3',
    what: `boardgame.io's bytes against ours, ${name(shape)}`,
    value: bytesOfBare / value,
    unit: '×',
    limit: times,
    least: true,
    floor: `${figure(bytesOfBare)}× bare`,
    measured: `${figure(value)}× bare`,
  };
}

function memory(shape: Shape, { exercise, client, bareClient }: Sides['memory']): Finding[] {
  return [
    {
      goal: 'P5',
      what: `memory per client, ${name(shape)}`,
      value: client / bareClient,
      unit: '×',
      limit: 1.3,
      floor: `${figure(bareClient / 1024)} kB`,
      measured: `${figure(client / 1024)} kB`,
    },
    {
      goal: 'P5',
      what: `memory per running exercise beside its clients, ${name(shape)}`,
      value: exercise / 1024,
      unit: ' kB',
      limit: 400,
      measured: `${figure(exercise / 1024)} kB`,
    },
  ];
}

/** All messages stay readable for their receivers, so an exercise grows while it is played. */
async function memoryAfterActs(sides: Sides): Promise<Finding> {
  const { shape, ours, memory: begun, full } = sides;
  const missing = ACTS_EACH * shape.rooms - sides.acts;
  if (missing > 0) await round(sides, 'ours', { rate: shape.rate, seconds: missing / shape.rate });
  const { held } = await ours.process.used(true);
  const kilobytes = (begun.exercise + (held - full) / shape.rooms) / 1024;
  return {
    goal: 'P5',
    what: `the same after ${figure(sides.acts / shape.rooms)} acts in each`,
    value: kilobytes,
    unit: ' kB',
    limit: 400,
    measured: `${figure(kilobytes)} kB`,
  };
}
