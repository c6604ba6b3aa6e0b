/**
 * The one fold. `evolve` over the whole log gives the truth; over the events a viewer may know it gives that viewer's view.
 * Facts only: no rule, no machine, no scenario; old logs fold under new code.
 */
import type { EventType, KnownEvent } from './events.ts';
import { chargeFolds } from './folds/charges.ts';
import type { Fold, Folds } from './folds/fold.ts';
import { injectFolds } from './folds/injects.ts';
import { interviewFolds } from './folds/interviews.ts';
import { itemFolds } from './folds/items.ts';
import { lifecycleFolds } from './folds/lifecycle.ts';
import { foldFor, mine, type Owner } from './folds/owner.ts';
import { peopleFolds } from './folds/people.ts';
import { placeFolds } from './folds/places.ts';
import { referralFolds } from './folds/referrals.ts';
import { requestFolds } from './folds/requests.ts';
import { togetherFolds } from './folds/together.ts';
import { bitOf } from './folds/parts.ts';
import type { World } from './world.ts';

const NOW = bitOf('now');

const folds: Folds<EventType> = {
  ...lifecycleFolds,
  ...placeFolds,
  ...itemFolds,
  ...requestFolds,
  ...peopleFolds,
  ...referralFolds,
  ...interviewFolds,
  ...togetherFolds,
  ...chargeFolds,
  ...injectFolds,
};

/** The world after one more event. Pure: the world given is untouched. An event of an unknown type changes only the clock. */
export const evolve = (world: World, event: KnownEvent): World => evolveFor(undefined, world, event);

/** The same for an owner, who lets what is its own be altered in place. */
export function evolveFor(owner: Owner | undefined, world: World, event: KnownEvent): World {
  const fold = folds[event.type] as Fold<EventType> | undefined;
  foldFor(owner);
  let next = fold ? fold(world, event) : world;
  if (event.at > next.now) {
    // A fold that changes anything gives a world of its own, which nobody else has yet.
    if (next === world) next = mine(world);
    next.now = event.at;
    if (owner) owner.touched |= NOW;
  }
  foldFor(undefined);
  return next;
}
