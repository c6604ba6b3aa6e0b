/** A message from the trainer to the inbox of some desks. */
import { useState } from 'preact/hooks';
import { Button, Checks, Dialog, TextArea, useKit, useT } from '../../../kit/index.ts';
import { useConsole } from '../console-context.ts';
import { useRoom } from '../../class/room.tsx';

export function MessageDialog({ to }: { to: readonly string[] }) {
  const t = useT('trainer');
  const { show } = useConsole();
  const { exercise, tools } = useRoom();
  const { card } = useKit();
  const [desks, setDesks] = useState<string[]>(to.length > 0 ? [...to] : exercise.roles.map((role) => role.role));
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const send = async (): Promise<void> => {
    setBusy(true);
    const answer = await tools.send({ type: 'whisper', to: desks, text: text.trim() });
    setBusy(false);
    if (answer.ok) show(undefined);
  };
  return (
    <Dialog
      open
      title={t('message.title')}
      onClose={() => show(undefined)}
      footer={
        <Button busy={busy} disabled={desks.length === 0 || text.trim() === ''} onClick={() => void send()}>
          {t('message.send', { count: desks.length })}
        </Button>
      }
    >
      <TextArea label={t('shared.message')} hint={t('message.hint')} value={text} onChange={setText} />
      <Checks
        label={t('shared.to')}
        options={exercise.roles.map((role) => ({
          value: role.role,
          label: card(`role:${role.role}`)?.title ?? role.title,
        }))}
        values={desks}
        onChange={setDesks}
        columns
      />
    </Dialog>
  );
}
