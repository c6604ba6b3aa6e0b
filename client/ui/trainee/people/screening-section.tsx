import { useState } from 'preact/hooks';
import { PRESENCE, type Presence, type Status, STATUSES } from '../../../../shared/vocabulary/enums.ts';
import { useT } from '../../../i18n/index.ts';
import { Button, Card, CaseTime, Check, Dialog, Prose, Radios, Select, TextArea } from '../../kit/index.ts';
import { useSeat } from '../../../context/seat.ts';
import { useHelpers } from '../work/directory.ts';
import { useSend } from '../work/use-send.ts';

/** Screening: first questions that show whether a person may need protection. */
export function ScreeningSection({ person, here }: { person: string; here: boolean }) {
  const t = useT('people');
  const seat = useSeat();
  const state = seat.world.people[person];
  const [open, setOpen] = useState<'screen' | 'status'>();
  const screenings = state?.screenings ?? [];
  if (screenings.length === 0 && !seat.can('screen') && !seat.can('classify')) return null;
  return (
    <Card level={2} title={t('screening.title')}>
      {screenings.length === 0 && <p class="dim">{t('screening.none')}</p>}
      {screenings.map((screening) => (
        <div key={screening.at} class="stack tight">
          <p class="small dim">
            <CaseTime at={screening.at} /> · {t(`presence.${screening.with}`)} · {t(`status.${screening.outcome}`)}
            {screening.child ? ` · ${t('screening.asChild')}` : ''}
          </p>
          <Prose
            text={seat.card(`screening:${person}.${screening.with === 'alone' ? 'alone' : 'company'}`)?.text}
            serif
          />
        </div>
      ))}
      {state?.statusReason && (
        <p dir="auto">
          <span class="dim">{t('screening.reason')}</span> {seat.textOf(state.statusReason)}
        </p>
      )}
      {!seat.readOnly && (
        <div class="row">
          {seat.can('screen') && here && (
            <Button kind={screenings.length === 0 ? 'primary' : 'quiet'} onClick={() => setOpen('screen')}>
              {t('screening.do')}
            </Button>
          )}
          {seat.can('classify') && (
            <Button kind="quiet" onClick={() => setOpen('status')}>
              {t('screening.setStatus')}
            </Button>
          )}
        </div>
      )}
      <ScreeningForm person={person} open={open === 'screen'} onClose={() => setOpen(undefined)} />
      <StatusForm person={person} open={open === 'status'} onClose={() => setOpen(undefined)} />
    </Card>
  );
}

interface FormProps {
  person: string;
  open: boolean;
  onClose: () => void;
}

function ScreeningForm({ person, open, onClose }: FormProps) {
  const t = useT('people');
  const seat = useSeat();
  const [form, set, clear] = seat.draft<ScreeningDraft>(`screen:${person}`, {
    with: 'alone',
    outcome: '',
    child: false,
    interpreter: '',
  });
  const { busy, send } = useSend();
  const submit = (): void => {
    if (form.outcome === '') return;
    const body = {
      type: 'screen',
      person,
      with: form.with,
      outcome: form.outcome,
      child: form.child,
      ...(form.interpreter ? { interpreter: form.interpreter } : {}),
    } as const;
    send(body, () => {
      clear();
      onClose();
    });
  };
  return (
    <Dialog
      open={open}
      title={t('screening.do')}
      onClose={onClose}
      footer={
        <Button busy={busy} disabled={form.outcome === ''} onClick={submit}>
          {t('screening.record')}
        </Button>
      }
    >
      <ScreeningFields form={form} set={set} />
    </Dialog>
  );
}

function StatusForm({ person, open, onClose }: FormProps) {
  const t = useT('people');
  const seat = useSeat();
  const [form, set, clear] = seat.draft<{ status: Status | ''; text: string }>(`status:${person}`, {
    status: '',
    text: '',
  });
  const { busy, send } = useSend();
  const submit = (): void => {
    if (form.status === '') return;
    send({ type: 'set-status', person, status: form.status, ...(form.text.trim() ? { text: form.text } : {}) }, () => {
      clear();
      onClose();
    });
  };
  return (
    <Dialog
      open={open}
      title={t('screening.setStatus')}
      onClose={onClose}
      footer={
        <Button busy={busy} disabled={form.status === ''} onClick={submit}>
          {t('save')}
        </Button>
      }
    >
      <Radios
        label={t('screening.status')}
        hint={t('screening.statusWhy')}
        value={form.status}
        onChange={(value) => set({ status: value as Status })}
        options={STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
      />
      <TextArea label={t('shared.reason')} hint={t('reasonWhy')} value={form.text} onChange={(text) => set({ text })} />
    </Dialog>
  );
}

interface ScreeningDraft {
  with: Presence;
  outcome: Status | '';
  child: boolean;
  interpreter: string;
}

function ScreeningFields({ form, set }: { form: ScreeningDraft; set: (next: Partial<ScreeningDraft>) => void }) {
  const t = useT('people');
  const interpreters = useHelpers('interpreter');
  return (
    <>
      <p>{t('screening.lead')}</p>
      <Radios
        label={t('screening.with')}
        hint={t('screening.withWhy')}
        value={form.with}
        onChange={(value) => set({ with: value as Presence })}
        options={PRESENCE.map((value) => ({ value, label: t(`presence.${value}`) }))}
      />
      <Select
        label={t('shared.interpreter')}
        hint={t('screening.interpreterWhy')}
        value={form.interpreter}
        empty={t('shared.noInterpreter')}
        onChange={(interpreter) => set({ interpreter })}
        options={interpreters.map((helper) => ({ value: helper.id, label: helper.name, hint: helper.says }))}
      />
      <Check
        label={t('screening.child')}
        hint={t('screening.childWhy')}
        checked={form.child}
        onChange={(child) => set({ child })}
      />
      <Radios
        label={t('screening.outcome')}
        hint={t('screening.outcomeWhy')}
        value={form.outcome}
        onChange={(value) => set({ outcome: value as Status })}
        options={STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
      />
    </>
  );
}
