/** A dissent with its reason, which goes on record. */
import { useState } from 'preact/hooks';
import { Button, Dialog, TextArea, useT } from '../../kit/index.ts';
import { useSeat } from '../../../context/seat.ts';

export function Dissent({
  draftKey,
  busy,
  onSend,
}: {
  draftKey: string;
  busy: boolean;
  onSend: (text: string, then: () => void) => void;
}) {
  const seat = useSeat();
  const t = useT('work');
  const [open, setOpen] = useState(false);
  const [draft, setDraft, clear] = seat.draft(draftKey, { text: '' });
  const close = (): void => {
    clear();
    setOpen(false);
  };
  return (
    <>
      <Button kind="quiet" onClick={() => setOpen(true)}>
        {t('dissent.button')}
      </Button>
      <Dialog
        open={open}
        title={t('dissent.title')}
        onClose={() => setOpen(false)}
        footer={
          <Button busy={busy} disabled={draft.text.trim() === ''} onClick={() => onSend(draft.text.trim(), close)}>
            {t('dissent.submit')}
          </Button>
        }
      >
        <TextArea
          label={t('shared.reason')}
          hint={t('dissent.hint')}
          value={draft.text}
          onChange={(text) => setDraft({ text })}
        />
      </Dialog>
    </>
  );
}
