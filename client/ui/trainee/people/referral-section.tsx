import { useState } from 'preact/hooks';
import { useT } from '../../../i18n/index.ts';
import { currentReferral } from '../../../state/selectors.ts';
import { Button, Card, CaseTime, Chip, Deadline, Notice, Prose } from '../../kit/index.ts';
import { useSeat } from '../../seat.ts';
import { factText } from '../work/facts.ts';
import { useNames } from '../work/use-names.ts';
import { useSend } from '../work/use-send.ts';
import { FeedbackForm } from './feedback-form.tsx';
import { NeedsForm } from './needs-form.tsx';
import { OfferForm } from './offer-form.tsx';
import { TransportForm } from './transport-form.tsx';

/** The way to help: needs, consent, offer, acceptance, transport, reception, feedback. */
export function ReferralSection({ person, here }: { person: string; here: boolean }) {
  const t = useT('people');
  const seat = useSeat();
  const names = useNames();
  const referral = currentReferral(seat.world, person);
  if (!referral && !seat.can('assess-needs') && !seat.can('refer')) return null;
  return (
    <Card
      level={2}
      title={t('referral.title')}
      aside={referral && <Chip>{t(`referral-state.${referral.state}`)}</Chip>}
    >
      {!referral && <p class="dim">{t('referral.none')}</p>}
      {referral && (
        <>
          <p class="row tight">
            {referral.needs.map((need) => (
              <Chip key={need}>{seat.law?.needs[need] ?? t(`need.${need}`)}</Chip>
            ))}
          </p>
          {referral.service && <p>{t('referral.service', { service: names.service(referral.service) })}</p>}
          {referral.declined && (
            <Notice tone="due" title={t(`referral.declined-${referral.declined}`)}>
              {t('referral.declined-text')}
            </Notice>
          )}
          {referral.answer !== undefined && (
            <Prose serif text={seat.card(`offer:${person}.${referral.answer}`)?.text} />
          )}
          {referral.state === 'transported' && referral.due !== undefined && (
            <p class="row">
              <span>{t('referral.arrives')}</span>
              <Deadline due={referral.due} />
            </p>
          )}
          <ol class="plain stack tight small dim">
            {referral.steps.map((step) => (
              <li key={`${step.state} ${step.at}`}>
                <CaseTime at={step.at} /> · {t(`referral-state.${step.state}`)} · {names.actor(step.by)}
              </li>
            ))}
          </ol>
        </>
      )}
      {!seat.readOnly && <ReferralActions person={person} here={here} />}
    </Card>
  );
}

type Step = 'needs' | 'offer' | 'transport' | 'feedback';

function ReferralActions({ person, here }: { person: string; here: boolean }) {
  const t = useT('people');
  const seat = useSeat();
  const { busy, send } = useSend();
  const [open, setOpen] = useState<Step>();
  const referral = currentReferral(seat.world, person);
  const runs =
    referral?.service !== undefined && factText(seat.card(`service:${referral.service}`), 'runBy') === seat.role;
  const mine = referral?.by === seat.role;
  const state = referral?.state;
  const at = (...states: string[]): boolean => state !== undefined && states.includes(state);
  const fresh = state === undefined || state === 'closed';
  return (
    <>
      {mine && at('needs-assessed') && <p class="small dim">{t('referral.consent-first')}</p>}
      <div class="row">
        {fresh &&
          seat.can('assess-needs') &&
          (here ? (
            <Button onClick={() => setOpen('needs')}>{t('referral.assess')}</Button>
          ) : (
            <p class="small dim">{t('referral.assess-here')}</p>
          ))}
        {mine && seat.can('refer') && at('needs-assessed', 'consented', 'offered', 'accepted', 'refused') && (
          <Button kind={at('consented', 'refused') ? 'primary' : 'quiet'} onClick={() => setOpen('offer')}>
            {t('referral.offer')}
          </Button>
        )}
        {mine && seat.can('refer') && at('accepted') && (
          <Button onClick={() => setOpen('transport')}>{t('referral.transport')}</Button>
        )}
        {runs && at('transported') && seat.can('run-service') && (
          <Button busy={busy} onClick={() => send({ type: 'receive-person', referral: referral?.id ?? '' })}>
            {t('referral.receive')}
          </Button>
        )}
        {(runs || mine) && at('received') && (
          <Button kind={runs ? 'primary' : 'quiet'} onClick={() => setOpen('feedback')}>
            {t('referral.feedback')}
          </Button>
        )}
        {(mine || runs) && at('refused', 'received', 'feedback') && (
          <Button
            kind="quiet"
            busy={busy}
            onClick={() => send({ type: 'close-referral', referral: referral?.id ?? '' })}
          >
            {t('referral.close')}
          </Button>
        )}
      </div>
      <ReferralForms person={person} open={open} onClose={() => setOpen(undefined)} />
    </>
  );
}

function ReferralForms({ person, open, onClose }: { person: string; open: Step | undefined; onClose: () => void }) {
  const referral = currentReferral(useSeat().world, person);
  return (
    <>
      <NeedsForm person={person} open={open === 'needs'} onClose={onClose} />
      {referral && (
        <>
          <OfferForm referral={referral} open={open === 'offer'} onClose={onClose} />
          <TransportForm referral={referral.id} open={open === 'transport'} onClose={onClose} />
          <FeedbackForm referral={referral.id} open={open === 'feedback'} onClose={onClose} />
        </>
      )}
    </>
  );
}
