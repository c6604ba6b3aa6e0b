/** Agencies: emblem, accent and name always appear together, never colour alone. */
import { TRAINER } from '../../../shared/access/trainer-name.ts';
import { DrawingMark } from '../../art/drawing-mark.tsx';
import { emblemOf } from '../../art/emblem-paths.ts';
import { useKit } from '../../context/kit.ts';
import { type RoleNames, roleNames } from '../../names/role-names.ts';

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

/** The names and emblem of a desk, the trainer or the story; empty if there is no role. */
export function useRole(role: string | undefined): RoleNames {
  const { card } = useKit();
  return role ? roleNames(card, role) : { title: '', short: '', emblem: TRAINER };
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
