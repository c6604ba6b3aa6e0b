/**
 * Case 39: no byte that a desk receives contains an unearned fact. Every text, id and drawing of the shipped cases
 * carries a canary; whole classes play them on the real server, as written and at random, each client behind a tap;
 * every received byte (frames, answers, headers, rejections, drawings) is searched, and so is the server's log.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseIds } from '../../support/case-files.ts';
import { ServerProcess } from '../../support/server-process.ts';
import { figure, push, SEED, seeded } from '../support/scale.ts';
import { CANARY, type PlantedCase, plantCase } from './planted-case.ts';
import { type Script, scriptByChance, scriptOf } from './script.ts';
import { TappedClass } from './tapped-class.ts';

const CASES = caseIds();
let server: ServerProcess;
const planted = new Map<string, PlantedCase>();

beforeAll(async () => {
  server = await ServerProcess.prepare({ files: {} });
  for (const id of CASES) {
    const one = plantCase(id);
    planted.set(id, one);
    for (const [name, text] of Object.entries(one.files)) {
      const path = join(server.folder, 'scenarios', name.startsWith('jurisdictions/') ? name : join(id, name));
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text);
    }
  }
  await server.start({ BARAZA_LOG: 'debug' });
});
afterAll(() => server.dispose());

async function searched(one: PlantedCase, script: Script): Promise<TappedClass> {
  const tapped = await TappedClass.opens(server, one, script);
  await tapped.play({ sweepEvery: push(60).long(50) });
  expect([...tapped.leaks]).toEqual([]);
  await tapped.ends();
  expect([...tapped.leaks]).toEqual([]);
  await tapped.closes();
  const { accepted, refused } = tapped.answers;
  const bytes = [...tapped.taps.values()].reduce((sum, tap) => sum + tap.bytes, 0);
  figure(`${one.id}, ${script.name}: ${accepted} done, ${refused} refused, canaries earned`, tapped.received.size);
  figure(`${one.id}, ${script.name}: bytes searched`, bytes);
  return tapped;
}

describe('no byte that a desk receives contains an unearned fact', () => {
  it('in the shipped cases, played along their playthroughs', async () => {
    const plays = [...planted.values()].map(async (one) => {
      const written = one.playthroughs.map((each) => scriptOf(one.compiled, each));
      const longest = written.toSorted((a, b) => b.steps.length - a.steps.length);
      for (const whole of longest.slice(0, push(1).long(10))) {
        const script = { ...whole, steps: whole.steps.slice(0, push(160).long(1e4)) };
        const { answers, received } = await searched(one, script);
        expect(answers.accepted).toBeGreaterThan(3 * answers.refused);
        expect(received.size).toBeGreaterThan(script.steps.length);
      }
    });
    await Promise.all(plays);
  });

  it('in any case, played by random bots', async () => {
    const chance = seeded('plays by chance', SEED);
    const plays = Array.from({ length: push(2).all(6).long(100) }, (_, index) => {
      const one = planted.get(CASES[index % CASES.length] ?? '') as PlantedCase;
      return { one, script: scriptByChance(one.compiled, chance.between(1, 1e6), push(60).long(200)) };
    });
    // Only three at once: with very many sockets from one address the server closes the longest silent ones.
    for (let from = 0; from < plays.length; from += 3)
      await Promise.all(plays.slice(from, from + 3).map(({ one, script }) => searched(one, script)));
  });

  it('in the server’s log, which contains nothing of any case', () => {
    const known = new Set([...planted.values()].flatMap(({ canaries }) => [...canaries.keys()]));
    expect((server.output.match(CANARY) ?? []).filter((canary) => known.has(canary))).toEqual([]);
  });
});
