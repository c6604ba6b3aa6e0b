/**
 * The cost of a simulated play: milliseconds of CPU by kind of bots, separately for play and proof. It gates nothing;
 * it prints.
 *
 *   npx tsx tests/bench/plays.bench.ts [case] [plays of each kind]
 *
 * CPU time instead of wall time, so that a busy machine disturbs less; it still does, so compare within one run.
 */
import { playBots } from '../../shared/bots/play-bots.ts';
import { parseCase } from '../../shared/scenario/parse-case.ts';
import { contributionOf } from '../../shared/simulation/contribution.ts';
import { LINE_UPS, type LineUp, planOf } from '../../shared/simulation/plan.ts';
import { caseFiles } from '../support/case-files.ts';

const CORES = 2;
const MINUTE = 60_000;
/** Uncounted plays at the start, until the engine has optimised the code. */
const WARM_UP = 10;
const SEED = 1;

interface Cost {
  playing: number;
  proving: number;
  commands: number;
  events: number;
}

const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

function main(id: string, plays: number): void {
  const { compiled } = parseCase(caseFiles(id));
  if (!compiled) throw new Error(`${id} cannot be played`);
  const roles = Object.keys(compiled.scenario.roles);
  const costs = new Map<LineUp, Cost>();
  for (let round = 1 - WARM_UP; round <= plays; round += 1)
    for (const lineUp of LINE_UPS) {
      const plan = planOf(SEED, round + WARM_UP, [lineUp], roles);
      const began = cpu();
      const play = playBots(compiled, { seed: plan.seed, bots: plan.bots });
      const played = cpu();
      contributionOf(compiled, plan, play);
      const proved = cpu();
      if (round < 1) continue;
      const cost = costs.get(lineUp) ?? { playing: 0, proving: 0, commands: 0, events: 0 };
      cost.playing += (played - began) / plays;
      cost.proving += (proved - played) / plays;
      cost.commands += play.commands.length / plays;
      cost.events += play.events.length / plays;
      costs.set(lineUp, cost);
    }
  print(id, plays, costs);
}

function print(id: string, plays: number, costs: ReadonlyMap<LineUp, Cost>): void {
  const row = (...cells: string[]) =>
    `${cells.map((cell, at) => (at === 0 ? cell.padEnd(12) : cell.padStart(9))).join('')}\n`;
  process.stdout.write(`${id}, seed ${SEED}, ${plays} plays of each kind; ms of CPU a play\n`);
  process.stdout.write(row('', 'all', 'playing', 'proving', 'commands', 'events'));
  for (const [lineUp, { playing, proving, commands, events }] of costs)
    process.stdout.write(
      row(
        lineUp,
        (playing + proving).toFixed(1),
        playing.toFixed(1),
        proving.toFixed(1),
        commands.toFixed(0),
        events.toFixed(0),
      ),
    );
  const mean = [...costs.values()].reduce((sum, { playing, proving }) => sum + playing + proving, 0) / costs.size;
  process.stdout.write(
    `mean ${mean.toFixed(1)} ms: ${Math.round((CORES * MINUTE) / mean)} plays a minute if ${CORES} cores did nothing else\n`,
  );
}

main(process.argv[2] ?? 'trial-match', Number(process.argv[3] ?? 20));
