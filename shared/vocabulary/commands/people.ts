/** People of the case: screening, status, risk, custody, consent. */
import { command } from '../declare.ts';
import { c, ids, optional } from '../fields.ts';

// biome-ignore format: one command per line reads best
export const peopleCommands = {
  'tag-indicator': command({ person: c.person, indicator: c.indicator, item: optional(c.item) }),
  'untag-indicator': command({ person: c.person, indicator: c.indicator }),
  screen: command({ person: c.person, with: c.presence, outcome: c.status, child: c.yesNo, interpreter: optional(c.helper) }, { powers: ['screen'] }),
  'set-status': command({ person: c.person, status: c.status, text: optional(c.text) }, { powers: ['classify'] }),
  'assess-risk': command({ person: c.person, level: c.rank, family: c.yesNo, text: optional(c.text) }, { powers: ['assess-risk'] }),
  'notify-guardian': command({ person: c.person }, { powers: ['notify-guardian'] }),
  'contact-family': command({ person: c.person }),
  'move-person': command({ person: c.person, place: c.place }, { powers: ['move-person'] }),
  arrest: command({ person: c.person, place: c.place, basis: c.basis, safeguards: ids(c.word) }, { powers: ['arrest'] }),
  release: command({ person: c.person }, { powers: ['arrest', 'move-person'] }),
  'ask-consent': command({ person: c.person, kind: c.consentKind, explained: c.yesNo, to: ids(c.word), until: optional(c.time), interpreter: optional(c.helper) }, { makes: 'consent-asked' }),
};
