/** The decision log of this desk: decision, reason, rejected alternatives, confidence. Newest first, printable. */
import '../../../styles/work.css';
import { Bdi, Card, CaseTime, Chip, EmptyState, Prose, useT } from '../../kit/index.ts';
import type { LogEntry, World } from '../../../../shared/exercise/world.ts';
import { useSeat } from '../../../context/seat.ts';
import { PrintButton } from '../work/print-button.tsx';
import { useNames } from '../../../names/use-names.ts';
import { NewEntry } from './new-entry.tsx';

export default function LogScreen() {
  const seat = useSeat();
  const t = useT('work');
  const entries = logEntries(seat.world);
  return (
    <div class="stack wide">
      <header class="stack tight">
        <h1>{t('nav.log')}</h1>
        <p class="dim">{t('log.lead')}</p>
      </header>
      <div class="side-by-side">
        {!seat.readOnly && <NewEntry />}
        {entries.length === 0 ? (
          <EmptyState title={t('log.emptyTitle')} text={t('log.emptyText')} />
        ) : (
          <section class="stack">
            <div class="spread">
              <h2>{t('log.entries', { count: entries.length })}</h2>
              <PrintButton />
            </div>
            <ol class="plain stack">
              {entries.map(({ id, entry }) => (
                <li key={id}>
                  <Entry entry={entry} />
                </li>
              ))}
            </ol>
          </section>
        )}
      </div>
    </div>
  );
}

function Entry({ entry }: { entry: LogEntry }) {
  const seat = useSeat();
  const t = useT('work');
  const names = useNames();
  const step = entry.step === undefined ? undefined : seat.law?.['sop-elements'][entry.step];
  return (
    <Card>
      <p class="row tight small dim">
        <CaseTime at={entry.at} />
        <Bdi>{names.actor(entry.by, entry.seat)}</Bdi>
      </p>
      <div class="strong">
        <Prose text={seat.textOf(entry.text)} />
      </div>
      <dl class="stack tight">
        <dt class="dim small">{t('shared.reason')}</dt>
        <dd>
          <Prose text={seat.textOf(entry.reason)} />
        </dd>
        {entry.rejected !== undefined && (
          <>
            <dt class="dim small">{t('log.rejectedShown')}</dt>
            <dd>
              <Prose text={seat.textOf(entry.rejected)} />
            </dd>
          </>
        )}
      </dl>
      <p class="row tight">
        <Chip>{t('confidence.of', { rank: t(`rank.${entry.confidence}`) })}</Chip>
        {step !== undefined && <Chip>{step}</Chip>}
      </p>
    </Card>
  );
}

/** The entries this desk may read, newest first. */
const logEntries = (world: World): { id: string; entry: LogEntry }[] =>
  Object.entries(world.decisionLog)
    .map(([id, entry]) => ({ id, entry }))
    .sort((a, b) => b.entry.at - a.entry.at);
