/** The personal data of one class: export, erase one person, or anonymise all. */
import { useState } from 'preact/hooks';
import type { ExerciseCard, PersonLine } from '../../../../shared/protocol/api.ts';
import {
  type ApiResult,
  anonymiseClass,
  AUDIT_FILE,
  type ErrorCode,
  erasePerson,
  personExport,
  readPeople,
} from '../../../connection/api.ts';
import { formatDate } from '../../../i18n/formats.ts';
import { Button, Dialog, Notice, useT, Waiting } from '../../kit/index.ts';
import { Problem } from '../shell/problem.tsx';
import { useAnswer } from '../shell/use-answer.ts';

interface PersonalDataDialogProps {
  exercise: ExerciseCard;
  changed: () => void;
  close: () => void;
}

/** The action that waits for confirmation. */
type PendingAction = { seat: string; name: string } | 'everybody';

export function PersonalDataDialog({ exercise, changed, close }: PersonalDataDialogProps) {
  const t = useT('trainer');
  const people = useAnswer(exercise.exercise, () => readPeople(exercise.exercise));
  const [pending, setPending] = useState<PendingAction>();
  const [error, setError] = useState<ErrorCode>();
  const perform = async (what: PendingAction): Promise<void> => {
    const { exercise: id } = exercise;
    const answer: ApiResult<unknown> =
      what === 'everybody' ? await anonymiseClass(id) : await erasePerson(id, what.seat);
    setPending(undefined);
    setError(answer.ok ? undefined : answer.error);
    people.reload();
    changed();
  };
  const title = exercise.label ?? exercise.title;
  if (pending)
    return (
      <Confirm {...{ pending, title }} onConfirm={() => perform(pending)} onCancel={() => setPending(undefined)} />
    );
  const hasEnded = exercise.status === 'ended';
  return (
    <Dialog open wide title={t('personal.of', { title })} onClose={close}>
      <p>{t('personal.goes', { date: formatDate(exercise.goesAt) })}</p>
      {!hasEnded && <Notice title={t('personal.notEnded')} />}
      {error && <Problem error={error} />}
      {people.error && <Problem error={people.error} onRetry={people.reload} />}
      {!people.value && !people.error && <Waiting />}
      {people.value?.length === 0 && <p class="dim">{t('personal.nobody')}</p>}
      <ul class="plain class-list">
        {people.value?.map((line) => (
          <Person key={line.seat} {...{ exercise, line }} erase={hasEnded ? () => setPending(line) : undefined} />
        ))}
      </ul>
      <div class="row">
        {hasEnded && (
          <Button kind="quiet" onClick={() => setPending('everybody')}>
            {t('personal.anonymise')}
          </Button>
        )}
        <a class="btn quiet" href={AUDIT_FILE} download>
          {t('personal.audit')}
        </a>
      </div>
    </Dialog>
  );
}

/** Returns a person's name, or a number if the name was erased. */
function usePersonName(): (line: Pick<PersonLine, 'seat' | 'name'>) => string {
  const t = useT('trainer');
  return ({ seat, name }) => name || t('personal.person', { number: seat.slice(1) });
}

interface ConfirmProps {
  pending: PendingAction;
  /** The title of the class. */
  title: string;
  onConfirm: () => Promise<void>;
  onCancel: () => void;
}

/** Asks for confirmation: what will be erased, and that backups still hold it. */
function Confirm({ pending, title, onConfirm, onCancel }: ConfirmProps) {
  const t = useT('trainer');
  const nameOf = usePersonName();
  const [busy, setBusy] = useState(false);
  const what = pending === 'everybody' ? 'everybody' : 'one';
  const press = (): void => {
    setBusy(true);
    void onConfirm();
  };
  const footer = (
    <>
      <Button kind="quiet" onClick={onCancel}>
        {t('cancel')}
      </Button>
      <Button kind="danger" busy={busy} onClick={press}>
        {t(`personal.${what}Yes`)}
      </Button>
    </>
  );
  const name = pending === 'everybody' ? '' : nameOf(pending);
  return (
    <Dialog open title={t(`personal.${what}Title`, { name, title })} onClose={onCancel} footer={footer}>
      <p>{t(`personal.${what}Text`)}</p>
      <p>{t('personal.backups')}</p>
    </Dialog>
  );
}

interface PersonProps {
  exercise: ExerciseCard;
  line: PersonLine;
  /** Undefined while the server would refuse. */
  erase: (() => void) | undefined;
}

function Person({ exercise, line, erase }: PersonProps) {
  const t = useT('trainer');
  const name = usePersonName()(line);
  return (
    <li class="card flat class-line">
      <span class="stack tight grow">
        <span class="strong">
          <bdi>{name}</bdi>
        </span>
        <span class="small dim">{exercise.roles.find(({ role }) => role === line.role)?.title}</span>
      </span>
      <ExportLinks exercise={exercise.exercise} line={line} name={name} />
      {erase && line.name !== '' && (
        <Button kind="quiet" size="small" onClick={erase} aria-label={t('personal.eraseOne', { name })}>
          {t('home.erase')}
        </Button>
      )}
    </li>
  );
}

/** The export of one person: as text, and as JSON. */
function ExportLinks({ exercise, line, name }: { exercise: string; line: PersonLine; name: string }) {
  const t = useT('trainer');
  return (
    <>
      {(['txt', 'json'] as const).map((ending) => (
        <a
          key={ending}
          class="btn quiet small"
          href={personExport(exercise, line.seat, ending)}
          download
          aria-label={t(`personal.${ending}One`, { name })}
        >
          {t(`personal.${ending}`)}
        </a>
      ))}
    </>
  );
}
