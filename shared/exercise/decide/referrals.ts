/** Commands about referral: needs, offer, transport, reception, feedback, closing. */
import type { referralCommands } from '../../vocabulary/commands/referrals.ts';
import { role as roleAudience } from '../../access/audience.ts';
import type { Stage } from '../stage.ts';
import { acted, type Desk, firstRefusal, type Handlers, needsPerson, needsPresence, refuse } from './desk.ts';
import { changeRoom, directoryOf } from './effects.ts';
import { knowPerson, knowsConsent } from './knowledge.ts';
import { nextReferralState, type ReferralStep } from './referral-machine.ts';
import { declineReason, giveFeedback, receivePerson, referralAudience, runnerOf } from './referral-steps.ts';

const ownReferral = (stage: Stage, desk: Desk, id: string) => {
  const referral = stage.world.referrals[id];
  return referral && (referral.by === desk.role || runnerOf(stage, referral.service) === desk.role)
    ? undefined
    : refuse('not-for-you');
};

const needsReferralReady = (stage: Stage, id: string, step: ReferralStep) =>
  nextReferralState(stage.world.referrals[id]?.state ?? 'closed', step) === undefined
    ? refuse('wrong-state', { state: stage.world.referrals[id]?.state ?? '' })
    : undefined;

/** A consent to a service advances the referrals that wait for it, for desks that may know of the consent. */
export function advanceReferrals(stage: Stage, desk: Desk, consent: string): void {
  const person = stage.world.consents[consent]?.person ?? '';
  for (const id of stage.world.people[person]?.referrals ?? []) {
    const referral = stage.world.referrals[id];
    if (referral?.state !== 'needs-assessed' || !knowsConsent(stage, referral.by, consent)) continue;
    stage.emit({
      type: 'referral-consented',
      audience: referralAudience(stage, id),
      ...acted(desk),
      referral: id,
      person,
      consent,
      state: 'consented',
    });
  }
}

