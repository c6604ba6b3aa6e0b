/** Current events: the desks, the people, the latest log lines. */
import './desks.css';
import { useState } from 'preact/hooks';
import { LogLines } from '../../../debrief/evidence.tsx';
import { Card, EmptyState, Tabs, useKit, useT, Waiting } from '../../../kit/index.ts';
import { useNames } from '../../../../names/use-names.ts';
import { useConsole } from '../console-context.ts';
import { DeskCard } from './desk-card.tsx';
import { PeopleBoard } from './people-board.tsx';
import { useRoom } from '../../class/room.tsx';

const PANELS = { desks: 'shared.desks', people: 'shared.people', log: 'happening.log' } as const;
type Panel = keyof typeof PANELS;

export function CurrentEvents() {
  const t = useT('trainer');
  const { exercise } = useRoom();
  const { answer } = useConsole();
  const [panel, setPanel] = useState<Panel>('desks');
  return (
    <section class="happening" aria-labelledby="happening-title">
      <div class="spread">
        <h2 id="happening-title">{t('happening.title')}</h2>
        <Tabs
          label={t('happening.title')}
          tabs={Object.entries(PANELS).map(([id, key]) => ({ id, label: t(key) }))}
          current={panel}
          onChange={(id) => setPanel(id as Panel)}
        />
      </div>
      <div role="tabpanel" tabIndex={0} aria-label={t(PANELS[panel])} class="happening-panel">
        {!answer && panel !== 'people' && <Waiting />}
        {answer && panel === 'desks' && (
          <div class="desk-grid">
            {exercise.roles.map((role) => (
              <DeskCard key={role.role} role={role.role} />
            ))}
            <Threads />
          </div>
        )}
        {panel === 'people' && <PeopleBoard />}
        {answer &&
          panel === 'log' &&
          (answer.recent.length > 0 ? (
            <LogLines entries={[...answer.recent].reverse()} />
          ) : (
            <EmptyState title={t('happening.quiet')} text={t('happening.quietText')} />
          ))}
      </div>
    </section>
  );
}

/** The active states of each thread of the case. */
function Threads() {
  const t = useT('trainer');
  const { answer } = useConsole();
  const { card } = useKit();
  const { name } = useNames();
  const threads = answer?.threads ?? [];
  return (
    <Card title={t('threads.title')}>
      <dl class="threads small">
        {threads.map((thread) => (
          <div key={thread.chart}>
            <dt class="dim" dir="auto">
              {card(`phase:${thread.chart}`)?.title || thread.chart.replaceAll('-', ' ')}
            </dt>
            <dd class="strong spoiler" dir="auto">
              {thread.states.map((state) => name('state', state)).join(' · ')}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
