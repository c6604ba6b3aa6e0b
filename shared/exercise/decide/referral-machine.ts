/** The referral as a statechart: where a person stands between needs and help. Run one at a time, through XState's pure functions. */
import { createMachine, transition } from 'xstate';
import type { ReferralState } from '../../vocabulary/enums.ts';

export type ReferralStep = 'consent' | 'offer' | 'accept' | 'refuse' | 'transport' | 'receive' | 'feedback' | 'close';

/**
 * Offering without consent and transporting after a refusal are possible for a real officer, so they are possible here:
 * they are judged, not gated. What makes no sense (feedback before arrival) is no transition.
 */
const machine = createMachine({
  id: 'referral',
  initial: 'needs-assessed',
  states: {
    'needs-assessed': { on: { consent: 'consented', offer: 'offered' } },
    consented: { on: { consent: 'consented', offer: 'offered' } },
    offered: { on: { accept: 'accepted', refuse: 'refused', offer: 'offered' } },
    accepted: { on: { transport: 'transported', offer: 'offered' } },
    refused: { on: { offer: 'offered', close: 'closed' } },
    transported: { on: { receive: 'received' } },
    received: { on: { feedback: 'feedback', close: 'closed' } },
    feedback: { on: { close: 'closed' } },
    closed: {},
  },
});

/** The state after a step, or undefined where the referral is not ready for it. */
export function nextReferralState(state: ReferralState, step: ReferralStep): ReferralState | undefined {
  const before = machine.resolveState({ value: state });
  if (!before.can({ type: step })) return undefined;
  const [after] = transition(machine, before, { type: step });
  return after.value as ReferralState;
}
