import { useEffect } from 'preact/hooks';
import { TRAINER } from '../../../../shared/access/stored-names.ts';
import { useT } from '../../../i18n/index.ts';
import { messages } from '../../../state/selectors.ts';
import { Button, Card, CaseTime, Checks, EmptyState, Prose, TextArea } from '../../kit/index.ts';
import { useSeat } from '../../../context/seat.ts';
import { useOtherDesks } from '../share/use-receivers.ts';
import { useNames } from '../../../names/use-names.ts';
import { useSend } from '../work/use-send.ts';

/** Messages between desks and from the trainer, and what people of the case said to this desk. */
export function Messages() {
  const t = useT('share');
  const seat = useSeat();
  const names = useNames();
  const all = messages(seat.world);
  const unseen = all
    .filter((message) => message.by !== seat.role && seat.isNew(`message:${message.id}`, message.at))
    .map(({ id }) => id);
  useEffect(() => {
    for (const id of unseen) seat.markSeen(`message:${id}`);
  }, [unseen.join()]);
  return (
    <>
      {!seat.readOnly && <WriteMessage />}
      {all.length === 0 && <EmptyState title={t('message.none')} text={t('message.noneText')} />}
      <ul class="plain stack tight" aria-live="polite">
        {all.map((message) => (
          <li key={message.id}>
            <Card tone="flat">
              <p class="small dim">
                {message.person === undefined ? names.actor(message.by, message.seat) : names.person(message.person)} →{' '}
                {names.list(message.to.map((to) => (to === 'all' ? t('message.everyone') : receiverName(to, names))))} ·{' '}
                <CaseTime at={message.at} />
              </p>
              <Prose text={seat.textOf(message.text)} />
            </Card>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Accepts `role:police`, `seat:s3` or a bare role id. */
function receiverName(to: string, names: ReturnType<typeof useNames>): string {
  if (to.startsWith('seat:')) return names.seat(to.slice('seat:'.length));
  return names.role(to.startsWith('role:') ? to.slice('role:'.length) : to);
}

function WriteMessage() {
  const t = useT('share');
  const { busy, send } = useSend();
  const desks = useOtherDesks();
  const [form, set, clear] = useSeat().draft('message', { to: [] as string[], text: '' });
  const submit = (): void => send({ type: 'send-message', to: form.to, text: form.text }, clear);
  return (
    <details class="more card flat">
      <summary>{t('message.write')}</summary>
      <div class="stack">
        <Checks
          label={t('shared.to')}
          hint={t('message.toWhy')}
          columns
          values={form.to}
          onChange={(to) => set({ to })}
          options={[...desks, { value: TRAINER, label: t('actor.trainer') }]}
        />
        <TextArea label={t('shared.message')} value={form.text} onChange={(text) => set({ text })} />
        <div class="row">
          <Button busy={busy} disabled={form.to.length === 0 || form.text.trim() === ''} onClick={submit}>
            {t('send')}
          </Button>
        </div>
      </div>
    </details>
  );
}
