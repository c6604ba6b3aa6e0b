/** Agencies: emblem, accent and name always together, never colour alone. */
import { hasText, translate } from '../../i18n/index.ts';
import { useKit } from './context.ts';

const PATHS: Record<string, string[]> = {
  police: ['M12 3l7 3v5c0 5-3 8-7 10-4-2-7-5-7-10V6z', 'M9 12l2 2 4-4'],
  service: ['M4 11l8-7 8 7v9H4z', 'M12 17s-3-2-3-4a1.6 1.6 0 013-.8A1.6 1.6 0 0115 13c0 2-3 4-3 4z'],
  prosecutor: ['M12 4v16M7 20h10M5 8h14M5 8l-2.500 6a3 3 0 005 0zM19 8l-2.500 6a3 3 0 005 0z'],
  labour: ['M4 16a8 8 0 0116 0M3 16h18v3H3zM10 8V5h4v3'],
  immigration: [
    'M7 3h10a2 2 0 012 2v14a2 2 0 01-2 2H7a2 2 0 01-2-2V5a2 2 0 012-2z',
    'M8.500 11a3.500 3.500 0 107 0a3.500 3.500 0 10-7 0z',
    'M9 17.500h6',
  ],
  customs: ['M4 8h16v12H4z', 'M8 8V5h8v3M4 13h16M12 11v4'],
  finance: [
    'M12 5c4.500 0 7 1.300 7 3s-2.500 3-7 3-7-1.300-7-3 2.500-3 7-3z',
    'M5 8v4c0 1.700 2.500 3 7 3s7-1.300 7-3V8M5 12v4c0 1.700 2.500 3 7 3s7-1.300 7-3v-4',
  ],
  court: ['M3 9l9-5 9 5zM5 9v9M10 9v9M14 9v9M19 9v9M3 20h18'],
  health: ['M9 4h6v5h5v6h-5v5H9v-5H4V9h5z'],
  trainer: ['M12 4l9 4-9 4-9-4z', 'M7 10v5c0 1.500 2 3 5 3s5-1.500 5-3v-5M21 8v6'],
};

/** An agency's sign on its accent. `size` in pixels. */
export function Emblem({ emblem, size }: { emblem: string; size?: number | undefined }) {
  const style =
    size === undefined ? undefined : { inlineSize: `${size}px`, blockSize: `${size}px`, borderRadius: `${size / 4}px` };
  return (
    <span class="emblem" data-accent={emblem} style={style} aria-hidden="true">
      <svg
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        stroke-width="2"
        stroke-linecap="round"
        stroke-linejoin="round"
      >
        {(PATHS[emblem] ?? PATHS['trainer'] ?? []).map((path) => (
          <path key={path} d={path} />
        ))}
      </svg>
    </span>
  );
}

export interface RoleNames {
  title: string;
  short: string;
  emblem: string;
}

/** The names and emblem of a desk from its card; of `trainer`, `story` and outside bodies from the interface texts. */
export function useRole(role: string | undefined): RoleNames {
  const { card } = useKit();
  if (!role) return { title: '', short: '', emblem: 'trainer' };
  if (hasText('common', `actor.${role}`)) {
    const name = translate('common', `actor.${role}`);
    return { title: name, short: name, emblem: 'trainer' };
  }
  const found = card(`role:${role}`);
  const fact = (name: string): string | undefined => {
    const value = found?.facts?.[name];
    return typeof value === 'string' ? value : undefined;
  };
  const title = found?.title ?? '…';
  return { title, short: fact('short') ?? title, emblem: fact('emblem') ?? found?.kind ?? 'trainer' };
}

/** Emblem and short name of a desk. */
export function RoleTag({ role, long = false }: { role: string; long?: boolean | undefined }) {
  const names = useRole(role);
  return (
    <span class="role-tag">
      <Emblem emblem={names.emblem} />
      <bdi>{long ? names.title : names.short}</bdi>
    </span>
  );
}
