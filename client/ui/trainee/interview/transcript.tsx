/** All questions and answers, oldest first, as they go into the file. */
import { Bdi, CaseTime, useT } from '../../kit/index.ts';
import type { Interview } from '../../../../shared/exercise/world.ts';
import { useSeat } from '../../../context/seat.ts';
import { answerCard, questionCard } from './selectors.ts';

export function Transcript({ interview, open }: { interview: Interview; open?: boolean }) {
  const seat = useSeat();
  const t = useT('work');
  return (
    <details class="more iv-transcript" open={open}>
      <summary>
        <h2>{t('interview.account.transcript')}</h2>
      </summary>
      {interview.turns.length === 0 && <p class="dim">{t('interview.account.transcriptEmpty')}</p>}
      <ol class="plain">
        {interview.turns.map((turn, index) => {
          const answer = answerCard(turn);
          const card = answer === undefined ? undefined : seat.card(answer);
          const own = card?.facts?.own;
          return (
            <li key={`${turn.at}-${index}`}>
              <p class="iv-transcript__q">
                <CaseTime at={turn.at} />{' '}
                <span class="iv-transcript__type">{t(`questionType.${turn.questionType}`)}</span>{' '}
                <Bdi>{seat.card(questionCard(turn.question))?.text ?? '…'}</Bdi>
              </p>
              {card?.text !== undefined && (
                <p class="iv-transcript__a">
                  <Bdi>{card.text}</Bdi>
                </p>
              )}
              {own !== undefined && (
                <p class="iv-transcript__own dim">
                  <Bdi>{own}</Bdi>
                </p>
              )}
            </li>
          );
        })}
      </ol>
    </details>
  );
}
