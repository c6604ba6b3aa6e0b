/** The wall before the start: code, address, QR code, and the people at each desk. Legible from the back row. */
import { TRAINER } from '../../../shared/access/stored-names.ts';
import type { ExerciseCard, JoinRole } from '../../../shared/protocol/api.ts';
import type { PublicSeat } from '../../../shared/protocol/messages.ts';
import { Emblem, useT } from '../kit/index.ts';
import { coverageOf, type DeskRoster } from '../trainer/class/coverage.ts';

export function WallLobby({ card, roster }: { card: ExerciseCard; roster: readonly PublicSeat[] }) {
  const t = useT('trainer');
  const coverage = coverageOf(card.roles, roster);
  const halves = [card.pin.slice(0, 3), card.pin.slice(3)];
  return (
    <main class="wall" id="content">
      <header class="wall-head">
        <div>
          <p class="wall-kicker" dir="auto">
            {card.title} · {t('minutes', { count: card.lengthMinutes })}
          </p>
          <h1>{t('wall.join')}</h1>
          {card.addresses.length === 0 && <p class="wall-needs">{t('noNetwork')}</p>}
          <ul class="plain wall-addresses">
            {card.addresses.slice(0, 2).map((address) => (
              <li key={address} dir="ltr">
                {address}
              </li>
            ))}
          </ul>
        </div>
        {card.qrSvg !== '' && <Qr svg={card.qrSvg} label={t('wall.qr')} />}
      </header>
      <p
        class="wall-pin num"
        dir="ltr"
        role="img"
        aria-label={t('wall.pinSpoken', { pin: card.pin.split('').join(' ') })}
      >
        <span>{halves[0]}</span> <span>{halves[1]}</span>
      </p>
      <ul class="plain wall-desks">
        {coverage.desks.map((desk) => (
          <WallDesk key={desk.role} desk={desk} role={card.roles.find((each) => each.role === desk.role)} />
        ))}
      </ul>
      <p class="wall-count" role="status">
        {coverage.unseated.length > 0 && (
          <span class="dim">{t('wall.unseated', { count: coverage.unseated.length })} · </span>
        )}
        {t('lobby.here', { here: coverage.here, count: coverage.all })}
      </p>
    </main>
  );
}

/** The QR code from the server as an image, so that it cannot run scripts. */
function Qr({ svg, label }: { svg: string; label: string }) {
  return <img class="wall-qr" src={`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`} alt={label} />;
}

function WallDesk({ desk, role }: { desk: DeskRoster; role: JoinRole | undefined }) {
  const t = useT('trainer');
  const empty = desk.seats.length === 0 && !desk.simulated;
  return (
    <li class={empty ? 'card wall-desk waiting' : 'card wall-desk'}>
      <h2>
        <Emblem emblem={role?.emblem ?? TRAINER} size={36} /> <bdi>{role?.short ?? desk.role}</bdi>
      </h2>
      <Names seats={desk.seats} />
      {desk.simulated && <p class="dim">{t('simulated.wall')}</p>}
      {empty && (
        <p class={desk.required ? 'wall-needs' : 'dim'}>{t(desk.required ? 'lobby.needsOne' : 'lobby.mayStayEmpty')}</p>
      )}
    </li>
  );
}

const MAX_NAMES = 5;

/** The names as typed. A desk with many people shows the newest and a number. */
function Names({ seats }: { seats: readonly PublicSeat[] }) {
  const t = useT('trainer');
  const shown = seats.length > MAX_NAMES ? seats.slice(-MAX_NAMES + 1) : seats;
  return (
    <ul class="plain wall-names">
      {shown.map((seat) => (
        <li key={seat.seat} class={seat.connected ? 'arrived' : 'arrived gone'}>
          <bdi>{seat.name}</bdi>
        </li>
      ))}
      {shown.length < seats.length && <li class="dim">{t('andMore', { count: seats.length - shown.length })}</li>}
    </ul>
  );
}
