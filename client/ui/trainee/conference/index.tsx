/** The case conference: call, join, make statements, agree on actions with owner and deadline, print the minutes. */
import '../../../styles/work.css';
import { useState } from 'preact/hooks';
import { Button, EmptyState, useT } from '../../kit/index.ts';
import { useSeat } from '../../../context/seat.ts';
import { CallForm } from './call-form.tsx';
import { Meeting } from './meeting.tsx';
import { OpenActions } from './open-actions.tsx';
import { conferencesOf } from './selectors.ts';

export default function ConferenceScreen() {
  const seat = useSeat();
  const t = useT('work');
  const [calling, setCalling] = useState(false);
  const rows = conferencesOf(seat.world, seat.role);
  const mayCall = seat.can('call-conference') && !seat.readOnly;
  return (
    <div class="stack wide">
      <header class="spread">
        <div class="stack tight">
          <h1>{t('nav.conference')}</h1>
          <p class="dim">{t('conference.lead')}</p>
        </div>
        {mayCall && (
          <Button kind={rows.length === 0 ? 'primary' : 'quiet'} onClick={() => setCalling(true)}>
            {t('conference.call')}
          </Button>
        )}
      </header>
      <OpenActions />
      {rows.length === 0 && (
        <EmptyState
          title={t('conference.emptyTitle')}
          text={t(mayCall ? 'conference.emptyText' : 'conference.emptyNoPower')}
        />
      )}
      {rows.map(({ id, conference }) => (
        <Meeting key={id} id={id} conference={conference} />
      ))}
      <CallForm open={calling} onClose={() => setCalling(false)} />
    </div>
  );
}
