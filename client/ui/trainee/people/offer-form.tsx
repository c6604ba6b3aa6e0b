import type { Referral } from '../../../../shared/exercise/world.ts';
import { formatList, formatNumber } from '../../../i18n/formats.ts';
import { useT } from '../../../i18n/index.ts';
import { Button, Check, Chip, Dialog, EmptyState, Prose } from '../../kit/index.ts';
import { useSeat } from '../../../context/seat.ts';
import { useNames } from '../../../names/use-names.ts';
import { useSend } from '../work/use-send.ts';

interface OfferFormProps {
  referral: Referral & { id: string };
  open: boolean;
  onClose: () => void;
}

/** The service directory for one person: needs met, capacity, hours, languages, conditions. Best match first. */
export function OfferForm({ referral, open, onClose }: OfferFormProps) {
  const t = useT('people');
  const seat = useSeat();
  const { busy, send } = useSend();
  const [form, set, clear] = seat.draft(`offer:${referral.id}`, { service: '', conditional: false });
  const countMetNeeds = (service: string): number =>
    (seat.card(`service:${service}`)?.facts?.meets ?? []).filter((need) => referral.needs.includes(need)).length;
  const services = ((open ? seat.card('services') : undefined)?.facts?.ids ?? []).toSorted(
    (first, second) => countMetNeeds(second) - countMetNeeds(first),
  );
  const submit = (): void =>
    send({ type: 'offer-service', referral: referral.id, service: form.service, conditional: form.conditional }, () => {
      clear();
      onClose();
    });
  return (
    <Dialog
      open={open}
      wide
      title={t('shared.offerService')}
      onClose={onClose}
      footer={
        <Button busy={busy} disabled={form.service === ''} onClick={submit}>
          {t('referral.offerNow')}
        </Button>
      }
    >
      <p>{t('referral.offerLead')}</p>
      {services.length === 0 && <EmptyState title={t('referral.noServices')} text={t('referral.noServicesText')} />}
      <fieldset class="choices">
        <legend class="visually-hidden">{t('referral.which')}</legend>
        {services.map((service) => (
          <label key={service} class="choice">
            <input type="radio" name="service" checked={form.service === service} onChange={() => set({ service })} />
            <ServiceFacts service={service} needs={referral.needs} />
          </label>
        ))}
      </fieldset>
      <Check
        label={t('referral.conditional')}
        hint={t('referral.conditionalWhy')}
        checked={form.conditional}
        onChange={(conditional) => set({ conditional })}
      />
    </Dialog>
  );
}

function ServiceFacts({ service, needs }: { service: string; needs: readonly string[] }) {
  const t = useT('people');
  const seat = useSeat();
  const names = useNames();
  const card = seat.card(`service:${service}`);
  const room = seat.world.room[service];
  const languages = card?.facts?.languageNames ?? [];
  const conditions = card?.facts?.conditions;
  return (
    <span class="stack tight">
      <span class="spread">
        <strong>
          <bdi>{names.service(service)}</bdi>
        </strong>
        {room !== undefined && (
          <Chip tone={room > 0 ? 'good' : 'due'}>{t('referral.room', { count: room, room: formatNumber(room) })}</Chip>
        )}
      </span>
      <Prose text={card?.text} />
      <span class="row tight">
        {(card?.facts?.meets ?? []).map((need) => (
          <Chip key={need} here={needs.includes(need)}>
            {seat.law?.needs[need] ?? t(`need.${need}`)}
          </Chip>
        ))}
      </span>
      <span class="small dim">
        {t('referral.hours', { hours: card?.facts?.hours ?? '' })}
        {languages.length > 0 && ` · ${formatList(languages)}`}
      </span>
      {conditions && <span class="small">{conditions}</span>}
    </span>
  );
}
