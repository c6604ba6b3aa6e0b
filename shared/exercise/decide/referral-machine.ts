/** The referral as a statechart, from needs to help. Runs one step at a time, through XState's pure functions. */
import { createMachine, transition } from 'xstate';
import type { ReferralState } from '../../vocabulary/enums.ts';

export type ReferralStep = 'consent' | 'offer' | 'accept' | 'refuse' | 'transport' | 'receive' | 'feedback' | 'close';

/**
 * A real officer can offer a service without consent and transport a person after a refusal, so both are possible here
 * and are rated instead of rejected. Only meaningless steps (feedback before arrival) are no transitions.
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

/** The state after a step; undefined if the referral does not allow it now. */
export function nextReferralState(state: ReferralState, step: ReferralStep): ReferralState | undefined {
  const before = machine.resolveState({ value: state });
  if (!before.can({ type: step })) return undefined;
  const [after] = transition(machine, before, { type: step });
  return after.value as ReferralState;
}
