/** Referrals: every event carries the state reached, so the fold never runs the machine. */
import type { ReferralState } from '../../scenario/schema/conditions.ts';
import type { CaseMs } from '../../time.ts';
import type { Actor } from '../ids.ts';
import type { Referral, World } from '../world.ts';
import { addOnce, type Folds, withPerson } from './fold.ts';
import { changeIn, putIn } from './owner.ts';

interface Step {
  referral: string;
  state: ReferralState;
  at: CaseMs;
  by: Actor;
}

function step(world: World, event: Step, more: Partial<Referral> = {}): World {
  const { at, by, state } = event;
  return changeIn(world, 'referrals', event.referral, (referral) => ({
    ...referral,
    ...more,
    state,
    steps: [...referral.steps, { at, by, state }],
  }));
}

export const referralFolds: Folds<
  | 'needs-assessed'
  | 'referral-consented'
  | 'service-offered'
  | 'offer-accepted'
  | 'offer-refused'
  | 'place-declined'
  | 'transport-started'
  | 'received'
  | 'feedback-given'
  | 'referral-closed'
  | 'room-changed'
> = {
  'needs-assessed': (world, event) => {
    const { referral, person, by, needs, state, at } = event;
    const opened = putIn(world, 'referrals', referral, { person, by, needs, state, steps: [{ at, by, state }] });
    return withPerson(opened, person, (known) => ({ ...known, referrals: addOnce(known.referrals, referral) }));
  },
  'referral-consented': (world, event) => step(world, event, { consent: event.consent }),
  'service-offered': (world, event) => {
    // Who runs the service hears of the referral here; what was assessed before stays with who assessed it.
    const { referral: id, person, by, service } = event;
    const known: World =
      id in world.referrals
        ? world
        : putIn(world, 'referrals', id, { person, by, needs: [], state: event.state, steps: [] });
    const offered = step(known, event, { service, declined: undefined });
    return withPerson(offered, person, (one) => ({ ...one, referrals: addOnce(one.referrals, id) }));
  },
  'offer-accepted': (world, event) => step(world, event, { answer: event.answer }),
  'offer-refused': (world, event) => step(world, event, { answer: event.answer }),
  'place-declined': (world, event) =>
    changeIn(world, 'referrals', event.referral, (referral) => ({ ...referral, declined: event.outcome })),
  'transport-started': (world, event) => step(world, event, { with: event.with, due: event.due }),
  received: (world, event) => step(world, event),
  'feedback-given': (world, event) => step(world, event, { feedback: event.text }),
  'referral-closed': (world, event) => step(world, event),
  'room-changed': (world, event) => putIn(world, 'room', event.service, event.room),
};
