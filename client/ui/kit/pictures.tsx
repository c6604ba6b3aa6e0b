/** Faces and exhibits: art comes with the token, after the same check as text. Without art, words stand in. */
import { useKit } from './context.ts';

/** A person: drawn where the case has a drawing, else initials of the name or of the appearance. Always beside the name, so hidden from screen readers. */
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

/** The picture of an item; nothing where it has none. */
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

/** Up to two first letters. */
export function initials(name: string | undefined): string {
  const letters = (name ?? '').split(/\s+/).map((word) => Array.from(word)[0] ?? '');
  return letters.slice(0, 2).join('').toLocaleUpperCase();
}
