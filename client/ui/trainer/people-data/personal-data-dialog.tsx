/** What is kept of the people of one class: take it out, erase one person, or take all names and words away. */
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

interface Props {
  exercise: ExerciseCard;
  changed: () => void;
  close: () => void;
}

/** What was pressed and not confirmed yet. */
type Asked = { seat: string; name: string } | 'everybody';

export function PersonalDataDialog({ exercise, changed, close }: Props) {
  const t = useT('trainer');
  const people = useAnswer(exercise.exercise, () => readPeople(exercise.exercise));
  const [asked, setAsked] = useState<Asked>();
  const [error, setError] = useState<ErrorCode>();
  const confirmed = async (what: Asked): Promise<void> => {
    const { exercise: id } = exercise;
    const answer: ApiResult<unknown> =
      what === 'everybody' ? await anonymiseClass(id) : await erasePerson(id, what.seat);
    setAsked(undefined);
    setError(answer.ok ? undefined : answer.error);
    people.again();
    changed();
  };
  const title = exercise.label ?? exercise.title;
  if (asked) return <Confirm {...{ asked, title }} yes={() => confirmed(asked)} no={() => setAsked(undefined)} />;
  const over = exercise.status === 'ended';
  return (
    <Dialog open wide title={t('personal.of', { title })} onClose={close}>
      <p>{t('personal.goes', { date: formatDate(exercise.goesAt) })}</p>
      {!over && <Notice title={t('personal.notEnded')} />}
      {error && <Problem error={error} />}
      {people.error && <Problem error={people.error} again={people.again} />}
      {!people.value && !people.error && <Waiting />}
      {people.value?.length === 0 && <p class="dim">{t('personal.nobody')}</p>}
      <ul class="plain class-list">
        {people.value?.map((line) => (
          <Person key={line.seat} {...{ exercise, line }} erase={over ? () => setAsked(line) : undefined} />
        ))}
      </ul>
      <div class="row">
        {over && (
          <Button kind="quiet" onClick={() => setAsked('everybody')}>
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

/** A name, or a number where the name was erased. */
function useNamed(): (line: Pick<PersonLine, 'seat' | 'name'>) => string {
  const t = useT('trainer');
  return ({ seat, name }) => name || t('personal.person', { number: seat.slice(1) });
}

interface ConfirmProps {
  asked: Asked;
  /** Of the class. */
  title: string;
  yes: () => Promise<void>;
  no: () => void;
}

/** The second step: what will be gone, and that backups still hold it. */
function Confirm({ asked, title, yes, no }: ConfirmProps) {
  const t = useT('trainer');
  const named = useNamed();
  const [busy, setBusy] = useState(false);
  const what = asked === 'everybody' ? 'everybody' : 'one';
  const press = (): void => {
    setBusy(true);
    void yes();
  };
  const footer = (
    <>
      <Button kind="quiet" onClick={no}>
        {t('cancel')}
      </Button>
      <Button kind="danger" busy={busy} onClick={press}>
        {t(`personal.${what}Yes`)}
      </Button>
    </>
  );
  const name = asked === 'everybody' ? '' : named(asked);
  return (
    <Dialog open title={t(`personal.${what}Title`, { name, title })} onClose={no} footer={footer}>
      <p>{t(`personal.${what}Text`)}</p>
      <p>{t('personal.backups')}</p>
    </Dialog>
  );
}

interface PersonProps {
  exercise: ExerciseCard;
  line: PersonLine;
  /** Undefined while it would be refused. */
  erase: (() => void) | undefined;
}

function Person({ exercise, line, erase }: PersonProps) {
  const t = useT('trainer');
  const name = useNamed()(line);
  return (
    <li class="card flat class-line">
      <span class="stack tight grow">
        <span class="strong">
          <bdi>{name}</bdi>
        </span>
        <span class="small dim">{exercise.roles.find(({ role }) => role === line.role)?.title}</span>
      </span>
      <Take exercise={exercise.exercise} line={line} name={name} />
      {erase && line.name !== '' && (
        <Button kind="quiet" size="small" onClick={erase} aria-label={t('personal.eraseOne', { name })}>
          {t('home.erase')}
        </Button>
      )}
    </li>
  );
}

/** The two files of one person: to be read, and for other programs. */
function Take({ exercise, line, name }: { exercise: string; line: PersonLine; name: string }) {
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
