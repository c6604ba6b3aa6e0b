/** Agencies: emblem, accent and name always appear together, never colour alone. */
import { TRAINER } from '../../../shared/access/trainer-name.ts';
import { hasText, textForId } from '../../i18n/index.ts';
import { DrawingMark } from '../../art/drawing-mark.tsx';
import { emblemOf } from '../../art/emblem-paths.ts';
import { useKit } from '../../context/kit.ts';

/** The emblem of an agency on its accent colour. `size` is in pixels. */
export function Emblem({ emblem, size }: { emblem: string; size?: number | undefined }) {
  const style =
    size === undefined ? undefined : { inlineSize: `${size}px`, blockSize: `${size}px`, borderRadius: `${size / 4}px` };
  return (
    <span class="emblem" data-accent={emblem} style={style} aria-hidden="true">
      <DrawingMark drawing={emblemOf(emblem)} size={size === undefined ? 22 : size * 0.62} />
    </span>
  );
}

export interface RoleNames {
  title: string;
  short: string;
  emblem: string;
}

/** The names and emblem of a desk from its card. `trainer`, `story` and outside bodies have interface texts instead. */
export function useRole(role: string | undefined): RoleNames {
  const { card } = useKit();
  if (!role) return { title: '', short: '', emblem: TRAINER };
  if (hasText('common', `actor.${role}`)) {
    const name = textForId('common', `actor.${role}`);
    return { title: name, short: name, emblem: TRAINER };
  }
  const found = card(`role:${role}`);
  const title = found?.title ?? '…';
  return { title, short: found?.facts?.short ?? title, emblem: found?.facts?.emblem ?? TRAINER };
}

/** The emblem and short name of a desk. */
export function RoleTag({ role, long = false }: { role: string; long?: boolean | undefined }) {
  const names = useRole(role);
  return (
    <span class="role-tag">
      <Emblem emblem={names.emblem} />
      <bdi>{long ? names.title : names.short}</bdi>
    </span>
  );
}
