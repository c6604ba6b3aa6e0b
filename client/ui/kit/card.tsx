import type { ComponentChildren } from 'preact';
import { useRole } from './role.tsx';

interface Props {
  title?: ComponentChildren;
  /** A role whose accent runs along the start edge. */
  accent?: string | undefined;
  tone?: 'plain' | 'due' | 'alert' | 'good' | 'sunk' | 'flat' | undefined;
  /** Shown at the end of the title line. */
  aside?: ComponentChildren;
  /** Level of the title, so that headings stay in order. */
  level?: 2 | 3 | 4 | undefined;
  id?: string | undefined;
  children?: ComponentChildren;
}

export function Card({ title, accent, tone = 'plain', aside, level = 3, id, children }: Props) {
  const role = useRole(accent);
  const Heading = `h${level}` as 'h3';
  const names = ['card', accent ? 'accent' : '', tone === 'plain' ? '' : tone].filter(Boolean).join(' ');
  return (
    <section class={names} id={id} data-accent={accent ? role.emblem : undefined}>
      {(title || aside) && (
        <div class="spread">
          {title && <Heading>{title}</Heading>}
          {aside}
        </div>
      )}
      {children}
    </section>
  );
}
