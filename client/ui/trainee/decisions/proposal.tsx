/** A proposal: desk, reason, agreement, dissent, and missing agreements. */
import { Bdi, Button, CaseTime, Prose, RoleTag, useT } from '../../kit/index.ts';
import type { DecisionState } from '../../../../shared/exercise/world.ts';
import { useSeat } from '../../../context/seat.ts';
import { Dissent } from '../work/dissent.tsx';
import { useNames } from '../../../names/use-names.ts';
import { useSend } from '../work/use-send.ts';
import { possibleResponses, waitingFor } from './selectors.ts';

interface ProposalProps {
  id: string;
  decision: DecisionState;
  mustAgree: string[];
  titleOf: (option: string) => string;
}

export function Proposal({ id, decision, mustAgree, titleOf }: ProposalProps) {
  const seat = useSeat();
  const t = useT('work');
  const names = useNames();
  const { busy, send } = useSend();
  const { proposal } = decision;
  if (!proposal) return null;
  const waiting = waitingFor(decision, mustAgree);
  const responses = possibleResponses(decision, mustAgree, seat.role);
  return (
    <div class="dc-proposal stack tight">
      <p class="row tight small">
        <RoleTag role={proposal.by} />
        <span class="dim">
          <CaseTime at={proposal.at} />
        </span>
      </p>
      <p class="dc-proposal__option">
        <Bdi>{titleOf(proposal.option)}</Bdi>
      </p>
      <Prose text={seat.textOf(proposal.reason)} />
      <p class="dim small">{t('confidence.of', { rank: t(`rank.${proposal.confidence}`) })}</p>
      {decision.agreed.length > 0 && (
        <p class="small">{t('decisions.agreed', { who: names.roles(decision.agreed) })}</p>
      )}
      {decision.dissent.map((entry) => (
        <blockquote key={entry.text} class="cf-dissent">
          <span class="small strong">
            {t('decisions.dissented', { who: names.role(entry.by), option: titleOf(entry.option) })}
          </span>{' '}
          <Bdi>{seat.textOf(entry.text)}</Bdi>
        </blockquote>
      ))}
      {waiting.length > 0 && <p class="small">{t('decisions.waiting', { who: names.roles(waiting) })}</p>}
      {responses.agree && !seat.readOnly && (
        <div class="row">
          <Button busy={busy} onClick={() => send({ type: 'agree-decision', decision: id })}>
            {t('decisions.agree')}
          </Button>
          {responses.dissent && (
            <Dissent
              draftKey={`dissent:${id}`}
              busy={busy}
              onSend={(text, then) => send({ type: 'dissent-decision', decision: id, text }, then)}
            />
          )}
        </div>
      )}
    </div>
  );
}
