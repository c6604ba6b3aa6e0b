/** Tabs and progress tracks. */
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { useT } from '../../i18n/index.ts';

export interface Tab {
  id: string;
  label: string;
  /** An addition to the label, such as a count. */
  mark?: ComponentChildren;
}

/** Tabs after the WAI-ARIA pattern: arrow keys move and select. The caller renders the panel with `role="tabpanel"`. */
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

/** The steps of a process. `current` is the index of the current step; pass the number of steps when all are done. */
export function Track({
  steps,
  current,
  labelled,
}: {
  steps: readonly string[];
  current: number;
  /** Shows the names of the steps; on a phone only that of the current step. */
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
