import type { ComponentChildren } from 'preact';

/** For ears only. */
export const VisuallyHidden = ({ children }: { children: ComponentChildren }) => (
  <span class="visually-hidden">{children}</span>
);

/** A name or other text whose direction is its own. */
export const Bdi = ({ children }: { children: ComponentChildren }) => <bdi>{children}</bdi>;
