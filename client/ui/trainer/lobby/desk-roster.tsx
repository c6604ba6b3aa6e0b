/** The people of one desk in the lobby, with the trainer's actions for each. */
import { useState } from 'preact/hooks';
import type { PublicSeat } from '../../../../shared/protocol/messages.ts';
import { makeSeatCode } from '../../../connection/api.ts';
import { Button, Card, Chip, Dialog, RoleTag, useKit, useT } from '../../kit/index.ts';
import { useRoom } from '../class/room.tsx';
import { SimulatedDesk } from '../simulated/simulated-desk.tsx';

export function DeskRosterCard({
  role,
  seats,
  required = false,
  simulated = false,
}: {
  role: string | undefined;
  seats: readonly PublicSeat[];
  required?: boolean;
  simulated?: boolean;
}) {
  const t = useT('trainer');
  const { away } = useRoom();
  const [managed, setManaged] = useState<string>();
  const open = seats.find((seat) => seat.seat === managed);
  return (
    <Card
      accent={role}
      title={role ? <RoleTag role={role} long /> : t('lobby.noDesk')}
      aside={
        simulated ? (
          <Chip>{t('shared.simulated')}</Chip>
        ) : (
          seats.length === 0 && (
            <Chip tone={required ? 'due' : 'plain'}>{t(required ? 'lobby.needsOne' : 'lobby.mayStayEmpty')}</Chip>
          )
        )
      }
    >
      {seats.length > 0 && (
        <ul class="plain roster">
          {seats.map((seat) => (
            <li key={seat.seat} class="roster-line">
              <span class={seat.connected ? 'presence on' : 'presence'} aria-hidden="true" />
              <bdi class="grow">{seat.name}</bdi>
              <span class="visually-hidden">{t(seat.connected ? 'seat.connected' : 'seat.away')}</span>
              {away[seat.seat] && <Chip>{t('seat.steppedOut')}</Chip>}
              {!seat.connected && <Chip tone="due">{t('seat.away')}</Chip>}
              {seat.ready ? (
                <Chip tone="good">{t('seat.ready')}</Chip>
              ) : (
                <Chip>{t(seat.briefRead ? 'seat.briefRead' : 'seat.briefOpen')}</Chip>
              )}
              <Button
                kind="quiet"
                size="small"
                onClick={() => setManaged(seat.seat)}
                aria-label={t('seat.manageOne', { name: seat.name })}
              >
                {t('edit')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {role !== undefined && <SimulatedDesk role={role} />}
      {open && <SeatDialog seat={open} onClose={() => setManaged(undefined)} />}
    </Card>
  );
}

/** Moves, readmits or frees a seat. */
export function SeatDialog({ seat, onClose }: { seat: PublicSeat; onClose: () => void }) {
  const t = useT('trainer');
  const { exercise, tools } = useRoom();
  const { card } = useKit();
  const [code, setCode] = useState<string>();
  const [failed, setFailed] = useState(false);
  const move = async (role: string): Promise<void> => {
    const answer = await tools.send({ type: 'seat', seat: seat.seat, role });
    if (answer.ok) onClose();
  };
  const recover = async (): Promise<void> => {
    const answer = await makeSeatCode(exercise.exercise, seat.seat);
    setFailed(!answer.ok);
    if (answer.ok) setCode(answer.value.code);
  };
  const free = async (): Promise<void> => {
    await tools.send({ type: 'free-seat', seat: seat.seat });
    onClose();
  };
  return (
    <Dialog open title={seat.name} onClose={onClose}>
      <section class="stack tight">
        <h3>{t('seat.move')}</h3>
        <div class="row tight">
          {exercise.roles
            .filter((role) => role.role !== seat.role)
            .map((role) => (
              <Button key={role.role} kind="quiet" onClick={() => void move(role.role)}>
                {card(`role:${role.role}`)?.title ?? role.title}
              </Button>
            ))}
        </div>
      </section>
      <section class="stack tight">
        <h3>{t('seat.lost')}</h3>
        <p>{t('seat.lostText')}</p>
        {code ? (
          <p class="one-time-code num" aria-live="polite">
            {code}
          </p>
        ) : (
          <Button kind="quiet" onClick={() => void recover()}>
            {t('seat.code')}
          </Button>
        )}
        {failed && <p role="alert">{t('error.internal')}</p>}
      </section>
      <section class="stack tight">
        <h3>{t('seat.free')}</h3>
        <p>{t('seat.freeText')}</p>
        <Button kind="danger" onClick={() => void free()}>
          {t('seat.freeYes')}
        </Button>
      </section>
    </Dialog>
  );
}
