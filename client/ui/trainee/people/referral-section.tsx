import { useState } from 'preact/hooks';
import type { Referral } from '../../../../shared/exercise/world.ts';
import { useT } from '../../../i18n/index.ts';
import { Button, Card, CaseTime, Chip, Deadline, Notice, Prose } from '../../kit/index.ts';
import { isPresumedVictim } from '../../../state/selectors.ts';
import { useSeat } from '../../../context/seat.ts';
import { useNames } from '../../../names/use-names.ts';
import { useSend } from '../work/use-send.ts';
import { FeedbackForm } from './feedback-form.tsx';
import { NeedsForm } from './needs-form.tsx';
import { OfferForm } from './offer-form.tsx';
import { TransportForm } from './transport-form.tsx';

type OpenReferral = Referral & { id: string };

/** The referrals of a person: needs, consent, offer, acceptance, transport, reception, feedback. A person may need several services. */
export function ReferralSection({ person, here }: { person: string; here: boolean }) {
  const t = useT('people');
  const seat = useSeat();
  const [assessing, setAssessing] = useState(false);
  const referrals = (seat.world.people[person]?.referrals ?? []).flatMap((id): OpenReferral[] =>
    seat.world.referrals[id] ? [{ id, ...seat.world.referrals[id] }] : [],
  );
  if (referrals.length === 0 && !seat.can('assess-needs') && !seat.can('refer')) return null;
  const presumed = isPresumedVictim(seat.world, person);
  const hasNoOpenReferral = referrals.every((referral) => referral.state === 'closed');
  return (
    <Card level={2} title={t('shared.help')}>
      {referrals.length === 0 && <p class="dim">{t(presumed ? 'referral.none' : 'referral.notOwed')}</p>}
      <ul class="plain stack divide">
        {referrals.map((referral) => (
          <li key={referral.id} class="stack tight">
            <ReferralFacts referral={referral} />
            {!seat.readOnly && <ReferralActions referral={referral} />}
          </li>
        ))}
      </ul>
      {!seat.readOnly &&
        seat.can('assess-needs') &&
        (here ? (
          <div class="row">
            <Button kind={presumed && hasNoOpenReferral ? 'primary' : 'quiet'} onClick={() => setAssessing(true)}>
              {t(hasNoOpenReferral ? 'referral.assess' : 'referral.assessMore')}
            </Button>
          </div>
        ) : (
          presumed && <p class="small dim">{t('referral.assessHere')}</p>
        ))}
      <NeedsForm person={person} open={assessing} onClose={() => setAssessing(false)} />
    </Card>
  );
}

/** The needs, the offer and its answer, and the steps so far. */
function ReferralFacts({ referral }: { referral: OpenReferral }) {
  const t = useT('people');
  const seat = useSeat();
  const names = useNames();
  return (
    <>
      <div class="spread">
        <p class="row tight">
          {referral.needs.map((need) => (
            <Chip key={need}>{seat.law?.needs[need] ?? t(`need.${need}`)}</Chip>
          ))}
        </p>
        <Chip>{t(`referralState.${referral.state}`)}</Chip>
      </div>
      {referral.service && <p>{t('referral.service', { service: names.service(referral.service) })}</p>}
      {referral.declined && (
        <Notice tone="due" title={t(`referral.declined.${referral.declined}`)}>
          {t('referral.declinedText')}
        </Notice>
      )}
      {referral.answer !== undefined && (
        <Prose serif text={seat.card(`offer:${referral.person}.${referral.answer}`)?.text} />
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
            <CaseTime at={step.at} /> · {t(`referralState.${step.state}`)} · {names.actor(step.by)}
          </li>
        ))}
      </ol>
    </>
  );
}

type Step = 'offer' | 'transport' | 'feedback';

function ReferralActions({ referral }: { referral: OpenReferral }) {
  const t = useT('people');
  const seat = useSeat();
  const { busy, send } = useSend();
  const [open, setOpen] = useState<Step>();
  const close = (): void => setOpen(undefined);
  const { id, state } = referral;
  const runsService =
    referral.service !== undefined && seat.card(`service:${referral.service}`)?.facts?.runBy === seat.role;
  const isOwn = referral.by === seat.role;
  const mayRefer = isOwn && seat.can('refer');
  const isAt = (...states: string[]): boolean => states.includes(state);
  return (
    <>
      {isOwn && isAt('needs-assessed') && <p class="small dim">{t('referral.consentFirst')}</p>}
      <div class="row">
        {mayRefer && isAt('needs-assessed', 'consented', 'offered', 'accepted', 'refused') && (
          <Button kind={isAt('consented', 'refused') ? 'primary' : 'quiet'} onClick={() => setOpen('offer')}>
            {t('shared.offerService')}
          </Button>
        )}
        {mayRefer && isAt('accepted') && (
          <Button onClick={() => setOpen('transport')}>{t('referral.transport')}</Button>
        )}
        {runsService && isAt('transported') && seat.can('run-service') && (
          <Button busy={busy} onClick={() => send({ type: 'receive-person', referral: id })}>
            {t('referral.receive')}
          </Button>
        )}
        {(runsService || isOwn) && isAt('received') && (
          <Button kind={runsService ? 'primary' : 'quiet'} onClick={() => setOpen('feedback')}>
            {t('referral.feedback')}
          </Button>
        )}
        {(isOwn || runsService) && isAt('refused', 'received', 'feedback') && (
          <Button kind="quiet" busy={busy} onClick={() => send({ type: 'close-referral', referral: id })}>
            {t('referral.close')}
          </Button>
        )}
      </div>
      <OfferForm referral={referral} open={open === 'offer'} onClose={close} />
      <TransportForm referral={id} open={open === 'transport'} onClose={close} />
      <FeedbackForm referral={id} open={open === 'feedback'} onClose={close} />
    </>
  );
}
