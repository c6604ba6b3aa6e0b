/** Requests, by the book: ask early, on a basis, a body that can know more; answer requests in the bot's manner. */
import type { TraineeCommand } from '../../vocabulary/commands.ts';
import type { Request } from '../../exercise/world.ts';
import { HOUR, MINUTE } from '../../time.ts';
import type { Rule } from '../agenda.ts';
import type { Manner } from '../../vocabulary/enums.ts';
import type { DeskSight } from '../desk-sight.ts';
import { partsToShare } from './sharing.ts';

interface Asked {
  kind: string;
  to: string;
  person?: string | undefined;
  place?: string | undefined;
  item?: string | undefined;
}

const isSame = (request: Request, body: Asked) =>
  request.kind === body.kind &&
  request.to === body.to &&
  request.person === body.person &&
  request.place === body.place &&
  request.item === body.item;

export const asking: Rule = {
  name: 'ask outside bodies who can know more',
  reads: ['requests', 'people', 'items', 'places', 'consents'],
  for: (sight) => sight.can('request-outside'),
  *offers(sight, mind) {
    for (const lead of sight.inquiries()) {
      if (mind.checked.has(lead) || lead.basis === 'consent') continue;
      const before = Object.values(sight.world.requests).filter(
        (request) => request.by === sight.role && isSame(request, lead),
      );
      const last = before.at(-1);
      if (last?.answers.some(({ outcome }) => outcome === 'answered') || before.length >= 2) {
        mind.checked.set(lead, 0);
        continue;
      }
      // A request without an answer is repeated once, later, when more is known.
      if (last && (last.answers.length === 0 || !mind.after(last.at + 2 * HOUR, sight.now))) continue;
      const { kind, to, person, place, item, basis } = lead;
      const about = { ...(person && { person }), ...(place && { place }), ...(item && { item }) };
      yield { type: 'make-request', kind, to, basis, ...about };
    }
  },
};

/** How long a desk takes to answer. */
const ANSWERS_AFTER: Readonly<Record<Manner, number>> = {
  helpful: 2 * MINUTE,
  'rule-bound': 12 * MINUTE,
  overloaded: 35 * MINUTE,
};

export const answering: Rule = {
  name: 'answer what other desks ask',
  reads: ['requests', 'items'],
  *offers(sight, mind) {
    for (const [id, request] of Object.entries(sight.world.requests)) {
      if (request.to !== sight.role || request.answers.some(({ outcome }) => outcome !== 'accepted')) continue;
      const rightful = sight.law.requests[request.kind]?.bases.includes(request.basis) ?? false;
      if (mind.manner === 'rule-bound' && rightful && request.answers.length === 0)
        yield { type: 'answer-request', request: id, outcome: 'accepted', items: [], text: sight.say('accepted') };
      if (!mind.after(request.at + ANSWERS_AFTER[mind.manner], sight.now)) continue;
      yield answerOf(sight, id, request, rightful || mind.manner === 'helpful');
    }
  },
};

function answerOf(sight: DeskSight, id: string, request: Request, rightful: boolean): TraineeCommand {
  if (!rightful)
    return { type: 'answer-request', request: id, outcome: 'refused', items: [], text: sight.say('no-basis') };
  // An answer shares every known part of an item, so only items that the other desk needs whole are attached.
  const items = sight.items.filter((item) => {
    const known = sight.knownParts(item);
    const fits =
      (request.person === undefined || sight.aboutOf(item).includes(request.person)) &&
      (request.item === undefined || request.item === item);
    return fits && known.length > 0 && partsToShare(sight, item, request.by).length === known.length;
  });
  const text = sight.say(items.length > 0 ? 'answer' : 'nothing');
  return { type: 'answer-request', request: id, outcome: 'answered', items: items.slice(0, 6), text };
}

/**
 * Asks the desk that cares for children to come, if this desk meets or hears of children and cannot care for them
 * itself.
 */
export const callingForCare: Rule = {
  name: 'tell the desk that cares for people',
  reads: ['requests', 'people', 'operations'],
  for: (sight) => sight.can('screen') && !sight.can('assess-needs'),
  *offers(sight) {
    const carer = sight.desks.find((desk) => sight.powersOf(desk).has('assess-needs'));
    const place = sight.place;
    if (carer === undefined || place === undefined) return;
    if (!sight.people.some((person) => sight.isHere(person) && sight.looksLikeChild(person))) return;
    for (const [kind, authored] of Object.entries(sight.law.requests)) {
      if (authored.of !== 'desk' || authored.about !== 'place' || !authored.to.includes(sight.agencyOf(carer)))
        continue;
      if (authored.to.length > 1 || (authored.from && !authored.from.includes(sight.agencyOf(sight.role)))) continue;
      const asked = Object.values(sight.world.requests).some((request) => isSame(request, { kind, to: carer, place }));
      const basis = authored.bases[0];
      if (!asked && basis !== undefined) yield { type: 'make-request', kind, to: carer, basis, place };
    }
  },
};
