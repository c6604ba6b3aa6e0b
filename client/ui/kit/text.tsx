import type { ComponentChildren } from 'preact';

/** Text for screen readers only. */
export const VisuallyHidden = ({ children }: { children: ComponentChildren }) => (
  <span class="visually-hidden">{children}</span>
);

/** A name or other text with its own direction. */
export const Bdi = ({ children }: { children: ComponentChildren }) => <bdi>{children}</bdi>;
