/** Many pairs of worlds from one seed, and the leaks that a curious actor finds in them. */
import { PUBLIC_CHANNELS } from '../../../../shared/exercise/public-channels.ts';
import { Chance } from './chance.ts';
import { type Program, REAL } from './class-at.ts';
import { type Leak, leaksOf, noTally, type Tally } from './harness.ts';
import { otherCase } from './other-case.ts';
import { partLeftOut } from './part-left-out.ts';
import { type Library, type Play, playOf } from './plays.ts';
import { actorsOf, hiddenActs, laterMoment, oneActFewer } from './secrets.ts';

export const SECRETS = { laterMoment, hiddenActs, oneActFewer, otherCase, partLeftOut };
export type SecretKind = keyof typeof SECRETS;
export const SECRET_KINDS = Object.keys(SECRETS) as SecretKind[];

interface Search {
  kind: SecretKind;
  seed: number;
  program?: Program;
  channels?: typeof PUBLIC_CHANNELS;
}

/** Pairs of worlds that are looked for in one play: a play costs more than a pair. */
const PAIRS_OF_A_PLAY = 6;

/** The leaks of a random play of a random case. */
export function trial({ libraries, ...search }: Search & { libraries: readonly Library[] }, tally?: Tally): Leak[] {
  const chance = new Chance(Math.imul(search.seed, 7919));
  return leaksIn(playOf(chance.pick(libraries), search.seed, chance), search, tally);
}

/** The leaks of some pairs of worlds of a play, one for each kind of leak. */
export function leaksIn(
  play: Play,
  { kind, seed, program = REAL, channels = PUBLIC_CHANNELS }: Search,
  tally: Tally = noTally(),
): Leak[] {
  const chance = new Chance(Math.imul(seed, 104_729));
  const found = new Map<string, Leak>();
  for (let pair = 0; pair < PAIRS_OF_A_PLAY; pair += 1) {
    const actor = chance.pick(actorsOf(play));
    const secret = SECRETS[kind](play, program, actor, chance);
    if (!secret) continue;
    for (const leak of leaksOf({ seed, play, actor, secret, channels }, tally)) found.set(leak.kind, leak);
  }
  return [...found.values()];
}
