/** The actions of a conference: task, desk, deadline, agreement and dissent. */
import { Bdi, Button, CaseTime, Chip, RoleTag, useT } from '../../kit/index.ts';
import type { AgreedAction, Conference } from '../../../../shared/exercise/world.ts';
import { useSeat } from '../../../context/seat.ts';
import { Dissent } from '../work/dissent.tsx';
import { useNames } from '../../../names/use-names.ts';
import { useSend } from '../work/use-send.ts';
import { actionsOf, possibleResponses, isAtTable } from './selectors.ts';

export function ActionList({ conference }: { conference: Conference }) {
  const seat = useSeat();
  const t = useT('work');
  const actions = actionsOf(seat.world, conference);
  const mayVote = conference.state === 'open' && isAtTable(conference, seat.role) && !seat.readOnly;
  return (
    <>
      <h3>{t('conference.actions')}</h3>
      {actions.length === 0 && <p class="dim">{t('conference.noActions')}</p>}
      <ul class="plain stack">
        {actions.map(({ id, action }) => (
          <li key={id}>
            <ActionCard id={id} action={action} mayVote={mayVote} />
          </li>
        ))}
      </ul>
    </>
  );
}

const TONES = { proposed: 'due', decided: 'plain', done: 'good' } as const;

function ActionCard({ id, action, mayVote }: { id: string; action: AgreedAction; mayVote: boolean }) {
  const seat = useSeat();
  const t = useT('work');
  const names = useNames();
  const { busy, send } = useSend();
  const { conference } = action;
  const responses = possibleResponses(action, seat.role);
  return (
    <div class="cf-action" data-state={action.state}>
      <p class="spread">
        <strong>
          <Bdi>{seat.textOf(action.text)}</Bdi>
        </strong>
        <Chip tone={TONES[action.state]}>{t(`conference.state.${action.state}`)}</Chip>
      </p>
      <p class="row small">
        <RoleTag role={action.to} />
        <span>
          {t('shared.until')} <CaseTime at={action.due} />
        </span>
      </p>
      <p class="dim small">
        {t('conference.proposedBy', { who: names.role(action.by) })}
        {action.agreed.length > 0 && ` · ${t('conference.agreedBy', { who: names.roles(action.agreed) })}`}
      </p>
      {action.dissent.map((entry) => (
        <blockquote key={entry.text} class="cf-dissent">
          <span class="small strong">{t('conference.dissentBy', { who: names.role(entry.by) })}</span>{' '}
          <Bdi>{seat.textOf(entry.text)}</Bdi>
        </blockquote>
      ))}
      {mayVote && responses.agree && (
        <div class="row no-print">
          <Button busy={busy} onClick={() => send({ type: 'agree-action', conference, action: id })}>
            {t('conference.agree')}
          </Button>
          {responses.dissent && (
            <Dissent
              draftKey={`dissent:${id}`}
              busy={busy}
              onSend={(text, then) => send({ type: 'dissent-action', conference, action: id, text }, then)}
            />
          )}
        </div>
      )}
    </div>
  );
}
