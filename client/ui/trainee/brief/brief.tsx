/** The role brief: purpose, powers, limits, duties, colleagues and first steps of this desk. */
import type { ComponentChildren } from 'preact';
import { useT } from '../../../i18n/index.ts';
import type { SeatSession } from '../../../connection/seat-session.ts';
import { Button, Card, Chip, Emblem, go, Prose, useRole, useRoute, Waiting } from '../../kit/index.ts';
import { useSeat } from '../../../context/seat.ts';

/** `onDone` is called after “I have read it”; without it the desk opens. */
export function Brief({ session, onDone }: { session?: SeatSession; onDone?: () => void }) {
  const t = useT('desk');
  const seat = useSeat();
  const card = seat.card(`role:${seat.role}`);
  const names = useRole(seat.role);
  const first = useRoute().parts[1] !== 'brief';
  if (!card) return <Waiting />;
  const read = (): void => {
    seat.markSeen(`brief:${seat.role}`);
    void session?.connection.tell('ready', { briefRead: true, ready: true });
    if (onDone) onDone();
    else if (!first) go('/play/desk');
  };
  const started = (seat.state.public?.status ?? 'lobby') !== 'lobby';
  return (
    <article class="stack wide measure">
      <header class="row nowrap">
        <Emblem emblem={names.emblem} size={56} />
        <div>
          <p class="small dim">{t('brief.lead')}</p>
          <h1>
            <bdi>{names.title}</bdi>
          </h1>
        </div>
      </header>
      <Prose text={card.text} />
      <Lines title={t('brief.firstSteps')} lines={card?.facts?.firstSteps ?? []} ordered />
      <Card level={2} title={t('brief.powers')}>
        <p class="small dim">{t('brief.powersHint')}</p>
        <ul class="plain row tight">
          {(card?.facts?.powers ?? []).map((power) => (
            <li key={power}>
              <Chip>{t(`power.${power}`)}</Chip>
            </li>
          ))}
        </ul>
      </Card>
      <Lines title={t('brief.limits')} lines={card?.facts?.limits ?? []} />
      <Lines title={t('brief.duties')} lines={card?.facts?.duties ?? []} />
      <Colleagues />
      {!seat.mirror && (
        <div class="row">
          <Button onClick={read}>{t(started && !onDone ? 'brief.toDesk' : 'brief.read')}</Button>
        </div>
      )}
    </article>
  );
}

function Lines({ title, lines, ordered = false }: { title: string; lines: readonly string[]; ordered?: boolean }) {
  if (lines.length === 0) return null;
  const items: ComponentChildren = lines.map((line) => (
    <li key={line} dir="auto">
      {line}
    </li>
  ));
  return (
    <Card level={2} title={title}>
      <div class="prose">{ordered ? <ol>{items}</ol> : <ul>{items}</ul>}</div>
    </Card>
  );
}

function Colleagues() {
  const t = useT('desk');
  const { state, role, seat } = useSeat();
  const names = (state.public?.roster ?? []).filter(
    (entry) => entry.role === role && entry.seat !== seat && !entry.simulated,
  );
  return (
    <Card level={2} title={t('brief.colleagues')}>
      {names.length === 0 ? (
        <p class="dim">{t('brief.alone')}</p>
      ) : (
        <p>
          {names.map((entry) => (
            <bdi key={entry.seat} class="chip">
              {entry.name}
            </bdi>
          ))}
        </p>
      )}
      <p class="small dim">{t('brief.shared')}</p>
    </Card>
  );
}
