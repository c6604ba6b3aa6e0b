/** Referrals: needs, offers, transport, reception, feedback. */
import { command } from '../declare.ts';
import { c, many, optional } from '../fields.ts';

// biome-ignore format: one command per line reads best
export const referralCommands = {
  'assess-needs': command({ person: c.person, needs: many(c.need, { min: 1, max: 24 }) }, { powers: ['assess-needs'], makes: 'needs-assessed' }),
  'offer-service': command({ referral: c.made, service: c.service, conditional: c.yesNo }, { powers: ['refer'] }),
  'start-transport': command({ referral: c.made, with: c.transport }, { powers: ['refer', 'move-person', 'run-service'] }),
  'receive-person': command({ referral: c.made }, { powers: ['run-service'] }),
  'give-feedback': command({ referral: c.made, text: optional(c.text) }),
  'close-referral': command({ referral: c.made }),
};
