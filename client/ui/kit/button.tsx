import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';
import { Spinner } from './feedback.tsx';

interface ButtonProps extends Omit<ButtonHTMLAttributes, 'size'> {
  kind?: 'primary' | 'quiet' | 'danger' | undefined;
  /** Waiting for an answer: shows a spinner and ignores presses. */
  busy?: boolean | undefined;
  size?: 'small' | 'wide' | 'icon' | undefined;
  children?: ComponentChildren;
}

/** A native button, at least 44 px high. `type` is `button` by default. */
export function Button({
  kind = 'primary',
  busy = false,
  size,
  children,
  onClick,
  class: extra,
  ...rest
}: ButtonProps) {
  const names = ['btn', kind === 'primary' ? '' : kind, size ?? '', typeof extra === 'string' ? extra : '']
    .filter(Boolean)
    .join(' ');
  return (
    <button
      type="button"
      {...rest}
      class={names}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={busy ? undefined : onClick}
    >
      {busy && <Spinner />}
      {children}
    </button>
  );
}

/** A link in the style of a button. */
export function LinkButton({
  href,
  kind = 'primary',
  size,
  children,
}: {
  href: string;
  kind?: 'primary' | 'quiet';
  size?: 'small' | 'wide';
  children: ComponentChildren;
}) {
  return (
    <a href={href} class={['btn', kind === 'quiet' ? 'quiet' : '', size ?? ''].filter(Boolean).join(' ')}>
      {children}
    </a>
  );
}
