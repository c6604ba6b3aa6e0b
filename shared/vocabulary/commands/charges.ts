/** The charging table, messages, and the raised hand. */
import { command } from '../declare.ts';
import { c, ids, optional } from '../fields.ts';

// biome-ignore format: one command per line reads best
export const chargeCommands = {
  'set-charge': command({ person: c.person, offence: c.offence, act: ids(c.item), means: ids(c.item), purposeItems: ids(c.item), child: c.yesNo, nonPunishment: c.nonPunishment, remedies: ids(c.remedy), reason: optional(c.text) }, { powers: ['charge'], makes: 'charge-set' }),
  'drop-charge': command({ charge: c.made }, { powers: ['charge'] }),
  'file-charge': command({ charge: c.made }, { powers: ['charge'] }),
  'decide-no-charge': command({ person: c.person, nonPunishment: c.nonPunishment, reason: c.text }, { powers: ['charge'] }),
  'ask-protective-measure': command({ person: c.person, kind: c.measure }, { powers: ['charge', 'advise-evidence'] }),
};

// biome-ignore format: one command per line reads best
export const messageCommands = {
  'send-message': command({ to: ids(c.word, 1), text: c.text }, { makes: 'message-sent' }),
  'raise-hand': command({ text: optional(c.text) }, { whilePaused: true }),
};
