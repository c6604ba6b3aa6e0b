/** The form that proposes one option, with reason and confidence. */
import { Button, Radios, TextArea, useT } from '../../kit/index.ts';
import type { Rank } from '../../../../shared/vocabulary/enums.ts';
import { useSeat } from '../../../context/seat.ts';
import { Confidence } from '../work/confidence.tsx';
import { useSend } from '../work/use-send.ts';

interface ProposeFormProps {
  id: string;
  options: { id: string; title: string; text?: string }[];
  onDone: () => void;
}

export function ProposeForm({ id, options, onDone }: ProposeFormProps) {
  const seat = useSeat();
  const t = useT('work');
  const { busy, send } = useSend();
  const [draft, setDraft, clear] = seat.draft<{ option: string; reason: string; confidence: Rank | '' }>(
    `decision:${id}`,
    {
      option: '',
      reason: '',
      confidence: '',
    },
  );
  const { option, confidence } = draft;
  const reason = draft.reason.trim();
  const propose = (event: Event): void => {
    event.preventDefault();
    if (option === '' || reason === '' || confidence === '') return;
    send({ type: 'propose-decision', decision: id, option, reason, confidence }, () => {
      clear();
      onDone();
    });
  };
  return (
    <form class="stack" onSubmit={propose}>
      <Radios
        label={t('decisions.options')}
        options={options.map((entry) => ({ value: entry.id, label: entry.title, hint: entry.text }))}
        value={option}
        onChange={(value) => setDraft({ option: value })}
      />
      <TextArea
        label={t('shared.reason')}
        hint={t('decisions.reasonHint')}
        value={draft.reason}
        onChange={(text) => setDraft({ reason: text })}
      />
      <Confidence value={confidence} onChange={(value) => setDraft({ confidence: value })} />
      <div>
        <Button type="submit" busy={busy} disabled={option === '' || reason === '' || confidence === ''}>
          {t('decisions.propose')}
        </Button>
      </div>
    </form>
  );
}
