/** The form that shares an item: receiver, parts, purpose, basis, channel. Each field says why it is asked. */
import {
  BASES,
  type Basis,
  CHANNELS,
  type Channel,
  PURPOSES,
  type Purpose,
} from '../../../../shared/vocabulary/enums.ts';
import { useT } from '../../../i18n/index.ts';
import { Button, Checks, Dialog, Notice, Radios, Select, TextArea } from '../../kit/index.ts';
import { useSeat } from '../../../context/seat.ts';
import { useNames } from '../../../names/use-names.ts';
import { useSend } from '../work/use-send.ts';
import { useReceivers } from './use-receivers.ts';

interface ShareDraft {
  to: string;
  left: string[];
  purpose: Purpose | '';
  basis: Basis | '';
  consent: string;
  channel: Channel | '';
  text: string;
}
const EMPTY: ShareDraft = { to: '', left: [], purpose: '', basis: '', consent: '', channel: '', text: '' };

export function ShareDialog({ item, open, onClose }: { item: string; open: boolean; onClose: () => void }) {
  const t = useT('share');
  const seat = useSeat();
  const { busy, send } = useSend();
  const [form, set, clear] = seat.draft<ShareDraft>(`share:${item}`, EMPTY);
  const known = seat.world.items[item]?.known[seat.role]?.parts ?? [];
  const parts = known.filter((part) => !form.left.includes(part));
  const isComplete =
    form.to !== '' && form.purpose !== '' && form.basis !== '' && form.channel !== '' && parts.length > 0;
  const submit = (): void => {
    if (form.purpose === '' || form.basis === '' || form.channel === '') return;
    const { to, purpose, basis, channel } = form;
    const more = {
      ...(basis === 'consent' && form.consent ? { consent: form.consent } : {}),
      ...(form.text.trim() ? { text: form.text } : {}),
    };
    send({ type: 'share-item', item, parts, to, purpose, basis, channel, ...more }, () => {
      clear();
      onClose();
    });
  };
  return (
    <Dialog
      open={open}
      title={t('title', { item: seat.card(`item:${item}`)?.title ?? '' })}
      onClose={onClose}
      footer={
        <>
          <span class="small dim grow">{t('draftKept')}</span>
          <Button busy={busy} disabled={!isComplete} onClick={submit}>
            {t('share')}
          </Button>
        </>
      }
    >
      <ShareFields item={item} known={known} form={form} set={set} />
    </Dialog>
  );
}

function ReceiverField({ to, onChange }: { to: string; onChange: (to: string) => void }) {
  const t = useT('share');
  return (
    <Select
      label={t('to')}
      hint={t('toWhy')}
      value={to}
      empty={t('choose')}
      onChange={onChange}
      options={useReceivers()}
    />
  );
}

/** The parts of the item with their tags. Unticked parts are not shared. */
function PartsField({
  item,
  known,
  left,
  onChange,
}: {
  item: string;
  known: readonly string[];
  left: readonly string[];
  onChange: (left: string[]) => void;
}) {
  const t = useT('share');
  const card = useSeat().card(`item:${item}`);
  const chosen = known.filter((part) => !left.includes(part));
  const options = known.map((part) => ({
    value: part,
    label: card?.parts?.[part]?.title ?? t('whole'),
    hint: card?.parts?.[part]?.tags.map((tag) => t(`tag.${tag}`)).join(' · '),
  }));
  return (
    <Checks
      label={t('parts')}
      hint={t('partsWhy')}
      values={chosen}
      onChange={(values) => onChange(known.filter((part) => !values.includes(part)))}
      options={options}
    />
  );
}

/** The consents to share data that this desk knows of. */
function ConsentField({ value, onChange }: { value: string; onChange: (consent: string) => void }) {
  const t = useT('share');
  const { world } = useSeat();
  const names = useNames();
  const given = Object.entries(world.consents).filter(
    ([, consent]) => consent.kind === 'data' && consent.state === 'given',
  );
  if (given.length === 0)
    return (
      <Notice tone="due" title={t('noConsent')}>
        {t('noConsentText')}
      </Notice>
    );
  const options = given.map(([id, consent]) => ({
    value: id,
    label: t('consentOf', { person: names.person(consent.person), receivers: names.list(consent.to.map(names.role)) }),
  }));
  return (
    <Select
      label={t('consent')}
      hint={t('consentWhy')}
      value={value}
      empty={t('choose')}
      onChange={onChange}
      options={options}
    />
  );
}

interface ShareFieldsProps {
  item: string;
  known: readonly string[];
  form: ShareDraft;
  set: (next: Partial<ShareDraft>) => void;
}

function ShareFields({ item, known, form, set }: ShareFieldsProps) {
  const t = useT('share');
  return (
    <>
      <ReceiverField to={form.to} onChange={(to) => set({ to })} />
      {known.length > 1 && <PartsField item={item} known={known} left={form.left} onChange={(left) => set({ left })} />}
      <Radios
        label={t('purpose')}
        hint={t('purposeWhy')}
        columns
        value={form.purpose}
        onChange={(purpose) => set({ purpose: purpose as Purpose })}
        options={PURPOSES.map((value) => ({ value, label: t(`purpose.${value}`) }))}
      />
      <Radios
        label={t('shared.whichBasis')}
        hint={t('basisWhy')}
        value={form.basis}
        onChange={(basis) => set({ basis: basis as Basis })}
        options={BASES.map((value) => ({ value, label: t(`basis.${value}`), hint: t(`basisHint.${value}`) }))}
      />
      {form.basis === 'consent' && <ConsentField value={form.consent} onChange={(consent) => set({ consent })} />}
      <Radios
        label={t('channel')}
        hint={t('channelWhy')}
        value={form.channel}
        onChange={(channel) => set({ channel: channel as Channel })}
        options={CHANNELS.map((value) => ({ value, label: t(`channel.${value}`), hint: t(`channelHint.${value}`) }))}
      />
      <TextArea label={t('text')} hint={t('textWhy')} value={form.text} onChange={(text) => set({ text })} />
    </>
  );
}
