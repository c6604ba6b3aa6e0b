import { emblemOfRole } from '../layout/emblem-of-role.ts';
import type { SceneDeps } from '../scene-deps.ts';

export interface ItemFace {
  title: string;
  /** Kind and origin in a few words. */
  tag: string;
  kind: string;
  /** The accent of the agency that the item came from. */
  pin: string;
  sealed: boolean;
  selected: boolean;
}

/** The face of an item's card, limited to what this desk knows. */
export function itemFace(id: string, { get, tools, labels }: SceneDeps): ItemFace {
  const { world, selection } = get();
  const item = world.items[id];
  const card = tools.card(`item:${id}`);
  const known = item?.known[tools.role];
  const from = known?.by ?? tools.role;
  const kind = card?.kind ?? 'document';
  return {
    title: card?.title ?? '…',
    tag: `${labels(`kind.${kind}`)} · ${labels(`learned.${known?.how ?? 'start'}`)}`,
    kind,
    pin: emblemOfRole(tools.card(`role:${from}`), from),
    sealed: item?.custody.some((entry) => entry.what === 'seal') ?? false,
    selected: selection.item === id,
  };
}
