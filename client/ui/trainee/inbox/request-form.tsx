import { BASES, type Basis } from '../../../../shared/vocabulary/enums.ts';
import { formatSpan } from '../../../i18n/formats.ts';
import { useT } from '../../../i18n/index.ts';
import { knownItems, knownPeople } from '../../../state/selectors.ts';
import { Button, Dialog, type Option, Radios, Select, TextArea } from '../../kit/index.ts';
import { useSeat } from '../../../context/seat.ts';
import { useOtherDesks } from '../share/use-receivers.ts';
import { useDueChoices } from '../work/due-choices.ts';
import { useNames } from '../../../names/use-names.ts';
import { useSend } from '../work/use-send.ts';

interface RequestDraft {
  kind: string;
  to: string;
  basis: Basis | '';
  about: string;
  due: string;
  text: string;
}

/** The form of a request to another desk or an outside body: kind, receiver, basis, deadline. */
export function RequestForm({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useT('share');
  const seat = useSeat();
  const { busy, send } = useSend();
  const [form, set, clear] = seat.draft<RequestDraft>('request', {
    kind: '',
    to: '',
    basis: '',
    about: '',
    due: '',
    text: '',
  });
  const kind = seat.law?.requests[form.kind];
  const isComplete = form.kind !== '' && form.to !== '' && form.basis !== '';
  const submit = (): void => {
    if (form.basis === '') return;
    const { to, basis } = form;
    const about = kind && kind.about !== 'none' && form.about ? { [kind.about]: form.about } : {};
    send(
      {
        type: 'make-request',
        kind: form.kind,
        to,
        basis,
        ...about,
        ...(form.due ? { due: Number(form.due) } : {}),
        ...(form.text.trim() ? { text: form.text } : {}),
      },
      () => {
        clear();
        onClose();
      },
    );
  };
  return (
    <Dialog
      open={open}
      title={t('request.make')}
      onClose={onClose}
      footer={
        <>
          <span class="small dim grow">{t('draftKept')}</span>
          <Button busy={busy} disabled={!isComplete} onClick={submit}>
            {t('send')}
          </Button>
        </>
      }
    >
      <RequestFields form={form} set={set} />
    </Dialog>
  );
}

/** The kinds of request that this agency may make. */
function useKinds(): Option[] {
  const { law, role, card } = useSeat();
  const agency = card(`role:${role}`)?.facts?.desk ?? role;
  return Object.entries(law?.requests ?? {})
    .filter(([, kind]) => !kind.from || kind.from.includes(agency))
    .map(([value, kind]) => ({ value, label: kind.title }));
}

function useReceiversOf(kind: string): Option[] {
  const { law, card } = useSeat();
  const names = useNames();
  const desks = useOtherDesks();
  const found = law?.requests[kind];
  if (!found) return [];
  if (found.of === 'body') return found.to.map((value) => ({ value, label: names.receiver(value) }));
  return desks.filter(({ value }) => found.to.includes(card(`role:${value}`)?.facts?.desk ?? value));
}

function useSubjects(about: 'item' | 'person' | 'place' | 'none'): Option[] {
  const { world, role, card } = useSeat();
  const names = useNames();
  if (about === 'item') return knownItems(world, role).map((value) => ({ value, label: names.item(value) }));
  if (about === 'person') return knownPeople(world, role).map((value) => ({ value, label: names.person(value) }));
  return about === 'place'
    ? (card('places')?.facts?.ids ?? []).map((value) => ({ value, label: names.place(value) }))
    : [];
}

function RequestFields({ form, set }: { form: RequestDraft; set: (next: Partial<RequestDraft>) => void }) {
  const t = useT('share');
  const kind = useSeat().law?.requests[form.kind];
  const dues = useDueChoices(form.due);
  const kinds = useKinds();
  const receivers = useReceiversOf(form.kind);
  return (
    <>
      <Select
        label={t('request.kind')}
        hint={kind?.hint ?? t('request.kindWhy')}
        value={form.kind}
        empty={t('choose')}
        onChange={(value) => set({ kind: value, to: '', about: '' })}
        options={kinds}
      />
      {kind && (
        <Select
          label={t('shared.to')}
          hint={kind.of === 'body' ? t('request.bodyWhy', { span: formatSpan(kind.answer) }) : t('request.deskWhy')}
          value={form.to}
          empty={t('choose')}
          onChange={(to) => set({ to })}
          options={receivers}
        />
      )}
      <AboutField kind={form.kind} value={form.about} onChange={(about) => set({ about })} />
      <Radios
        label={t('shared.whichBasis')}
        hint={t('request.basisWhy')}
        value={form.basis}
        onChange={(basis) => set({ basis: basis as Basis })}
        options={BASES.map((value) => ({ value, label: t(`basis.${value}`) }))}
      />
      <Select
        label={t('request.due')}
        hint={t('request.dueWhy')}
        value={form.due}
        empty={t('request.noDue')}
        onChange={(due) => set({ due })}
        options={dues}
      />
      <TextArea
        label={t('request.words')}
        hint={t('request.askWhy')}
        value={form.text}
        onChange={(text) => set({ text })}
      />
    </>
  );
}

function AboutField({ kind, value, onChange }: { kind: string; value: string; onChange: (about: string) => void }) {
  const t = useT('share');
  const subjects = useSubjects(useSeat().law?.requests[kind]?.about ?? 'none');
  if (subjects.length === 0) return null;
  return (
    <Select
      label={t('request.about')}
      hint={t('request.aboutWhy')}
      value={value}
      empty={t('none')}
      onChange={onChange}
      options={subjects}
    />
  );
}
