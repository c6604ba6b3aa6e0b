/** The dialog that replaces or removes the interpreter of an interview. Available at every stage. */
import { useState } from 'preact/hooks';
import { Button, Dialog, useT } from '../../kit/index.ts';
import type { Interview } from '../../../../shared/exercise/world.ts';
import { useSend } from '../work/use-send.ts';
import { HelperSelect } from './helper-select.tsx';

export function ChangeInterpreter({
  id,
  interview,
  open,
  onClose,
}: {
  id: string;
  interview: Interview;
  open: boolean;
  onClose: () => void;
}) {
  const t = useT('work');
  const { busy, send } = useSend();
  const [choice, setChoice] = useState(interview.interpreter ?? '');
  const change = (): void =>
    send({ type: 'change-interpreter', interview: id, interpreter: choice === '' ? undefined : choice }, onClose);
  return (
    <Dialog
      open={open}
      title={t('interview.prepare.changeTitle')}
      onClose={onClose}
      footer={
        <Button kind="primary" busy={busy} disabled={choice === (interview.interpreter ?? '')} onClick={change}>
          {t('interview.prepare.changeSubmit')}
        </Button>
      }
    >
      <HelperSelect kind="interpreter" value={choice} onChange={setChoice} />
    </Dialog>
  );
}
