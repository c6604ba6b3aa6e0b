/** One desk at a glance: presence, activity, deadlines, crossed red lines. */
import { useState } from 'preact/hooks';
import { Button, Card, Chip, Deadline, RoleTag, useNow, useT } from '../../../kit/index.ts';
import { useNames } from '../../../../names/use-names.ts';
import { useSentence } from '../../../debrief/use-sentence.ts';
import { useConsole } from '../console-context.ts';
import type { DeskDeadline, Doing } from './desk-facts.ts';
import { deadlinesOf, doingAt, expectationsOf, quietMinutes } from './desk-facts.ts';
import { raisedHands } from '../../../../state/selectors.ts';
import { useRoom } from '../../class/room.tsx';
import { useSimulating } from '../../simulated/simulated-desk.tsx';

const QUIET_AFTER_MINUTES = 5;

export function DeskCard({ role }: { role: string }) {
  const t = useT('trainer');
  const { tools, publicState, away } = useRoom();
  const { answer, show } = useConsole();
  const now = useNow();
  const simulating = useSimulating(role);
  const seats = publicState.roster.filter((seat) => seat.role === role && !seat.simulated);
  const quiet =
    seats.length > 0 && publicState.status === 'running' && !simulating.on
      ? quietMinutes(answer?.lastAct[role], startedAt(answer), now, publicState.pace)
      : 0;
  const hands = Object.keys(raisedHands(tools.world)).filter((seat) => seats.some((each) => each.seat === seat));
  const crossed = answer?.crossed.filter((line) => line.desks.includes(role)) ?? [];
  return (
    <Card
      accent={role}
      title={<RoleTag role={role} />}
      aside={<Presence seats={seats} away={away} simulated={simulating.on} />}
    >
      <DoingLine role={role} />
      <Deadlines deadlines={deadlinesOf(tools.world, role, expectationsOf(answer)).slice(0, 2)} />
      <p class="row tight desk-marks">
        {simulating.on && (
          <button type="button" class="chip" onClick={() => show({ open: 'simulated' })}>
            {t('simulated.as', { manner: t(`manner.${simulating.manner ?? 'rule-bound'}`) })}
          </button>
        )}
        {hands.length > 0 && <RaisedHands role={role} count={hands.length} />}
        {quiet >= QUIET_AFTER_MINUTES && <Chip tone="due">{t('desk.quiet', { count: quiet })}</Chip>}
        {crossed.slice(0, 1).map((line) => (
          <RedLineChip key={line.redLine} redLine={line.redLine} repaired={line.repaired} />
        ))}
        {crossed.length > 1 && <Chip tone="alert">{t('desk.moreLines', { count: crossed.length - 1 })}</Chip>}
      </p>
      <p class="row tight desk-actions">
        <Button kind="quiet" size="small" onClick={() => show({ open: 'see', role })}>
          {t('desk.see')}
        </Button>
        <Button kind="quiet" size="small" onClick={() => show({ open: 'message', to: [role] })}>
          {t(quiet >= QUIET_AFTER_MINUTES ? 'desk.nudge' : 'desk.message')}
        </Button>
        {simulating.offered && (
          <Button kind="quiet" size="small" onClick={() => void simulating.simulate()}>
            {t(seats.length > 0 ? 'simulated.keep' : 'simulated.begin')}
          </Button>
        )}
      </p>
    </Card>
  );
}

/** The hands that are up at a desk. A message answers them; after an answer by mouth, a message says so and takes them down. */
function RaisedHands({ role, count }: { role: string; count: number }) {
  const t = useT('trainer');
  const { tools } = useRoom();
  const { show } = useConsole();
  const [busy, setBusy] = useState(false);
  const answered = async (): Promise<void> => {
    setBusy(true);
    await tools.send({ type: 'whisper', to: [role], text: t('desk.handAnsweredText') });
    setBusy(false);
  };
  return (
    <>
      <button type="button" class="chip due" onClick={() => show({ open: 'message', to: [role] })}>
        {t('desk.hand', { count })}
      </button>
      {!tools.readOnly && (
        <Button kind="quiet" size="small" busy={busy} onClick={() => void answered()}>
          {t('desk.handAnswered')}
        </Button>
      )}
    </>
  );
}

