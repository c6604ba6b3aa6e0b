/** The form for a new entry of the decision log. */
import { Button, Card, Select, TextArea, useT } from '../../kit/index.ts';
import type { Rank } from '../../../../shared/vocabulary/enums.ts';
import { useSeat } from '../../../context/seat.ts';
import { Confidence } from '../work/confidence.tsx';
import { useSend } from '../work/use-send.ts';

const EMPTY: { text: string; reason: string; rejected: string; confidence: Rank | ''; step: string } = {
  text: '',
  reason: '',
  rejected: '',
  confidence: '',
  step: '',
};

export function NewEntry() {
  const seat = useSeat();
  const t = useT('work');
  const { busy, send } = useSend();
  const [draft, setDraft, clear] = seat.draft('decision-log', EMPTY);
  const text = draft.text.trim();
  const reason = draft.reason.trim();
  const { confidence } = draft;
  const complete = text !== '' && reason !== '' && confidence !== '';
  const submit = (event: Event): void => {
    event.preventDefault();
    if (confidence === '' || !complete) return;
    const optional = (value: string): string | undefined => (value.trim() === '' ? undefined : value.trim());
    send(
      {
        type: 'log-decision',
        text,
        reason,
        confidence,
        rejected: optional(draft.rejected),
        step: optional(draft.step),
      },
      clear,
    );
  };
  return (
    <form class="no-print" onSubmit={submit}>
      <Card level={2} title={t('log.new')}>
        <TextArea label={t('log.text')} value={draft.text} onChange={(value) => setDraft({ text: value })} rows={2} />
        <TextArea
          label={t('log.reason')}
          value={draft.reason}
          onChange={(value) => setDraft({ reason: value })}
          rows={2}
        />
        <TextArea
          label={t('log.rejected')}
          hint={t('log.rejectedHint')}
          value={draft.rejected}
          onChange={(value) => setDraft({ rejected: value })}
          rows={2}
        />
        <Confidence value={confidence} onChange={(value) => setDraft({ confidence: value })} />
        <Select
          label={t('log.step')}
          empty={t('log.noStep')}
          options={Object.entries(seat.law?.['sop-elements'] ?? {}).map(([value, label]) => ({ value, label }))}
          value={draft.step}
          onChange={(value) => setDraft({ step: value })}
        />
        <div class="row">
          <Button type="submit" busy={busy} disabled={!complete}>
            {t('log.submit')}
          </Button>
          <span class="dim small">{t('log.once')}</span>
        </div>
      </Card>
    </form>
  );
}
