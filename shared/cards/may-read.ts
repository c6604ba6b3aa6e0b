/** The single check before a text of a case reaches a viewer, and the card restricted to what the reader knows. */
import { desk, type DeskViewer, type Viewer } from '../access/audience.ts';
import type { World } from '../exercise/world.ts';
import type { Card, KindOfId } from '../protocol/cards.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import { makeCard } from './card-of.ts';
import { cardKind } from './kinds/all.ts';
import type { CardSource } from './words.ts';

/** What every person in the room sees. */
export interface Surroundings {
  /** The public phase, `chart.state`. */
  phase?: string | undefined;
}

/**
 * True if this viewer may have this card, judged by the viewer's own world alone. A viewer of the truth may read every
 * card; the wall may read a card that every one of its desks may read.
 */
export function mayRead(
  world: World,
  viewer: Viewer,
  compiled: CompiledScenario,
  id: string,
  { phase }: Surroundings = {},
): boolean {
  const found = cardKind(id);
  if (!found) return false;
  if (viewer.kind === 'control') return true;
  const desks = desksOf(viewer);
  return desks.length > 0 && desks.every((one) => found.kind.may({ world, viewer: one, compiled, phase }, found.key));
}

/** The card as this viewer may read it: undefined if it may not, and without the parts it does not know. */
export function cardFor<Id extends string>(
  source: CardSource,
  world: World,
  viewer: Viewer,
  language: string,
  id: Id,
  { phase }: Surroundings = {},
): Card<KindOfId<Id>> | undefined {
  if (!mayRead(world, viewer, source.compiled, id, { phase })) return undefined;
  if (viewer.kind === 'control') return makeCard(source, language, id);
  const cards = desksOf(viewer).map((one) =>
    makeCard(source, language, id, { world, viewer: one, compiled: source.compiled, phase }),
  );
  const [card] = cards;
  // The wall shows a card only if all its desks read the same text.
  return cards.every((other) => JSON.stringify(other) === JSON.stringify(card)) ? card : undefined;
}

/** The desks whose knowledge limits a viewer. A public viewer counts as a seat without a desk. */
function desksOf(viewer: Exclude<Viewer, { kind: 'control' }>): DeskViewer[] {
  if (viewer.kind === 'desk') return [viewer];
  return viewer.kind === 'wall' ? viewer.desks.map((id) => desk(id)) : [desk(undefined)];
}
