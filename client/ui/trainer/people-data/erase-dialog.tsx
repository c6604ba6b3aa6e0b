/** Asks for confirmation before a class is erased, because it cannot be restored. */
import { useState } from 'preact/hooks';
import { deleteExercise, type ErrorCode } from '../../../connection/api.ts';
import { Button, Dialog, useT } from '../../kit/index.ts';
import { Problem } from '../shell/problem.tsx';

interface EraseDialogProps {
  exercise: string;
  /** The display name of the class. */
  name: string;
  changed: () => void;
  close: () => void;
}

export function EraseDialog({ exercise, name, changed, close }: EraseDialogProps) {
  const t = useT('trainer');
  const [error, setError] = useState<ErrorCode>();
  const erase = async (): Promise<void> => {
    const answer = await deleteExercise(exercise);
    changed();
    if (answer.ok) close();
    else setError(answer.error);
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
      {error && <Problem error={error} />}
    </Dialog>
  );
}
