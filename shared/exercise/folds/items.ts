/** Items: finding, knowing, custody, analysis, assessment, board, sharing. */
import type { itemEvents } from '../../vocabulary/events/items.ts';
import type { CustodyEntry, ItemState, World } from '../world.ts';
import { fieldsOf, type Folds, put, withItem } from './fold.ts';

type Shared = Omit<World['shares'][number], 'left'>;
const isSameShare = (one: Shared, other: Shared): boolean =>
  one.item === other.item && one.by === other.by && one.to === other.to && one.parts.join() === other.parts.join();

const entrust = (item: ItemState, entry: CustodyEntry): ItemState => ({ ...item, custody: [...item.custody, entry] });

export const itemFolds: Folds<keyof typeof itemEvents> = {
  'item-found': (draft, event) =>
    withItem(draft, event.item, (item) => ({ ...item, foundAt: item.foundAt ?? event.at, place: event.place })),
  'item-learned': (draft, event) =>
    withItem(draft, event.item, (item) => {
      const before = item.known[event.role];
      const parts = [...new Set([...(before?.parts ?? []), ...event.parts])];
      return {
        ...item,
        known: put(
          item.known,
          event.role,
          before ? { ...before, parts } : { parts, how: event.how, by: event.by, at: event.at },
        ),
      };
    }),
  'item-taken': (draft, event) =>
    withItem(draft, event.item, (item) =>
      entrust(
        { ...item, heldBy: event.by },
        { at: event.at, by: event.by, seat: event.seat, what: 'taken', basis: event.basis, place: event.place },
      ),
    ),
  'item-handled': (draft, event) =>
    withItem(draft, event.item, (item) =>
      entrust(event.how === 'return' ? { ...item, heldBy: event.with } : item, {
        at: event.at,
        by: event.by,
        seat: event.seat,
        what: event.how,
        to: event.with,
      }),
    ),
  'item-handed-over': (draft, event) =>
    withItem(draft, event.item, (item) =>
      entrust(
        { ...item, heldBy: event.to },
        { at: event.at, by: event.by, seat: event.seat, what: 'handed-over', to: event.to },
      ),
    ),
  'analysis-started': (draft, event) =>
    withItem(draft, event.item, (item) =>
      entrust(
        { ...item, analysis: { by: event.by, due: event.due, done: false } },
        { at: event.at, by: event.by, seat: event.seat, what: 'analysis-started' },
      ),
    ),
  'analysis-ended': (draft, event) =>
    withItem(draft, event.item, (item) =>
      entrust(
        { ...item, analysis: item.analysis && { ...item.analysis, done: true } },
        { at: event.at, by: event.by, what: 'analysis-ended' },
      ),
    ),
  'item-perished': (draft, event) => withItem(draft, event.item, (item) => ({ ...item, perished: true })),
  'item-appeared': (draft, event) => withItem(draft, event.item, (item) => ({ ...item, appeared: true })),
  'item-assessed': (draft, event) =>
    withItem(draft, event.item, (item) => ({
      ...item,
      assessed: put(item.assessed, event.by, put(item.assessed[event.by] ?? {}, event.person, event.elements)),
    })),
  'items-linked': (draft, event) =>
    draft.add('links', { role: event.by, item: event.item, with: event.with, label: event.label }),
  'items-unlinked': (draft, event) =>
    draft.set({
      links: draft.world.links.filter(
        (link) => link.role !== event.by || link.item !== event.item || link.with !== event.with,
      ),
    }),
  'item-placed': (draft, event) =>
    withItem(draft, event.item, (item) => ({ ...item, board: put(item.board, event.by, { x: event.x, y: event.y }) })),
  'item-shared': (draft, event) => {
    const share = fieldsOf(event);
    draft.add('shares', share);
  },
  // The truth already contains the sender's side; a receiver's world contains only this one.
  'share-received': (draft, event) => {
    const share = fieldsOf(event);
    const told = draft.world.shares.some((one) => one.at === share.at && isSameShare(one, share));
    if (!told) draft.add('shares', { ...share, left: [] });
  },
};
