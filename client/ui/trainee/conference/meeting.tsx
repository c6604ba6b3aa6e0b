/** One conference: participants, statements, agreed actions. Its card also serves as the minutes. */
import { useEffect, useState } from 'preact/hooks';
import { Bdi, Button, Card, CaseTime, Chip, Dialog, Prose, RoleTag, TextArea, useT } from '../../kit/index.ts';
import type { Conference } from '../../../../shared/exercise/world.ts';
import { useSeat } from '../../../context/seat.ts';
import { PrintButton } from '../work/print-button.tsx';
import { useNames } from '../../../names/use-names.ts';
import { useSend } from '../work/use-send.ts';
import { ActionList } from './action-list.tsx';
import { ProposeAction } from './propose-action.tsx';
import { isAtTable, members, silentDesks } from './selectors.ts';

export function Meeting({ id, conference }: { id: string; conference: Conference }) {
  const seat = useSeat();
  const t = useT('work');
  const names = useNames();
  const { busy, send } = useSend();
  useEffect(() => seat.markSeen(`conference:${id}`), [id, conference.statements.length, conference.actions.length]);
  const open = conference.state === 'open';
  const isMember = isAtTable(conference, seat.role);
  const silent = silentDesks(conference);
  return (
    <Card
      level={2}
      title={<CaseTime at={conference.at} />}
      accent={conference.by}
      aside={<Chip tone={open ? 'due' : 'plain'}>{t(open ? 'conference.open' : 'conference.closed')}</Chip>}
    >
      <p class="dim">{t('conference.calledBy', { who: names.role(conference.by) })}</p>
      <h3>{t('conference.agenda')}</h3>
      <ol class="cf-agenda">
        {conference.agenda.map((ref) => (
          <li key={ref}>
            <Bdi>{seat.textOf(ref)}</Bdi>
          </li>
        ))}
      </ol>
      <Table conference={conference} />
      {open && !isMember && !seat.readOnly ? (
        <div class="stack">
          <p>{t('conference.notJoined')}</p>
          <Button busy={busy} onClick={() => send({ type: 'join-conference', conference: id })}>
            {t('conference.join')}
          </Button>
        </div>
      ) : (
        <>
          <Statements conference={conference} />
          {open && silent.length > 0 && <p class="dim small">{t('conference.silent', { who: names.roles(silent) })}</p>}
          {open && isMember && !seat.readOnly && <StatementForm id={id} />}
          <ActionList conference={conference} />
          {open && isMember && !seat.readOnly && <ProposeAction id={id} conference={conference} />}
          <div class="row no-print">
            <PrintButton />
            {open && isMember && !seat.readOnly && <CloseConference id={id} />}
          </div>
        </>
      )}
    </Card>
  );
}

function Table({ conference }: { conference: Conference }) {
  const t = useT('work');
  return (
    <>
      <h3>{t('conference.atTable')}</h3>
      <ul class="plain row">
        {members(conference).map((role) => (
          <li key={role} class="row tight" data-away={!isAtTable(conference, role)}>
            <RoleTag role={role} />
            {!isAtTable(conference, role) && <span class="dim small">{t('conference.notYetHere')}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

function Statements({ conference }: { conference: Conference }) {
  const seat = useSeat();
  const t = useT('work');
  const names = useNames();
  return (
    <>
      <h3>{t('conference.statements')}</h3>
      {conference.statements.length === 0 && <p class="dim">{t('conference.noStatements')}</p>}
      <ol class="plain stack" aria-live="polite">
        {conference.statements.map((statement) => (
          <li key={statement.text} class="cf-statement">
            <p class="row tight small">
              <RoleTag role={statement.by} />
              <span class="dim">
                <Bdi>{statement.seat === undefined ? '' : names.seat(statement.seat)}</Bdi>{' '}
                <CaseTime at={statement.at} short />
              </span>
            </p>
            <Prose text={seat.textOf(statement.text)} />
          </li>
        ))}
      </ol>
    </>
  );
}

function StatementForm({ id }: { id: string }) {
  const seat = useSeat();
  const t = useT('work');
  const { busy, send } = useSend();
  const [draft, setDraft, clear] = seat.draft(`conference-say:${id}`, { text: '' });
  return (
    <form
      class="stack no-print"
      onSubmit={(event) => {
        event.preventDefault();
        if (draft.text.trim() !== '') send({ type: 'make-statement', conference: id, text: draft.text.trim() }, clear);
      }}
    >
      <TextArea
        label={t('conference.statement')}
        hint={t('conference.statementHint')}
        value={draft.text}
        onChange={(text) => setDraft({ text })}
      />
      <div>
        <Button type="submit" busy={busy} disabled={draft.text.trim() === ''}>
          {t('conference.say')}
        </Button>
      </div>
    </form>
  );
}

function CloseConference({ id }: { id: string }) {
  const t = useT('work');
  const { busy, send } = useSend();
  const [confirming, setConfirming] = useState(false);
  return (
    <>
      <Button kind="quiet" onClick={() => setConfirming(true)}>
        {t('conference.close')}
      </Button>
      <Dialog
        open={confirming}
        title={t('conference.closeTitle')}
        onClose={() => setConfirming(false)}
        footer={
          <Button
            busy={busy}
            onClick={() => send({ type: 'close-conference', conference: id }, () => setConfirming(false))}
          >
            {t('conference.close')}
          </Button>
        }
      >
        <p>{t('conference.closeText')}</p>
      </Dialog>
    </>
  );
}
