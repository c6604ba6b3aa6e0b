/** What is kept of the people of one class: take it out, erase one person, or take all names and words away. */
import { useState } from 'preact/hooks';
import type { ExerciseCard, PersonLine } from '../../../shared/protocol/api.ts';
import {
  type ApiResult,
  anonymiseClass,
  AUDIT_FILE,
  type ErrorCode,
  erasePerson,
  personExport,
  readPeople,
} from '../../connection/api.ts';
import { formatDate } from '../../i18n/formats.ts';
import { Button, Dialog, Notice, useT, Waiting } from '../kit/index.ts';
import { Problem } from './problem.tsx';
import { useAnswer } from './use-answer.ts';

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
  const [busy, setBusy] = useState(false);
  const confirm = async (): Promise<void> => {
    if (!asked) return;
    setBusy(true);
    const answer: ApiResult<unknown> =
      asked === 'everybody'
        ? await anonymiseClass(exercise.exercise)
        : await erasePerson(exercise.exercise, asked.seat);
    setBusy(false);
    setAsked(undefined);
    setError(answer.ok ? undefined : answer.error);
    people.again();
    changed();
  };
  const named = ({ seat, name }: Pick<PersonLine, 'seat' | 'name'>): string =>
    name || t('personal.person', { number: seat.slice(1) });
  if (asked) {
    const what = asked === 'everybody' ? 'everybody' : 'one';
    const footer = (
      <>
        <Button kind="quiet" onClick={() => setAsked(undefined)}>
          {t('cancel')}
        </Button>
        <Button kind="danger" busy={busy} onClick={() => void confirm()}>
          {t(`personal.${what}Yes`)}
        </Button>
      </>
    );
    const name = asked === 'everybody' ? '' : named(asked);
    return (
      <Dialog open title={t(`personal.${what}Title`, { name })} onClose={() => setAsked(undefined)} footer={footer}>
        <p>{t(`personal.${what}Text`)}</p>
        <p>{t('personal.backups')}</p>
      </Dialog>
    );
  }
  const over = exercise.status === 'ended';
  const desk = (role: string): string => exercise.roles.find((one) => one.role === role)?.title ?? '';
  return (
    <Dialog open wide title={t('personal.title')} onClose={close}>
      <p>{t('personal.goes', { date: formatDate(exercise.goesAt) })}</p>
      {!over && <Notice title={t('personal.notEnded')} />}
      {error && <Problem error={error} />}
      {people.error && <Problem error={people.error} again={people.again} />}
      {!people.value && !people.error && <Waiting />}
      {people.value?.length === 0 && <p class="dim">{t('personal.nobody')}</p>}
      <ul class="plain class-list">
        {people.value?.map((line) => (
          <li key={line.seat} class="card flat class-line">
            <span class="stack tight grow">
              <span class="strong" dir="auto">
                {named(line)}
              </span>
              <span class="small dim">{desk(line.role)}</span>
            </span>
            <Take exercise={exercise.exercise} line={line} name={named(line)} />
            {over && line.name !== '' && (
              <Button
                kind="quiet"
                size="small"
                onClick={() => setAsked(line)}
                aria-label={t('personal.eraseOne', { name: named(line) })}
              >
                {t('home.erase')}
              </Button>
            )}
          </li>
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
