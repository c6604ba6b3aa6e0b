import type { ComponentChildren } from 'preact';
import { useRole } from './role.tsx';

interface CardProps {
  title?: ComponentChildren;
  /** The role whose accent marks the start edge. */
  accent?: string | undefined;
  tone?: 'plain' | 'due' | 'alert' | 'good' | 'sunk' | 'flat' | undefined;
  /** Content at the end of the title line. */
  aside?: ComponentChildren;
  /** The heading level of the title. */
  level?: 2 | 3 | 4 | undefined;
  id?: string | undefined;
  children?: ComponentChildren;
}

export function Card({ title, accent, tone = 'plain', aside, level = 3, id, children }: CardProps) {
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
