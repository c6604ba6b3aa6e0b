/** One decision: question, options, state, and what this desk can do about it. */
import { useEffect, useState } from 'preact/hooks';
import { Bdi, Button, Card, CaseTime, Chip, Prose, useT, Waiting } from '../../kit/index.ts';
import type { Card as CardOf } from '../../../../shared/protocol/cards.ts';
import type { DecisionState } from '../../../../shared/exercise/world.ts';
import { useSeat } from '../../../context/seat.ts';
import { useNames } from '../../../names/use-names.ts';
import { Proposal } from './proposal.tsx';
import { ProposeForm } from './propose-form.tsx';
import { decisionStage } from './selectors.ts';

const TONES = { open: 'due', proposed: 'due', made: 'good' } as const;

export function DecisionCard({ id, decision }: { id: string; decision: DecisionState }) {
  const seat = useSeat();
  const t = useT('work');
  const card = seat.card(`decision:${id}`);
  const stage = decisionStage(decision);
  useEffect(() => seat.markSeen(`decision:${id}`), [id, stage]);
  return (
    <Card
      level={2}
      tone={decision.made ? 'flat' : 'due'}
      title={<Bdi>{card?.title ?? '…'}</Bdi>}
      aside={<Chip tone={TONES[stage]}>{t(`decisions.stage.${stage}`)}</Chip>}
    >
      <p class="dim small">
        {t('decisions.openedAt')} <CaseTime at={decision.openedAt} />
      </p>
      {card ? <Question id={id} decision={decision} card={card} /> : <Waiting />}
    </Card>
  );
}

interface QuestionProps {
  id: string;
  decision: DecisionState;
  card: CardOf<'decision'>;
}

function Question({ id, decision, card }: QuestionProps) {
  const seat = useSeat();
  const t = useT('work');
  const names = useNames();
  const [isProposingAgain, setProposingAgain] = useState(false);
  const options = Object.entries(card.facts?.options ?? {}).map(([option, entry]) => ({ id: option, ...entry }));
  const mustAgree = card.facts?.agree ?? [];
  const mayPropose = (card.facts?.propose ?? []).includes(seat.role) && !seat.readOnly && !decision.made;
  const titleOf = (option: string): string => options.find((entry) => entry.id === option)?.title ?? '…';
  return (
    <>
      <Prose text={card.text} />
      <p class="small">
        {mustAgree.length > 0 ? t('decisions.mustAgree', { who: names.roles(mustAgree) }) : t('decisions.nobodyElse')}
      </p>
      {decision.proposal && <Proposal id={id} decision={decision} mustAgree={mustAgree} titleOf={titleOf} />}
      {decision.made && decision.made.option !== decision.proposal?.option && (
        <p class="strong">{t('decisions.made', { option: titleOf(decision.made.option) })}</p>
      )}
      {mayPropose && (!decision.proposal || isProposingAgain) && (
        <ProposeForm id={id} options={options} onDone={() => setProposingAgain(false)} />
      )}
      {mayPropose && decision.proposal && !isProposingAgain && (
        <div>
          <Button kind="quiet" onClick={() => setProposingAgain(true)}>
            {t('decisions.proposeAgain')}
          </Button>
        </div>
      )}
      {!mayPropose && !decision.made && !decision.proposal && (
        <>
          <Options options={options} />
          <p class="dim">{t('decisions.notYours')}</p>
        </>
      )}
    </>
  );
}

function Options({ options }: { options: { id: string; title: string; text?: string }[] }) {
  const t = useT('work');
  return (
    <>
      <h3>{t('decisions.options')}</h3>
      <ul class="stack tight">
        {options.map((option) => (
          <li key={option.id}>
            <strong>
              <Bdi>{option.title}</Bdi>
            </strong>
            {option.text !== undefined && <Prose text={option.text} />}
          </li>
        ))}
      </ul>
    </>
  );
}
