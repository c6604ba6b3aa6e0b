/** Parts that say how things stand: notices, chips, waiting, emptiness. */
import type { ComponentChildren } from 'preact';
import { useT } from '../../i18n/index.ts';

export type Tone = 'plain' | 'due' | 'alert' | 'good';

export const Spinner = () => <span class="spinner" aria-hidden="true" />;

/** Something long is under way: say what; give `value` (0 to 1) where it is known. */
export function Progress({ label, value }: { label: string; value?: number | undefined }) {
  return (
    <div class="progress" role="status">
      <span class="small">{label}</span>
      {value === undefined ? <progress aria-label={label} /> : <progress aria-label={label} value={value} max={1} />}
    </div>
  );
}

/** A whole page or panel that waits. */
export function Waiting({ label }: { label?: string | undefined }) {
  const t = useT('common');
  return (
    <p class="row dim" role="status">
      <Spinner /> {label ?? t('waiting')}
    </p>
  );
}

export function Chip({
  tone = 'plain',
  here,
  children,
  title,
}: {
  tone?: Tone | undefined;
  here?: boolean;
  title?: string;
  children: ComponentChildren;
}) {
  return (
    <span class={['chip', tone === 'plain' ? '' : tone, here ? 'here' : ''].filter(Boolean).join(' ')} title={title}>
      {children}
    </span>
  );
}

/** A number of unread things, said in words to those who do not see it. */
export function Count({ value, label }: { value: number; label: string }) {
  if (value === 0) return null;
  return (
    <span class="count">
      <span aria-hidden="true">{value}</span>
      <span class="visually-hidden">{label}</span>
    </span>
  );
}

/** A message in the page. `live` speaks it: politely for news, at once for deadlines. */
export function Notice({
  tone = 'plain',
  live,
  title,
  children,
}: {
  tone?: Tone;
  live?: 'polite' | 'assertive' | undefined;
  title?: string | undefined;
  children?: ComponentChildren;
}) {
  return (
    <div class={tone === 'plain' ? 'notice' : `notice ${tone}`} aria-live={live}>
      {title && <strong>{title}</strong>}
      {children && <div>{children}</div>}
    </div>
  );
}

/** Nothing here yet: what will come, and what one can do. */
export function EmptyState({ title, text, action }: { title: string; text: string; action?: ComponentChildren }) {
  return (
    <div class="empty">
      <strong class="empty-title">{title}</strong>
      <p>{text}</p>
      {action}
    </div>
  );
}
