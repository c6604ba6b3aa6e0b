/** The log lines behind a mark: what happened, when, in sentences. */
import type { TimelineEntry } from '../../../shared/debrief/debrief.ts';
import { CaseTime, Dialog, EmptyState, useT } from '../kit/index.ts';
import { useLook } from './use-look.ts';

export function LogLines({ entries }: { entries: readonly TimelineEntry[] }) {
  const t = useT('debrief');
  const { sentence } = useLook();
  return (
    <ol class="plain log-lines">
      {entries.map((entry) => {
        const text = sentence(entry);
        return text === undefined ? null : (
          <li key={entry.seq}>
            <CaseTime at={entry.at} />
            <span>
              {text} {entry.simulated && <span class="small dim">({t('simulated.mark')})</span>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

export interface EvidenceOf {
  title: string;
  teaches?: string | undefined;
  seqs: readonly number[];
}

/** Opens over a slide; says so where a mark rests on something that did not happen. */
export function EvidenceDialog({
  of,
  timeline,
  onClose,
}: {
  of: EvidenceOf | undefined;
  timeline: readonly TimelineEntry[];
  onClose: () => void;
}) {
  const t = useT('debrief');
  const entries = timeline.filter((entry) => of?.seqs.includes(entry.seq));
  return (
    <Dialog open={of !== undefined} title={of?.title ?? ''} onClose={onClose} wide>
      {of?.teaches && <p class="measure">{of.teaches}</p>}
      <h3>{t('evidence.title')}</h3>
      {entries.length === 0 ? (
        <EmptyState title={t('evidence.none')} text={t('evidence.noneText')} />
      ) : (
        <LogLines entries={entries} />
      )}
    </Dialog>
  );
}