export const referralHandlers: Handlers<keyof typeof referralCommands> = {
  'assess-needs': (stage, desk, { person, needs }) => {
    const refusal = firstRefusal(
      () => needsPerson(stage, desk, person),
      () => needsPresence(stage, desk, person),
    );
    if (refusal) return refusal;
    const referral = stage.drawnId(desk.role, 'referral', stage.world.referrals);
    stage.emit({
      type: 'needs-assessed',
      audience: roleAudience(desk.role),
      ...acted(desk),
      referral,
      person,
      needs,
      state: 'needs-assessed',
    });
    const valid = stage.world.people[person]?.consents.find((id) => {
      const consent = stage.world.consents[id];
      return consent?.kind === 'service' && consent.state === 'given' && knowsConsent(stage, desk.role, id);
    });
    if (valid !== undefined) {
      stage.emit({
        type: 'referral-consented',
        audience: roleAudience(desk.role),
        ...acted(desk),
        referral,
        person,
        consent: valid,
        state: 'consented',
      });
    }
    return undefined;
  },
  'offer-service': (stage, desk, { referral: id, service, conditional }) => {
    const referral = stage.world.referrals[id];
    const refusal = firstRefusal(
      () => ownReferral(stage, desk, id),
      () =>
        Object.hasOwn(stage.compiled.scenario.services, service) ? undefined : refuse('unknown-id', { id: service }),
      () => (directoryOf(stage, service).includes(desk.role) ? undefined : refuse('unknown-id', { id: service })),
      () => needsReferralReady(stage, id, 'offer'),
    );
    if (refusal || !referral) return refusal;
    const audience = referralAudience(stage, id, service);
    const declined = declineReason(stage, service, referral.person);
    // The desk that runs the service learns whom it is asked to take in, even if it cannot.
    const runner = runnerOf(stage, service);
    if (runner !== undefined) knowPerson(stage, runner, referral.person, false);
    if (declined) {
      stage.emit({
        type: 'place-declined',
        audience,
        by: 'story',
        referral: id,
        person: referral.person,
        service,
        outcome: declined,
      });
      return undefined;
    }
    if (referral.state === 'accepted' && referral.service) changeRoom(stage, referral.service, 1);
    stage.emit({
      type: 'service-offered',
      audience,
      ...acted(desk),
      referral: id,
      person: referral.person,
      service,
      conditional,
      state: 'offered',
    });
    answerOffer(stage, id, service);
    return undefined;
  },
  'start-transport': (stage, desk, command) => {
    const referral = stage.world.referrals[command.referral];
    const refusal = firstRefusal(
      () => ownReferral(stage, desk, command.referral),
      () => needsReferralReady(stage, command.referral, 'transport'),
      () => {
        const custody = stage.world.people[referral?.person ?? '']?.custody;
        return custody === 'arrested' ? refuse('wrong-state', { state: custody }) : undefined;
      },
    );
    if (refusal || !referral?.service) return refusal ?? refuse('wrong-state');
    const from = stage.world.people[referral.person]?.place ?? '';
    const to = stage.compiled.scenario.services[referral.service]?.at ?? '';
    const due = stage.at + (stage.compiled.ways[from]?.[to] ?? 0);
    const { person, service } = referral;
    stage.emit({
      type: 'transport-started',
      audience: referralAudience(stage, command.referral),
      ...acted(desk),
      referral: command.referral,
      person,
      service,
      with: command.with,
      due,
      state: 'transported',
    });
    stage.setTimer(`receive:${command.referral}`, due, { do: 'receive', referral: command.referral });
    return undefined;
  },
  'receive-person': (stage, desk, { referral: id }) => {
    const referral = stage.world.referrals[id];
    const at = stage.compiled.scenario.services[referral?.service ?? '']?.at;
    const refusal = firstRefusal(
      () => (runnerOf(stage, referral?.service) === desk.role ? undefined : refuse('not-for-you')),
      () => needsReferralReady(stage, id, 'receive'),
      () => (referral && stage.world.people[referral.person]?.place === at ? undefined : refuse('too-early')),
    );
    if (refusal) return refusal;
    return receivePerson(stage, id, desk.role, desk.seat) ? undefined : refuse('wrong-state');
  },
  'give-feedback': (stage, desk, { referral: id, text }) => {
    const referral = stage.world.referrals[id];
    const refusal = firstRefusal(
      () =>
        runnerOf(stage, referral?.service) === desk.role || referral?.by === desk.role
          ? undefined
          : refuse('not-for-you'),
      () => needsReferralReady(stage, id, 'feedback'),
    );
    if (refusal) return refusal;
    stage.clearTimer(`receive:${id}`);
    return giveFeedback(stage, id, desk.role, desk.seat, text) ? undefined : refuse('wrong-state');
  },
  'close-referral': (stage, desk, { referral: id }) => {
    const referral = stage.world.referrals[id];
    const refusal = firstRefusal(
      () => ownReferral(stage, desk, id),
      () => needsReferralReady(stage, id, 'close'),
    );
    if (refusal || !referral) return refusal;
    stage.emit({
      type: 'referral-closed',
      audience: referralAudience(stage, id),
      ...acted(desk),
      referral: id,
      person: referral.person,
      state: 'closed',
    });
    return undefined;
  },
};

const isGiven = (stage: Stage, consent: string | undefined): boolean =>
  stage.world.consents[consent ?? '']?.state === 'given';

/**
 * The person's authored answer; the first match counts. Without one, accepted if the person consented to the service.
 */
function answerOffer(stage: Stage, id: string, service: string): void {
  const referral = stage.world.referrals[id];
  if (!referral) return;
  const { person } = referral;
  const offers = stage.compiled.scenario.people[person]?.offers ?? [];
  const answer = offers.findIndex(
    (offer) =>
      (offer.service === undefined || offer.service === service) &&
      (offer.when === undefined || stage.holds(offer.when)),
  );
  const accepted = answer >= 0 ? offers[answer]?.answer === 'accepted' : isGiven(stage, referral.consent);
  const audience = referralAudience(stage, id, service);
  if (accepted) {
    stage.emit({
      type: 'offer-accepted',
      audience,
      by: 'story',
      referral: id,
      person,
      service,
      answer,
      state: 'accepted',
    });
    changeRoom(stage, service, -1);
  } else {
    stage.emit({
      type: 'offer-refused',
      audience,
      by: 'story',
      referral: id,
      person,
      service,
      answer,
      state: 'refused',
    });
  }
}
