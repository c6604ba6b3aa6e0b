/** The author's preview: the clock on top, all desks, and a side panel with charts, waiting conditions, facts, steps and findings. */
import { useSignal } from '@preact/signals';
import { Count, Notice, Tabs, useT, Waiting } from '../ui/kit/index.ts';
import { Charts } from './charts.tsx';
import { ClockBar } from './clock-bar.tsx';
import { Facts } from './facts.tsx';
import { Findings } from './findings.tsx';
import { Frames } from './frames.tsx';
import { link, panel, type SidePanel, status } from './model.ts';
import { SourcePane } from './source-pane.tsx';
import { Steps } from './steps.tsx';
import { WhyNot } from './why-not.tsx';

const PANELS: Record<SidePanel, () => preact.ComponentChild> = {
  charts: () => <Charts />,
  why: () => <WhyNot />,
  facts: () => <Facts />,
  steps: () => <Steps />,
  findings: () => <Findings />,
};

export function PreviewPage() {
  const t = useT('preview');
  const wide = useSignal(false);
  const now = status.value;
  if (!now)
    return (
      <main class="center-page">
        {link.value === 'lost' ? (
          <Notice tone="alert" title={t('lost.title')}>
            {t('lost.never')}
          </Notice>
        ) : (
          <Waiting label={t('opening')} />
        )}
      </main>
    );
  const tabs = (['charts', 'why', 'facts', 'steps', 'findings'] as const).map((id) => ({
    id,
    label: t(`panel.${id}`),
    mark: <TabCount id={id} />,
  }));
  return (
    <>
      <aside class="exercise-mark" aria-label={t('exercise')}>
        {t('exercise')}
      </aside>
      <main class={wide.value ? 'preview wide-side' : 'preview'}>
        <h1 class="visually-hidden">{t('title', { title: now.title })}</h1>
        <ClockBar wide={wide.value} onWide={() => (wide.value = !wide.value)} />
        <TopMessage />
        <div class="preview-body">
          <Frames />
          <section class="side" aria-label={t('side')}>
            <Tabs
              label={t('side')}
              tabs={tabs}
              current={panel.value}
              onChange={(id) => (panel.value = id as SidePanel)}
            />
            <div class="side-panel" role="tabpanel" aria-label={t(`panel.${panel.value}`)}>
              {PANELS[panel.value]()}
            </div>
            <SourcePane />
          </section>
        </div>
      </main>
    </>
  );
}

function TabCount({ id }: { id: SidePanel }) {
  const t = useT('preview');
  const now = status.value;
  if (id !== 'steps' && id !== 'findings') return <Count value={0} label="" />;
  const count =
    id === 'steps'
      ? (now?.pending.length ?? 0)
      : (now?.findings.filter(({ severity }) => severity === 'error').length ?? 0);
  return <Count value={count} label={t(`count.${id}`, { count })} />;
}

/** The most urgent message for the author: server lost, errors in the file, or recorded steps that no longer replay. */
function TopMessage() {
  const t = useT('preview');
  const now = status.value;
  if (link.value === 'lost')
    return (
      <Notice tone="alert" live="assertive" title={t('lost.title')}>
        {t('lost.text')}
      </Notice>
    );
  if (now?.stale)
    return (
      <div class="strip alert" aria-live="polite">
        <strong>
          {t('stale.title', { count: now.findings.filter(({ severity }) => severity === 'error').length })}
        </strong>
        <span>{t('stale.text')}</span>
        <button type="button" class="btn quiet small" onClick={() => (panel.value = 'findings')}>
          {t('stale.show')}
        </button>
      </div>
    );
  if (now?.stop)
    return (
      <div class="strip due" aria-live="polite">
        <strong>{t('stop.title', { step: now.stop.step + 1 })}</strong>
        <span>{t(`reject.${now.stop.rejection.code}`)}</span>
        <button type="button" class="btn quiet small" onClick={() => (panel.value = 'steps')}>
          {t('stop.show')}
        </button>
      </div>
    );
  return null;
}
