/**
 * The only fold. `evolve` over the whole log gives the truth; over the events that a viewer may know it gives that
 * viewer's view. Folds contain facts only (no rule, no machine, no scenario), so old logs fold under new code.
 */
import type { EventType } from '../vocabulary/events.ts';
import type { KnownEvent } from './events.ts';
import { chargeFolds } from './folds/charges.ts';
import { WorldDraft } from './folds/draft.ts';
import type { Fold, Folds } from './folds/fold.ts';
import { injectFolds } from './folds/injects.ts';
import { interviewFolds } from './folds/interviews.ts';
import { itemFolds } from './folds/items.ts';
import { lifecycleFolds } from './folds/lifecycle.ts';
import { peopleFolds } from './folds/people.ts';
import { placeFolds } from './folds/places.ts';
import { referralFolds } from './folds/referrals.ts';
import { requestFolds } from './folds/requests.ts';
import { togetherFolds } from './folds/together.ts';
import type { World } from './world.ts';

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

/**
 * The world after one more event. Pure: `world` stays unchanged. An event of an unknown type changes only the clock.
 */
export const evolve = (world: World, event: KnownEvent): World => evolveDraft(new WorldDraft(), world, event);

/** Like `evolve`, but reuses the copies that `draft` made for earlier events, and mutates them. */
export function evolveDraft(draft: WorldDraft, world: World, event: KnownEvent): World {
  draft.open(world);
  foldEvent(draft, event);
  if (event.at > draft.world.now) draft.set({ now: event.at });
  return draft.world;
}

/**
 * Generic in the event type, so that the compiler pairs each fold with its own event. Old logs may contain unknown
 * types.
 */
function foldEvent<T extends EventType>(draft: WorldDraft, event: KnownEvent<T>): void {
  const fold: Fold<T> | undefined = folds[event.type];
  fold?.(draft, event);
}
