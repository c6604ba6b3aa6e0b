/** Commands about places: travel and search. */
import type { placeCommands } from '../../vocabulary/commands/places.ts';
import { role as roleAudience } from '../../access/audience.ts';
import { acted, firstRefusal, type Handlers, refuse, seatPlace } from './desk.ts';
import { isOpen } from './referral-steps.ts';
import { knowsPlace } from './knowledge.ts';
import { findable } from './run-timer.ts';

/** Every search takes at least this long, found or not, so that its duration reveals nothing. */
const SEARCH = 10 * 60_000;

export const placeHandlers: Handlers<keyof typeof placeCommands> = {
  travel: (stage, desk, { place }) => {
    const from = seatPlace(stage, desk);
    const way = from === undefined ? undefined : stage.compiled.ways[from]?.[place];
    const authored = stage.compiled.scenario.places[place];
    const refusal = firstRefusal(
      () => (knowsPlace(stage, desk.role, place) ? undefined : refuse('unknown-id', { id: place })),
      () => (from === place ? refuse('already-here') : undefined),
      () => (way === undefined ? refuse('no-way', { id: place }) : undefined),
      () =>
        authored?.open && !isOpen(authored.open, stage.at + (way ?? 0))
          ? refuse('closed-now', { id: place, hours: authored.open })
          : undefined,
    );
    if (refusal || from === undefined || way === undefined) return refusal;
    const due = stage.at + way;
    stage.emit({ type: 'travel-started', audience: roleAudience(desk.role), ...acted(desk), from, place, due });
    stage.setTimer(`seat:${desk.seat}`, due, { do: 'arrive', seat: desk.seat });
    return undefined;
  },
  search: (stage, desk) => {
    const place = seatPlace(stage, desk);
    if (place === undefined) return refuse('busy');
    const slowest = findable(stage, desk.role, place).map(
      (item) => stage.compiled.scenario.items[item]?.found?.takes ?? 0,
    );
    const due = stage.at + Math.max(SEARCH, ...slowest);
    stage.emit({ type: 'search-started', audience: roleAudience(desk.role), ...acted(desk), place, due });
    stage.setTimer(`seat:${desk.seat}`, due, { do: 'search-end', seat: desk.seat });
    return undefined;
  },
};
