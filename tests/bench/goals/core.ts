/** P11: the cost of the rules for one command of the exemplary play. */
import { performance } from 'node:perf_hooks';
import { advanceTo, decide, WorldDraft } from '../../../shared/exercise/exercise.ts';
import { parsePlaythrough } from '../../../shared/playthrough/parse-playthrough.ts';
import { playThrough } from '../../../shared/playthrough/play-through.ts';
import { openSession } from '../../../shared/playthrough/session.ts';
import { Streams } from '../../../server/exercises/streams.ts';
import { playthroughsOf } from '../../support/case-files.ts';
import { trialMatch } from '../support/cases.ts';
import { type Finding, figure, quantile } from '../support/figures.ts';
import type { Scale } from '../support/scale.ts';

const PLAYS_A_ROUND = 4;
const WARM_UP = 15;

export function coreFindings(scale: Scale): Finding[] {
  const compiled = trialMatch();
  const file = playthroughsOf('trial-match').find(({ path }) => path.includes('exemplary'));
  const { playthrough } = parsePlaythrough('exemplary', file?.text ?? '', compiled);
  if (!playthrough) throw new Error('the exemplary play cannot be read');
  const { commands, failure } = playThrough(compiled, playthrough);
  if (failure) throw new Error(`the exemplary play does not hold: ${failure.what}`);
  const roles = Object.keys(compiled.scenario.roles);
  const seats = Object.fromEntries(roles.map((role) => [role, playthrough.seats[role] ?? 1]));

  const times: number[] = [];
  const play = (counted: boolean) => {
    const session = openSession(compiled, { seed: playthrough.seed, seats });
    const [streams, draft] = [new Streams(), new WorldDraft()];
    streams.add(session.events, session.exercise.world);
    let { exercise } = session;
    for (const command of commands) {
      const due = advanceTo(compiled, exercise, command.at, draft);
      exercise = due.exercise;
      streams.add(due.events, exercise.world);
      const began = performance.now();
      const decision = decide(compiled, exercise, command, draft);
      if ('events' in decision) {
        exercise = decision.exercise;
        streams.add(decision.events, exercise.world);
      }
      if (counted) times.push((performance.now() - began) * 1000);
    }
  };
  for (let round = 0; round < WARM_UP; round += 1) play(false);
  for (let round = 0; round < scale.rounds * PLAYS_A_ROUND; round += 1) play(true);
  const what = `decide + evolve + audience, ${commands.length} commands of the exemplary play`;
  return [0.5, 0.99].map((q) => ({
    goal: 'P11',
    what: `${what}, ${q === 0.5 ? 'median' : 'p99'}`,
    value: quantile(times, q),
    unit: ' us',
    limit: q === 0.5 ? 60 : 250,
    measured: `${figure(quantile(times, q))} us`,
  }));
}
