import { useMemo } from 'preact/hooks';
import { nextDeadline } from '../../../state/needs-now.ts';
import { useT } from '../../../i18n/index.ts';
import { Button, CaseTime, Chip, Deadline, Emblem, useNow, useRole, VisuallyHidden } from '../../kit/index.ts';
import { useSeat } from '../../../context/seat.ts';
import { useNeeds, useNeedTitle } from '../desk/use-needs.ts';
import { DisplaySettings } from '../../kit/display-settings.tsx';

/** The header: desk, case time, next deadline, saved state, step-out button. */
export function DeskHeader() {
  const t = useT('desk');
  const seat = useSeat();
  const names = useRole(seat.role);
  const needs = useNeeds();
  const deadline = useMemo(() => nextDeadline(needs ?? []), [needs]);
  const titleOf = useNeedTitle();
  const phase = seat.state.public?.phase;
  const phaseTitle = phase ? seat.card(`phase:${phase}`)?.title : undefined;
  return (
    <header class="frame-header">
      <a class="frame-desk" href="/play/brief" aria-label={t('toBrief', { desk: names.title })}>
        <Emblem emblem={names.emblem} />
        <span class="frame-names">
          <strong class="frame-title">
            <bdi class="wide-only">{names.title}</bdi>
            <bdi class="narrow-only">{names.short}</bdi>
          </strong>
          <span class="small dim">
            <Clock />
            {seat.state.pending.length === 0 && !seat.mirror && (
              <span class="narrow-only">
                {' '}
                · <span aria-hidden="true">✓</span>
                <VisuallyHidden>{t('saved')}</VisuallyHidden>
              </span>
            )}
            {phaseTitle && (
              <span class="wide-only">
                {' '}
                · <bdi>{phaseTitle}</bdi>
              </span>
            )}
          </span>
        </span>
      </a>
      <span
        class={deadline?.due === undefined && seat.state.pending.length === 0 ? 'frame-status quiet' : 'frame-status'}
      >
        {deadline?.due !== undefined && (
          <a class="frame-deadline" href={deadline.href}>
            <Deadline due={deadline.due} label={titleOf(deadline)} />
          </a>
        )}
        <SavedState />
      </span>
      <DisplaySettings />
      {!seat.mirror && (
        <Button kind="quiet" class="step-out-button" onClick={() => seat.setStepOut(true)}>
          {t('stepOut.button')}
        </Button>
      )}
    </header>
  );
}

function Clock() {
  return <CaseTime at={useNow()} />;
}

/** Shows “saved”, or the number of commands that wait for the server. */
function SavedState() {
  const t = useT('desk');
  const { state, mirror } = useSeat();
  if (mirror) return null;
  const waiting = state.pending.length;
  return (
    <span role="status" class="saved-state">
      {waiting === 0 ? (
        <Chip tone="good">{t('saved')}</Chip>
      ) : (
        <Chip tone="due">{t('waitingCommands', { count: waiting })}</Chip>
      )}
    </span>
  );
}
