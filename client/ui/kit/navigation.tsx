/** Tabs and tracks. */
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { useT } from '../../i18n/index.ts';

export interface Tab {
  id: string;
  label: string;
  /** For example a count. */
  mark?: ComponentChildren;
}

/** Tabs by the book: arrow keys move, the panel follows. The caller draws the panel with `role="tabpanel"`. */
export function Tabs({
  label,
  tabs,
  current,
  onChange,
}: {
  label: string;
  tabs: readonly Tab[];
  current: string;
  onChange: (id: string) => void;
}) {
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent): void => {
    const forward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const step = event.key === forward ? 1 : event.key === 'ArrowLeft' || event.key === 'ArrowRight' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const at = tabs.findIndex((tab) => tab.id === current);
    const next = tabs[(at + step + tabs.length) % tabs.length];
    if (!next) return;
    onChange(next.id);
    list.current?.querySelector<HTMLElement>(`[data-tab="${next.id}"]`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={move}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          class="tab"
          data-tab={tab.id}
          aria-selected={tab.id === current}
          tabIndex={tab.id === current ? 0 : -1}
          onClick={() => onChange(tab.id)}
        >
          {tab.label}
          {tab.mark}
        </button>
      ))}
    </div>
  );
}

/** Steps of a path and how far it has come. `current` is the step under way; all before it are done. Pass the number of steps when all are done. */
export function Track({
  steps,
  current,
  labelled,
}: {
  steps: readonly string[];
  current: number;
  /** The steps are named: all of them where there is room, the present one on a phone. */
  labelled?: boolean;
}) {
  const t = useT('common');
  const at = steps[Math.min(current, steps.length - 1)] ?? '';
  const where = t('track', { at, step: Math.min(current + 1, steps.length), count: steps.length });
  return (
    <div role="img" aria-label={where}>
      <ol class={labelled ? 'track labelled' : 'track'} aria-hidden="true">
        {steps.map((step, index) => (
          <li key={step} title={step} class={index < current ? 'done' : index === current ? 'now' : ''}>
            {labelled && <span>{step}</span>}
          </li>
        ))}
      </ol>
      {labelled && (
        <p class="track-where small" aria-hidden="true">
          {where}
        </p>
      )}
    </div>
  );
}
