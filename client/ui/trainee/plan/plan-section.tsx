/** One section of the plan: its question, its text, and the form that edits it. */
import { useState } from 'preact/hooks';
import { Bdi, Button, Card, CaseTime, Chip, Prose, Select, TextArea, useT } from '../../kit/index.ts';
import type { OperationState } from '../../../../shared/exercise/world.ts';
import { useSeat } from '../../../context/seat.ts';
import { useServices } from '../work/directory.ts';
import { useNames } from '../../../names/use-names.ts';
import { useSend } from '../work/use-send.ts';

interface PlanSectionProps {
  operation: string;
  section: string;
  written: OperationState['sections'][string] | undefined;
  mayWrite: boolean;
}

export function PlanSection({ operation, section, written, mayWrite }: PlanSectionProps) {
  const seat = useSeat();
  const t = useT('work');
  const names = useNames();
  const [editing, setEditing] = useState(false);
  const question = seat.law?.['plan-sections'][section];
  return (
    <Card
      tone={written ? 'plain' : 'flat'}
      title={names.planSection(section)}
      aside={!written && question?.essential === true ? <Chip tone="due">{t('plan.essential')}</Chip> : undefined}
    >
      <p class="dim small">{question?.asks}</p>
      {written ? (
        <>
          <Prose text={seat.textOf(written.text)} />
          {written.service !== undefined && (
            <p>
              <Chip>
                <Bdi>{names.service(written.service)}</Bdi>
              </Chip>
            </p>
          )}
          <p class="dim small">
            <Bdi>{t('plan.writtenBy', { who: names.role(written.by) })}</Bdi> <CaseTime at={written.at} />
          </p>
        </>
      ) : (
        !editing && <p class="dim">{t('plan.empty')}</p>
      )}
      {editing && (
        <SectionForm operation={operation} section={section} written={written} onDone={() => setEditing(false)} />
      )}
      {mayWrite && !editing && (
        <div class="no-print">
          <Button
            kind="quiet"
            aria-label={`${t(written ? 'edit' : 'plan.write')}: ${names.planSection(section)}`}
            onClick={() => setEditing(true)}
          >
            {t(written ? 'edit' : 'plan.write')}
          </Button>
        </div>
      )}
    </Card>
  );
}

function SectionForm({
  operation,
  section,
  written,
  onDone,
}: Omit<PlanSectionProps, 'mayWrite'> & { onDone: () => void }) {
  const seat = useSeat();
  const t = useT('work');
  const services = useServices();
  const { busy, send } = useSend();
  const [draft, setDraft, clear] = seat.draft(`plan:${operation}:${section}`, {
    text: written ? seat.textOf(written.text) : '',
    service: written?.service ?? '',
  });
  const text = draft.text.trim();
  const save = (event: Event): void => {
    event.preventDefault();
    if (text === '') return;
    send(
      { type: 'set-plan-section', operation, section, text, service: draft.service === '' ? undefined : draft.service },
      () => (clear(), onDone()),
    );
  };
  return (
    <form class="stack no-print" onSubmit={save}>
      <TextArea label={t('plan.sectionText')} value={draft.text} onChange={(value) => setDraft({ text: value })} />
      <Select
        label={t('plan.sectionService')}
        empty={t('plan.noService')}
        options={services.map((service) => ({ value: service.id, label: service.name }))}
        value={draft.service}
        onChange={(value) => setDraft({ service: value })}
      />
      <div class="row">
        <Button type="submit" busy={busy} disabled={text === ''}>
          {t('plan.saveSection')}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
