import { useState } from 'preact/hooks';
import { CONSENTS, type ConsentKind } from '../../../../shared/vocabulary/enums.ts';
import { useT } from '../../../i18n/index.ts';
import { otherRoles } from '../../../state/selectors.ts';
import { Button, Card, CaseTime, Check, Checks, Chip, Dialog, Prose, Radios, Select } from '../../kit/index.ts';
import { useSeat } from '../../../context/seat.ts';
import { useHelpers, useServices } from '../work/directory.ts';
import { useDueChoices } from '../work/due-choices.ts';
import { useNames } from '../../../names/use-names.ts';
import { useSend } from '../work/use-send.ts';

const TONES = { given: 'good', asked: 'plain', refused: 'due', withdrawn: 'due', ended: 'due' } as const;

/** The person's consents, each with its receivers and end. */
export function ConsentSection({ person }: { person: string }) {
  const t = useT('people');
  const seat = useSeat();
  const names = useNames();
  const receiverName = useReceiverName();
  const [open, setOpen] = useState(false);
  const consents = (seat.world.people[person]?.consents ?? []).flatMap((id) =>
    seat.world.consents[id] ? [{ id, ...seat.world.consents[id] }] : [],
  );
  return (
    <Card
      level={2}
      title={t('consent.title')}
      aside={
        !seat.readOnly && (
          <Button kind="quiet" size="small" onClick={() => setOpen(true)}>
            {t('consent.ask')}
          </Button>
        )
      }
    >
      {consents.length === 0 && <p class="dim">{t('consent.none')}</p>}
      {consents.map((consent) => (
        <div key={consent.id} class="stack tight">
          <p class="spread">
            <strong>{t(`consentKind.${consent.kind}`)}</strong>
            <Chip tone={TONES[consent.state]}>{t(`consent.state.${consent.state}`)}</Chip>
          </p>
          <p class="small dim">
            <CaseTime at={consent.at} />
            {consent.to.length > 0 && (
              <> · {t('consent.for', { receivers: names.list(consent.to.map(receiverName)) })}</>
            )}
            {consent.until !== undefined && (
              <>
                {' '}
                · {t('shared.until')} <CaseTime at={consent.until} />
              </>
            )}
          </p>
          {consent.answer !== undefined && (
            <Prose serif text={seat.card(`consent:${person}.${consent.kind}.${consent.answer}`)?.text} />
          )}
        </div>
      ))}
      <ConsentForm person={person} open={open} onClose={() => setOpen(false)} />
    </Card>
  );
}

/** The form that asks for consent: one kind, named receivers, an end, an explanation the person understands. */
function ConsentForm({ person, open, onClose }: { person: string; open: boolean; onClose: () => void }) {
  const t = useT('people');
  const seat = useSeat();
  const { busy, send } = useSend();

  const [form, set, clear] = seat.draft<ConsentDraft>(`consent:${person}`, {
    kind: '',
    explained: false,
    to: [] as string[],
    until: '',
    interpreter: '',
  });
  const submit = (): void => {
    if (form.kind === '') return;
    const body = {
      type: 'ask-consent',
      person,
      kind: form.kind,
      explained: form.explained,
      to: form.to,
      ...(form.until ? { until: Number(form.until) } : {}),
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
      title={t('consent.ask')}
      onClose={onClose}
      footer={
        <Button busy={busy} disabled={form.kind === ''} onClick={submit}>
          {t('consent.askNow')}
        </Button>
      }
    >
      <ConsentFields form={form} set={set} />
    </Dialog>
  );
}

/** Returns the name of a receiver: a desk or a service. */
function useReceiverName(): (id: string) => string {
  const names = useNames();
  const services = useServices();
  return (id) => services.find((service) => service.id === id)?.name ?? names.role(id);
}

/** The possible receivers of a consent: services and desks for `service`, otherwise desks. */
function useConsentReceivers(kind: ConsentKind | ''): string[] {
  const seat = useSeat();
  const services = useServices().map((service) => service.id);
  const listed = seat.card('roles')?.facts?.ids ?? [];
  const desks =
    listed.length > 0 ? listed : [seat.role, ...otherRoles(seat.world, seat.role, seat.state.public?.roster ?? [])];
  return kind === 'service' ? [...services, ...desks] : desks;
}

interface ConsentDraft {
  kind: ConsentKind | '';
  explained: boolean;
  to: string[];
  until: string;
  interpreter: string;
}

function ConsentFields({ form, set }: { form: ConsentDraft; set: (next: Partial<ConsentDraft>) => void }) {
  const t = useT('people');
  const receiverName = useReceiverName();
  const interpreters = useHelpers('interpreter');
  const dues = useDueChoices(form.until);
  const receivers = useConsentReceivers(form.kind);
  return (
    <>
      <p>{t('consent.lead')}</p>
      <Radios
        label={t('consent.kind')}
        hint={t('consent.kindWhy')}
        value={form.kind}
        onChange={(kind) => set({ kind: kind as ConsentKind, to: [] })}
        options={CONSENTS.map((value) => ({ value, label: t(`consentKind.${value}`) }))}
      />
      <Checks
        label={t('consent.to')}
        hint={t('consent.toWhy')}
        columns
        values={form.to}
        onChange={(to) => set({ to })}
        options={receivers.map((value) => ({ value, label: receiverName(value) }))}
      />
      <Select
        label={t('shared.untilWhen')}
        hint={t('consent.endWhy')}
        value={form.until}
        empty={t('consent.noEnd')}
        onChange={(until) => set({ until })}
        options={dues}
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
        label={t('consent.explained')}
        hint={t('consent.explainedWhy')}
        checked={form.explained}
        onChange={(explained) => set({ explained })}
      />
    </>
  );
}
