/**
 * The view of a desk at a moment of the exemplary line of Trial Match: its world, cards and pictures. Real case, real
 * core.
 */
import { readFileSync } from 'node:fs';
import { makeCard } from '../../../shared/cards/card-of.ts';
import { mayRead } from '../../../shared/cards/may-read.ts';
import { type DeskViewer, mayKnow, type Viewer } from '../../../shared/access/audience.ts';
import { evolve } from '../../../shared/exercise/evolve.ts';
import type { Event } from '../../../shared/exercise/events.ts';
import { toKnown } from '../../../shared/exercise/exercise.ts';
import { emptyWorld, type World } from '../../../shared/exercise/world.ts';
import { parsePlaythrough } from '../../../shared/playthrough/parse-playthrough.ts';
import { playThrough } from '../../../shared/playthrough/play-through.ts';
import type { Card } from '../../../shared/protocol/cards.ts';
import type { CompiledScenario } from '../../../shared/scenario/compiled.ts';
import { parseCase } from '../../../shared/scenario/parse-case.ts';
import { caseFiles, playthroughsOf } from '../../support/case-files.ts';

export interface PlayedCase {
  compiled: CompiledScenario;
  events: Event[];
}

export function playedCase(): PlayedCase {
  const { compiled } = parseCase(caseFiles('trial-match'));
  const line = playthroughsOf('trial-match').find(({ path }) => path.endsWith('exemplary.playthrough.yaml'));
  const playthrough = line && parsePlaythrough(line.path, line.text).playthrough;
  if (!compiled || !playthrough) throw new Error('Trial Match cannot be played');
  return { compiled, events: playThrough(compiled, playthrough).events };
}

/** A desk's world from the events it may know, up to a moment or until a condition holds. */
export function deskWorld(events: readonly Event[], viewer: Viewer, until: (world: World) => boolean): World {
  let world = emptyWorld();
  for (const event of events) {
    if (!mayKnow(viewer, event)) continue;
    const next = evolve(world, toKnown(event));
    world = next;
    if (until(next)) break;
  }
  return world;
}

/** All cards that a desk can read now, and the addresses of their pictures. */
export function deskCards(
  { compiled }: PlayedCase,
  viewer: DeskViewer,
  world: World,
): { cards: Record<string, Card>; art: Record<string, string> } {
  const { scenario } = compiled;
  const ids = [
    'roles',
    'places',
    'services',
    'helpers',
    ...Object.keys(scenario.roles).map((id) => `role:${id}`),
    ...Object.keys(scenario.places).map((id) => `place:${id}`),
    ...Object.keys(scenario.items).map((id) => `item:${id}`),
    ...Object.keys(scenario.people).map((id) => `person:${id}`),
    ...Object.keys(scenario.services).map((id) => `service:${id}`),
    ...Object.keys(scenario.helpers).map((id) => `helper:${id}`),
  ];
  const names = [
    ...Object.values(scenario.places),
    ...Object.values(scenario.items),
    ...Object.values(scenario.people),
  ].flatMap(({ art }) => (art ? [art] : []));
  const source = { compiled, translations: {}, art: Object.fromEntries(names.map((name) => [name, name])) };
  const cards: Record<string, Card> = {};
  const art: Record<string, string> = {};
  for (const id of ids) {
    if (!mayRead(world, viewer, compiled, id)) continue;
    const card = makeCard(source, 'en', id, { world, viewer, compiled });
    if (!card) continue;
    cards[id] = card;
    const name = card.art?.replace('/api/art/', '');
    if (name !== undefined)
      art[id] = `data:image/svg+xml;base64,${readFileSync(`scenarios/trial-match/art/${name}`).toString('base64')}`;
  }
  return { cards, art };
}
