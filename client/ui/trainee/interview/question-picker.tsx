/**
 * The questions on offer, grouped by type. A question cannot be taken back, so asking needs two steps: choose, then submit. The
 * choices are native radio buttons: arrow keys move, Enter submits. A seat that does not lead suggests the question instead.
 */
import { useState } from 'preact/hooks';
import { formatList } from '../../../i18n/formats.ts';
import { Bdi, Button, useT } from '../../kit/index.ts';
import { QUESTION_TYPES, type QuestionType } from '../../../../shared/vocabulary/enums.ts';
import type { Interview } from '../../../../shared/exercise/world.ts';
import { useSeat } from '../../../context/seat.ts';
import { useNames } from '../../../names/use-names.ts';
import { useSend } from '../work/use-send.ts';
import { questionCard, questionGroups, type QuestionGroup } from './selectors.ts';

interface QuestionPickerProps {
  id: string;
  interview: Interview;
  leads: boolean;
  /** Called after a question was asked, to scroll to the answer. */
  onAsked: () => void;
}

export function QuestionPicker({ id, interview, leads, onAsked }: QuestionPickerProps) {
  const seat = useSeat();
  const t = useT('work');
  const names = useNames();
  const { busy, send } = useSend();
  const [chosen, choose] = useState('');
  const textOfQuestion = (question: string): string => seat.card(questionCard(question))?.text ?? '…';
  const offered = interview.offered.flatMap((question) => {
    const type = asType(seat.card(questionCard(question))?.kind);
    return type ? [{ question, type }] : [];
  });
  const groups = questionGroups(interview, offered);
  const canSubmit = interview.offered.includes(chosen);

  const submit = (event: Event): void => {
    event.preventDefault();
    if (!canSubmit) return;
    send({ type: leads ? 'ask' : 'suggest-question', interview: id, question: chosen }, () => {
      choose('');
      if (leads) onAsked();
    });
  };

  if (interview.offered.length === 0) return <p class="dim">{t('interview.account.noQuestions')}</p>;
  return (
    <form class="iv-picker" onSubmit={submit}>
      <p class="dim small">
        {leads
          ? t('interview.account.leadHint')
          : t('interview.account.watchHint', { lead: names.seat(interview.lead) })}
      </p>
      {groups.map((group) => (
        <TypeGroup key={group.type} group={group} chosen={chosen} choose={choose} textOfQuestion={textOfQuestion} />
      ))}
      {canSubmit && (
        <div class="iv-ask">
          <p class="iv-ask__chosen">
            <Bdi>{textOfQuestion(chosen)}</Bdi>
          </p>
          <Button type="submit" busy={busy}>
            {t(leads ? 'interview.account.ask' : 'interview.account.suggest')}
          </Button>
        </div>
      )}
    </form>
  );
}

const asType = (kind: string | undefined): QuestionType | undefined => QUESTION_TYPES.find((type) => type === kind);

function TypeGroup({
  group,
  chosen,
  choose,
  textOfQuestion,
}: {
  group: QuestionGroup;
  chosen: string;
  choose: (question: string) => void;
  textOfQuestion: (question: string) => string;
}) {
  const t = useT('work');
  const names = useNames();
  return (
    <fieldset class="iv-type">
      <legend class="iv-type__name">
        {t(`questionType.${group.type}`)} <span class="dim">{t(`interview.typeHint.${group.type}`)}</span>
      </legend>
      {group.questions.map(({ question, asked, suggestedBy }) => (
        <label key={question} class="iv-question" data-chosen={chosen === question} data-asked={asked > 0}>
          <input
            type="radio"
            name="question"
            value={question}
            checked={chosen === question}
            onChange={() => choose(question)}
          />
          <span>
            <Bdi>{textOfQuestion(question)}</Bdi>
            {asked > 0 && <span class="iv-question__note">{t('interview.account.askedBefore', { count: asked })}</span>}
            {suggestedBy.length > 0 && (
              <span class="iv-question__note iv-question__note--suggested">
                {t('interview.account.suggestedBy', {
                  who: formatList([...new Set(suggestedBy)].map((each) => names.seat(each))),
                })}
              </span>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
