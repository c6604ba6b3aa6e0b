/** Explains a mark: log lines as sentences, conditions that held, and conditions that were not met. */
import type { Debrief, RedLineMark, TaskMark, TimelineEntry } from '../../../shared/debrief/debrief.ts';
import { formatCaseTime } from '../../i18n/formats.ts';
import { CaseTime, Dialog, Notice, useT } from '../kit/index.ts';
import { type ExplainedPart, type Explanation, explainCount, explainRedLine, explainTask } from './explanation.ts';
import { useLogSentence } from './use-sentence.ts';
import { useConditionWords, WaitList } from './waits.tsx';

function LogLine({ entry }: { entry: TimelineEntry }) {
  const t = useT('debrief');
  const text = useLogSentence()(entry);
  if (text === undefined) return null;
  return (
    <li>
      <CaseTime at={entry.at} />
      <span>
        {text} {entry.simulated && <span class="small dim">({t('simulated.mark')})</span>}
      </span>
    </li>
  );
}

export function LogLines({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol class="plain log-lines">
      {entries.map((entry) => (
        <LogLine key={entry.seq} entry={entry} />
      ))}
    </ol>
  );
}

/** The log lines of one step to a mark, then the conditions that held at that time. */
function PartLines({ part }: { part: ExplainedPart }) {
  const t = useT('debrief');
  const words = useConditionWords();
  return (
    <ol class="plain log-lines">
      {part.lines.map((entry) => (
        <LogLine key={entry.seq} entry={entry} />
      ))}
      {part.held.map(({ leaf, wanted }, index) => (
        <li key={`held ${index}`}>
          <CaseTime at={part.at} />
          <span>{wanted ? words(leaf) : t('condition.hadNot', { what: words(leaf) })}</span>
        </li>
      ))}
    </ol>
  );
}

/** The full explanation of a mark. Steps have headings if there are several, or if one is not the act itself. */
export function Explained({ explanation, level = 3 }: { explanation: Explanation; level?: 3 | 4 }) {
  const t = useT('debrief');
  const { parts, lacks, until, withheld } = explanation;
  const Heading = level === 3 ? 'h3' : 'h4';
  const hasHeadings = parts.length > 1 || parts.some(({ part }) => part !== 'done' && part !== 'crossed');
  return (
    <div class="stack explained">
      {until !== undefined && (
        <p class="dim">
          {until === 'end' ? t('evidence.byEnd') : t('evidence.byTime', { time: formatCaseTime(until) })}
          {explanation.isAfterTime && ` ${t('evidence.afterTime')}`}
        </p>
      )}
      {parts.map((part) => (
        <section key={part.part} data-part={part.part}>
          {hasHeadings && <Heading>{t(`evidence.part.${part.part}`)}</Heading>}
          <PartLines part={part} />
        </section>
      ))}
      {lacks && (
        <section data-part="lacked">
          <Heading>{t(`evidence.${lacks.heading}`)}</Heading>
          <WaitList waits={lacks.waits} />
        </section>
      )}
      {explanation.isUnstaffed && <p>{t('evidence.unstaffed')}</p>}
      {explanation.isUnrepaired && <p>{t('evidence.unrepaired')}</p>}
      {explanation.isBeyondRepair && <p class="dim">{t('evidence.noRepair')}</p>}
      {withheld && <Notice tone="plain" title={t(withheld === 'all' ? 'evidence.withheldAll' : 'evidence.withheld')} />}
    </div>
  );
}

/** The subject of the evidence dialog. */
export interface EvidenceOf {
  title: string;
  teaches?: string | undefined;
  of: { task: TaskMark } | { redLine: RedLineMark } | { evidence: readonly number[] };
}

const explanationOf = ({ of }: EvidenceOf, debrief: Debrief): Explanation => {
  if ('task' in of) return explainTask(of.task, debrief);
  return 'redLine' in of ? explainRedLine(of.redLine, debrief) : explainCount(of.evidence, debrief);
};

export function EvidenceDialog({
  of,
  debrief,
  onClose,
}: {
  of: EvidenceOf | undefined;
  debrief: Debrief;
  onClose: () => void;
}) {
  const t = useT('debrief');
  return (
    <Dialog open={of !== undefined} title={of?.title ?? ''} onClose={onClose} wide>
      {of?.teaches && <p class="measure">{of.teaches}</p>}
      <h3>{t('evidence.title')}</h3>
      {of && <Explained explanation={explanationOf(of, debrief)} level={4} />}
    </Dialog>
  );
}
