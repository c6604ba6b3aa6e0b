/** Portraits and exhibits. Drawings need the same access as texts; without one, a text replaces it. */
import { useKit } from '../../context/kit.ts';

/** The portrait of a person, or initials. The name always stands beside it, so screen readers skip it. */
export function PersonFace({
  person,
  posture,
  size = 48,
}: {
  person: string;
  posture?: string | undefined;
  size?: number | undefined;
}) {
  const { card, art } = useKit();
  const found = card(`person:${person}`);
  const source = found?.art ? art(found.art, posture ?? 'calm') : undefined;
  return (
    <span class="face" style={{ '--size': `${size}px` }} data-posture={posture} aria-hidden="true">
      {source ? <img src={source} alt="" /> : initials(found?.title)}
    </span>
  );
}

/** The picture of an item, if it has one. */
export function ItemArt({ item }: { item: string }) {
  const { card, art } = useKit();
  const found = card(`item:${item}`);
  const source = found?.art ? art(found.art) : undefined;
  if (!source) return null;
  return (
    <div class="item-art">
      <img src={source} alt="" />
    </div>
  );
}

/** The first letters of up to two words. */
export function initials(name: string | undefined): string {
  const letters = (name ?? '').split(/\s+/).map((word) => Array.from(word)[0] ?? '');
  return letters.slice(0, 2).join('').toLocaleUpperCase();
}
