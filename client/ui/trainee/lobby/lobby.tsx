/** The page before StartEx: own desk, participants, role brief. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { LANGUAGES, screenLanguage, useT } from '../../../i18n/index.ts';
import type { SeatSession } from '../../../connection/seat-session.ts';
import { Button, Card, Chip, Emblem, EmptyState, RoleTag, useRole } from '../../kit/index.ts';
import { useSeat } from '../../../context/seat.ts';
import { Brief } from '../brief/brief.tsx';
import { formatPin } from '../../../state/pin.ts';
import { DisplaySettings } from '../../kit/display-settings.tsx';

export function Lobby({ session, pin, banner }: { session: SeatSession; pin: string; banner: ComponentChildren }) {
  const t = useT('desk');
  const seat = useSeat();
  const [reading, setReading] = useState(false);
  const ownDesk = useRole(seat.role);
  const me = seat.state.public?.roster.find((entry) => entry.seat === seat.seat);
  if (reading && seat.role) {
    return (
      <main class="alone" id="content">
        {banner}
        <Brief session={session} onDone={() => setReading(false)} />
      </main>
    );
  }
  return (
    <main class="alone" id="content">
      {banner}
      <header class="spread top">
        <div>
          <h1>{t('lobby.title')}</h1>
          <p class="dim">{t('lobby.lead', { name: seat.state.me?.name ?? '', pin: formatPin(pin) })}</p>
          <ReadIn language={seat.state.me?.language} />
        </div>
        <DisplaySettings />
      </header>
      {seat.role ? (
        <Card accent={seat.role}>
          <div class="row nowrap">
            <Emblem emblem={ownDesk.emblem} size={52} />
            <div>
              <p class="small dim">{t('shared.yourDesk')}</p>
              <h2>
                <bdi>{ownDesk.title}</bdi>
              </h2>
            </div>
          </div>
          <div class="row">
            <Button onClick={() => setReading(true)}>{me?.briefRead ? t('lobby.readAgain') : t('lobby.read')}</Button>
            {me?.briefRead && <Chip tone="good">{t('brief.wasRead')}</Chip>}
          </div>
        </Card>
      ) : (
        <EmptyState title={t('lobby.noDesk')} text={t('lobby.noDeskText')} />
      )}
      <Roster />
    </main>
  );
}

/** Where the case has not the language of the screens: which language each of them has. */
function ReadIn({ language }: { language: string | undefined }) {
  const t = useT('desk');
  const screens = screenLanguage.value;
  if (language === undefined || language === screens) return null;
  const nameOf = (id: string): string => LANGUAGES[id]?.name ?? id;
  return (
    <p class="dim">
      {t('readIn.case', { language: nameOf(language) })} {t('readIn.menus', { language: nameOf(screens) })}
    </p>
  );
}

/** The participants by desk. */
function Roster() {
  const t = useT('desk');
  const { state, seat: own } = useSeat();
  const roster = state.public?.roster ?? [];
  const roles = [...new Set(roster.map((entry) => entry.role))].sort();
  return (
    <section class="stack" aria-labelledby="here">
      <h2 id="here">
        {t('lobby.here', { count: roster.filter((entry) => entry.connected && !entry.simulated).length })}
      </h2>
      <div class="columns">
        {roles.map((role) => (
          <Card key={role} tone="flat">
            {role ? <RoleTag role={role} long /> : <span class="dim">{t('lobby.unseated')}</span>}
            <ul class="plain stack tight">
              {roster
                .filter((entry) => entry.role === role)
                .map((entry) => (
                  <li key={entry.seat} class="spread">
                    <span class={entry.connected ? '' : 'dim'}>
                      {entry.simulated ? t('shared.simulated') : <bdi>{entry.name}</bdi>}
                      {entry.seat === own && <span class="dim"> · {t('you')}</span>}
                    </span>
                    <span class="small dim">
                      {entry.connected
                        ? entry.briefRead && !entry.simulated
                          ? t('brief.wasRead')
                          : ''
                        : t('lobby.away')}
                    </span>
                  </li>
                ))}
            </ul>
          </Card>
        ))}
      </div>
    </section>
  );
}
