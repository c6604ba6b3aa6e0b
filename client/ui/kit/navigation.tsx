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

/**
 * The stages of a process and which of them are reached. It names the last stage reached, for sight and for screen readers, and
 * never a stage ahead as if it were present.
 */
export function Track({
  stages,
  at,
  labelled,
}: {
  stages: readonly { name: string; reached: boolean }[];
  /** Another name for the last stage reached, such as a refusal. */
  at?: string | undefined;
  /** Shows the names of the stages; on a phone only that of the last one reached. */
  labelled?: boolean;
}) {
  const t = useT('common');
  const last = stages.findLastIndex(({ reached }) => reached);
  const name = at ?? stages[last]?.name ?? '';
  const where = last < 0 ? t('trackNone') : t('track', { at: name, step: last + 1, count: stages.length });
  return (
    <div role="img" aria-label={where}>
      <ol class={labelled ? 'track labelled' : 'track'} aria-hidden="true">
        {stages.map((stage, index) => (
          <li key={stage.name} title={stage.name} class={!stage.reached ? '' : index === last ? 'done last' : 'done'}>
            {labelled && <span>{stage.name}</span>}
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
