/** Components for status: notices, chips, loading, empty states. */
import type { ComponentChildren } from 'preact';
import { useT } from '../../i18n/index.ts';

export type Tone = 'plain' | 'due' | 'alert' | 'good';

export const Spinner = () => <span class="spinner" aria-hidden="true" />;

/** A long operation; `value` is the progress from 0 to 1, if known. */
export function Progress({ label, value }: { label: string; value?: number | undefined }) {
  return (
    <div class="progress" role="status">
      <span class="small">{label}</span>
      {value === undefined ? <progress aria-label={label} /> : <progress aria-label={label} value={value} max={1} />}
    </div>
  );
}

/** The loading state of a page or panel. */
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

/** The number of unread entries, with a text for screen readers. */
export function Count({ value, label }: { value: number; label: string }) {
  if (value === 0) return null;
  return (
    <span class="count">
      <span aria-hidden="true">{value}</span>
      <span class="visually-hidden">{label}</span>
    </span>
  );
}

/** A message in the page. `live` announces it: `polite` for news, `assertive` for deadlines. */
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

/** An empty list: what will appear here, and an optional action. */
export function EmptyState({ title, text, action }: { title: string; text: string; action?: ComponentChildren }) {
  return (
    <div class="empty">
      <strong class="empty-title">{title}</strong>
      <p>{text}</p>
      {action}
    </div>
  );
}
