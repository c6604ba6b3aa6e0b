import { emblemOfRole } from '../layout/emblem-of-role.ts';
import type { SceneDeps } from '../scene-deps.ts';

export interface ItemFace {
  title: string;
  /** What it is and where it came from, in a few words. */
  tag: string;
  kind: string;
  /** Accent of the agency it came from. */
  pin: string;
  sealed: boolean;
  selected: boolean;
}

/** What a card on the board shows of an item, as far as this desk knows it. */
export function itemFace(id: string, { get, tools, labels }: SceneDeps): ItemFace {
  const { world, selection } = get();
  const item = world.items[id];
  const card = tools.card(`item:${id}`);
  const known = item?.known[tools.role];
  const from = known?.by ?? tools.role;
  const kind = card?.kind ?? 'document';
  return {
    title: card?.title ?? '…',
    tag: `${labels(`board.kind.${kind}`)} · ${labels(`board.how.${known?.how ?? 'start'}`)}`,
    kind,
    pin: emblemOfRole(tools.card(`role:${from}`), from),
    sealed: item?.custody.some((entry) => entry.what === 'seal') ?? false,
    selected: selection.item === id,
  };
}
