/** The handover note for a person who takes over a simulated desk: what the desk owes, promised, waits for, did and knows. */
import { useEffect } from 'preact/hooks';
import { handover, type HandoverLine } from '../../../../shared/handover/handover.ts';
import { Card, CaseTime, Deadline, LinkButton, useT } from '../../kit/index.ts';
import { useSeat } from '../../../context/seat.ts';
import { PrintButton } from '../work/print-button.tsx';
import { HANDOVER_TOPIC } from './taken-over.ts';
import { pageOf, useHandoverSentence } from './use-handover-sentence.ts';
import './handover.css';

const PARTS = ['owes', 'promised', 'waits', 'did', 'knows'] as const;
const MAX_SHOWN = 8;

export default function HandoverPage() {
  const t = useT('desk');
  const { world, role, markSeen } = useSeat();
  const note = handover(world, role);
  useEffect(() => markSeen(HANDOVER_TOPIC), []);
  const isEmpty = note.owes.length + note.promised.length + note.waits.length === 0;
  return (
    <article class="stack wide">
      <header class="spread top">
        <div class="stack tight measure">
          <h1>{t('nav.handover')}</h1>
          <p class="dim">{t('handover.lead')}</p>
        </div>
        <PrintButton />
      </header>
      {isEmpty && <p>{t('handover.nothing')}</p>}
      <div class="handover">
        {PARTS.map((part) => (
          <HandoverPart key={part} part={part} lines={note[part]} />
        ))}
      </div>
      <div>
        <LinkButton href="/play/desk">{t('handover.toDesk')}</LinkButton>
      </div>
    </article>
  );
}

function HandoverPart({ part, lines }: { part: (typeof PARTS)[number]; lines: readonly HandoverLine[] }) {
  const t = useT('desk');
  const sentence = useHandoverSentence();
  if (lines.length === 0) return null;
  return (
    <Card level={2} title={t(`handover.${part}`)} {...(part === 'owes' && { tone: 'due' as const })}>
      <ul class="plain handover-lines">
        {lines.slice(0, MAX_SHOWN).map((line) => (
          <li key={line.id}>
            <a href={pageOf(line)}>
              <bdi>{sentence(line)}</bdi>
            </a>
            <LineTime line={line} />
          </li>
        ))}
        {lines.length > MAX_SHOWN && <li class="dim">{t('andMore', { count: lines.length - MAX_SHOWN })}</li>}
      </ul>
    </Card>
  );
}

function LineTime({ line: { at, due } }: { line: HandoverLine }) {
  if (due !== undefined) return <Deadline due={due} />;
  if (at === undefined) return null;
  return (
    <span class="small dim">
      <CaseTime at={at} short />
    </span>
  );
}
