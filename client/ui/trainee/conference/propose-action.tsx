/** The form that proposes an action. Task, desk and deadline are all required. */
import { useState } from 'preact/hooks';
import { Button, Select, TextArea, useT } from '../../kit/index.ts';
import type { Conference } from '../../../../shared/exercise/world.ts';
import { useSeat } from '../../../context/seat.ts';
import { useDueChoices } from '../work/due-choices.ts';
import { useNames } from '../../../names/use-names.ts';
import { useSend } from '../work/use-send.ts';
import { members } from './selectors.ts';

interface ActionDraft extends Record<string, unknown> {
  text: string;
  to: string;
  due: string;
}

export function ProposeAction({ id, conference }: { id: string; conference: Conference }) {
  const seat = useSeat();
  const t = useT('work');
  const [open, setOpen] = useState(false);
  const [draft, setDraft, clear] = seat.draft<ActionDraft>(`conference-action:${id}`, { text: '', to: '', due: '' });
  if (!open && draft.text === '') {
    return (
      <div class="no-print">
        <Button kind="quiet" onClick={() => setOpen(true)}>
          {t('conference.propose')}
        </Button>
      </div>
    );
  }
  const close = (): void => {
    clear();
    setOpen(false);
  };
  return <ActionForm id={id} conference={conference} draft={draft} setDraft={setDraft} onDone={close} />;
}

interface ActionFormProps {
  id: string;
  conference: Conference;
  draft: ActionDraft;
  setDraft: (next: Partial<ActionDraft>) => void;
  onDone: () => void;
}

function ActionForm({ id, conference, draft, setDraft, onDone }: ActionFormProps) {
  const t = useT('work');
  const names = useNames();
  const { busy, send } = useSend();
  const text = draft.text.trim();
  const complete = text !== '' && draft.to !== '' && draft.due !== '';
  const propose = (event: Event): void => {
    event.preventDefault();
    if (complete) send({ type: 'propose-action', conference: id, text, to: draft.to, due: Number(draft.due) }, onDone);
  };
  return (
    <form class="stack cf-propose no-print" onSubmit={propose}>
      <TextArea
        label={t('conference.actionText')}
        value={draft.text}
        onChange={(value) => setDraft({ text: value })}
        rows={2}
      />
      <Select
        label={t('conference.owner')}
        empty={t('choose')}
        options={members(conference).map((value) => ({ value, label: names.role(value) }))}
        value={draft.to}
        onChange={(to) => setDraft({ to })}
      />
      <Select
        label={t('shared.untilWhen')}
        empty={t('choose')}
        options={useDueChoices(draft.due)}
        value={draft.due}
        onChange={(due) => setDraft({ due })}
      />
      <div class="row">
        <Button type="submit" busy={busy} disabled={!complete}>
          {t('conference.proposeSubmit')}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
