/** Slides for discussion: red lines, questions asked, key moments, model path, takeaways. */
import type { Debrief, QuestionCoach, RedLineMark, TimelineEntry } from '../../../shared/debrief/debrief.ts';
import type { Card } from '../../../shared/protocol/cards.ts';
import { CaseTime, Chip, Prose, RoleTag, useKit, useT } from '../kit/index.ts';
import { BetterWording } from './better-wording.tsx';
import { Explained, LogLines } from './evidence.tsx';
import { explainRedLine } from './explanation.ts';
import { useCoach } from './use-coach.ts';
import { textForId } from '../../i18n/index.ts';

export function RedLineSlide({ mark, debrief }: { mark: RedLineMark; debrief: Debrief }) {
  const t = useT('debrief');
  const { card } = useKit();
  return (
    <div class="two-columns">
      <div class="stack wide">
        <p class="row">
          <CaseTime at={mark.at} />
          {mark.desks.map((desk) => (
            <RoleTag key={desk} role={desk} />
          ))}
        </p>
        <Prose text={card(`red-line:${mark.redLine}`)?.text} />
        <p>
          {mark.repairedAt === undefined ? (
            <Chip tone="alert">{t('redLine.open')}</Chip>
          ) : (
            <Chip tone="good">
              {t('redLine.repaired')} <CaseTime at={mark.repairedAt} />
            </Chip>
          )}
        </p>
        <p class="dim">
          {t('redLine.caps', { list: mark.caps.map((competency) => t(`competency.${competency}`)).join(', ') })}
        </p>
      </div>
      <div class="card">
        <h2>{t('redLine.happened')}</h2>
        <Explained explanation={explainRedLine(mark, debrief)} />
        <InquiryPrompts about="redLine" />
      </div>
    </div>
  );
}

/** Advocacy and inquiry: what I saw, what I thought, what I would like to understand. */
function InquiryPrompts({ about }: { about: 'redLine' | 'pin' }) {
  const t = useT('debrief');
  return (
    <ol class="ask-three">
      {(['saw', 'thought', 'ask'] as const).map((part) => (
        <li key={part}>{t(`inquiry.${part}`, { about: t(`inquiry.${about}`) })}</li>
      ))}
    </ol>
  );
}

export function PinSlide({ pin, entries }: { pin: string; entries: readonly TimelineEntry[] }) {
  const { card } = useKit();
  const found = card(`pin:${pin}`);
  return (
    <div class="stack wide">
      <LogLines entries={entries} />
      <blockquote class="big-question" dir="auto">
        {found?.text ?? found?.title}
      </blockquote>
      <InquiryPrompts about="pin" />
    </div>
  );
}

export function CoachSlide({ coach }: { coach: QuestionCoach }) {
  const t = useT('debrief');
  const { question } = useCoach(coach);
  const types = Object.entries(coach.counts).filter(([, count]) => count > 0);
  const highest = Math.max(1, ...types.map(([, count]) => count));
  return (
    <div class="two-columns">
      <dl class="bars">
        {types.map(([type, count]) => (
          <div key={type} data-type={type}>
            <dt>{textForId('debrief', `questionType.${type}`)}</dt>
            <dd>
              <span class="bar-fill" style={{ inlineSize: `${(count / highest) * 100}%` }} />{' '}
              <span class="num">{count}</span>
            </dd>
          </div>
        ))}
      </dl>
      <div class="stack">
        <p class="dim">{t('coach.goal')}</p>
        {coach.turningPoints.length > 0 && <h2>{t('coach.turning')}</h2>}
        {coach.turningPoints.slice(0, 3).map((turn) => (
          <p key={turn.seq}>
            <Chip tone={turn.way === 'opened' ? 'good' : 'due'}>{t(`coach.${turn.way}`)}</Chip>{' '}
            <q>{question(turn.question)}</q>
          </p>
        ))}
        {coach.better.length > 0 && <h2>{t('coach.better')}</h2>}
        <BetterWording coach={coach} max={3} />
      </div>
    </div>
  );
}

export function PromptsSlide() {
  const { card } = useKit();
  return <Prose text={promptsText(card('prompts'))} />;
}

/** The author's questions as a Markdown list. */
export const promptsText = (card: Card<'prompts'> | undefined): string | undefined =>
  card?.facts?.prompts.map((line) => `- ${line}`).join('\n');

export function ModelSlide() {
  const { card } = useKit();
  return <Prose text={card('model')?.text} />;
}

export function TakeawaySlide() {
  const t = useT('debrief');
  return (
    <ol class="ask-three takeaway">
      {(['one', 'two', 'three'] as const).map((part) => (
        <li key={part}>{t(`takeaway.${part}`)}</li>
      ))}
    </ol>
  );
}
