/** The trainer's own second step before a class goes: nothing of it can be had back. */
import { useState } from 'preact/hooks';
import { deleteExercise, type ErrorCode } from '../../../connection/api.ts';
import { Button, Dialog, useT } from '../../kit/index.ts';
import { Problem } from '../shell/problem.tsx';

interface Props {
  exercise: string;
  /** What people call the class. */
  name: string;
  changed: () => void;
  close: () => void;
}

export function EraseDialog({ exercise, name, changed, close }: Props) {
  const t = useT('trainer');
  const [refused, setRefused] = useState<ErrorCode>();
  const erase = async (): Promise<void> => {
    const answer = await deleteExercise(exercise);
    changed();
    if (answer.ok) close();
    else setRefused(answer.error);
  };
  const footer = (
    <>
      <Button kind="quiet" onClick={close}>
        {t('cancel')}
      </Button>
      <Button kind="danger" onClick={() => void erase()}>
        {t('home.eraseYes')}
      </Button>
    </>
  );
  return (
    <Dialog open title={t('home.eraseTitle')} onClose={close} footer={footer}>
      <p class="strong">
        <bdi>{name}</bdi>
      </p>
      <p>{t('home.eraseText')}</p>
      {refused && <Problem error={refused} />}
    </Dialog>
  );
}