/** Case time of the first entry in the log; before it no desk counts as quiet. */
const startedAt = (answer: ReturnType<typeof useConsole>['answer']): number =>
  Math.min(...(answer?.recent.map((entry) => entry.at) ?? []), Infinity);

function RedLineChip({ redLine, repaired }: { redLine: string; repaired: boolean }) {
  const t = useT('trainer');
  const { name } = useNames();
  return (
    <span class={repaired ? 'chip good' : 'chip alert'}>
      <span class="spoiler">{name('red-line', redLine)}</span>
      {repaired && ` · ${t('desk.repaired')}`}
    </span>
  );
}

/** A dot per seat: connected, disconnected, or stepped out (a ring that only the trainer sees). */
function Presence({
  seats,
  away,
  simulated,
}: {
  seats: { seat: string; name: string; connected: boolean }[];
  away: Record<string, boolean>;
  simulated: boolean;
}) {
  const t = useT('trainer');
  const describe = (seat: { seat: string; name: string; connected: boolean }): string =>
    t(away[seat.seat] ? 'seat.isOut' : seat.connected ? 'seat.isHere' : 'seat.isAway', { name: seat.name });
  return (
    <ul class="plain presences" aria-label={t('desk.seats', { count: seats.length })}>
      {seats.map((seat) => (
        <li key={seat.seat} title={describe(seat)}>
          <span
            class={away[seat.seat] ? 'presence out' : seat.connected ? 'presence on' : 'presence'}
            aria-hidden="true"
          />
          <span class="visually-hidden">{describe(seat)}</span>
        </li>
      ))}
      {seats.length === 0 && !simulated && <li class="small dim">{t('nobody')}</li>}
    </ul>
  );
}

function DoingLine({ role }: { role: string }) {
  const t = useT('trainer');
  const { tools } = useRoom();
  const { answer } = useConsole();
  const { name } = useNames();
  const sentence = useSentence();
  const doing = doingAt(tools.world, role);
  const last = answer?.recent.filter((entry) => entry.by === role).slice(doing.length > 0 ? -1 : -2) ?? [];
  return (
    <div class="small doing spoiler">
      {doing.slice(0, 2).map((each) => (
        <p key={JSON.stringify(each)} class="strong">
          {t(`doing.${each.doing}`, doingParams(each, name))}
        </p>
      ))}
      {last.map((entry) => (
        <p key={entry.seq}>{sentence(entry)}</p>
      ))}
      {doing.length === 0 && last.length === 0 && <p class="dim">{t('desk.nothingYet')}</p>}
    </div>
  );
}

function doingParams(doing: Doing, name: (field: string, id: string) => string): Record<string, string> {
  if ('person' in doing) return { person: name('person', doing.person) };
  if ('place' in doing) return { place: name('place', doing.place) };
  return 'operation' in doing ? { operation: name('operation', doing.operation) } : {};
}

function Deadlines({ deadlines }: { deadlines: readonly DeskDeadline[] }) {
  const { name } = useNames();
  const { tools } = useRoom();
  const label = (deadline: DeskDeadline): string => {
    if (deadline.what === 'duty') return `${name('duty', deadline.id)}, ${name('person', deadline.person)}`;
    if (deadline.what === 'request') return name('kind', deadline.kind);
    return deadline.what === 'action' ? tools.textOf(deadline.text) : name('inject', deadline.id);
  };
  return (
    <>
      {deadlines.map((deadline) => (
        <div key={`${deadline.what} ${deadline.id} ${deadline.due}`} class="desk-deadline spoiler">
          <span class="desk-deadline-label" dir="auto">
            {label(deadline)}
          </span>{' '}
          <Deadline due={deadline.due} />
        </div>
      ))}
    </>
  );
}
