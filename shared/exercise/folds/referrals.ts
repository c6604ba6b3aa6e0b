/** Referrals: every event carries the state reached, so the fold never runs the machine. */
import type { referralEvents } from '../../vocabulary/events/referrals.ts';
import type { ReferralState } from '../../vocabulary/enums.ts';
import type { CaseMs } from '../../time.ts';
import type { KeptBy } from '../ids.ts';
import type { Referral } from '../world.ts';
import type { WorldDraft } from './draft.ts';
import { addOnce, type Folds, withPerson } from './fold.ts';

interface Step {
  referral: string;
  state: ReferralState;
  at: CaseMs;
  by: KeptBy;
}

function step(draft: WorldDraft, event: Step, more: Partial<Referral> = {}): void {
  const { at, by, state } = event;
  draft.change('referrals', event.referral, (referral) => ({
    ...referral,
    ...more,
    state,
    steps: [...referral.steps, { at, by, state }],
  }));
}

export const referralFolds: Folds<keyof typeof referralEvents> = {
  'needs-assessed': (draft, event) => {
    const { referral, person, by, needs, state, at } = event;
    draft.put('referrals', referral, { person, by, needs, state, steps: [{ at, by, state }] });
    withPerson(draft, person, (known) => ({ ...known, referrals: addOnce(known.referrals, referral) }));
  },
  'referral-consented': (draft, event) => step(draft, event, { consent: event.consent }),
  'service-offered': (draft, event) => {
    // The desk that runs the service learns of the referral here; it does not learn what was assessed before.
    const { referral: id, person, by, service } = event;
    if (!(id in draft.world.referrals))
      draft.put('referrals', id, { person, by, needs: [], state: event.state, steps: [] });
    step(draft, event, { service, declined: undefined });
    withPerson(draft, person, (one) => ({ ...one, referrals: addOnce(one.referrals, id) }));
  },
  'offer-accepted': (draft, event) => step(draft, event, { answer: event.answer }),
  'offer-refused': (draft, event) => step(draft, event, { answer: event.answer }),
  'place-declined': (draft, event) =>
    draft.change('referrals', event.referral, (referral) => ({ ...referral, declined: event.outcome })),
  'transport-started': (draft, event) => step(draft, event, { with: event.with, due: event.due }),
  received: (draft, event) => step(draft, event),
  'feedback-given': (draft, event) => step(draft, event, { feedback: event.text }),
  'referral-closed': (draft, event) => step(draft, event),
  'room-changed': (draft, event) => draft.put('room', event.service, event.room),
};
