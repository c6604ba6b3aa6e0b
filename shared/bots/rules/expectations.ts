/** What injects expect of a desk, soonest due first, unless another rule covers it. */
import type { TraineeCommand } from '../../vocabulary/commands.ts';
import type { CaseMs } from '../../time.ts';
import type { Rule } from '../agenda.ts';
import type { DeskSight } from '../desk-sight.ts';
import type { Leaf } from '../hints.ts';
import { riskOf } from './people.ts';

export const expectations: Rule = {
  name: 'do what an inject asks for',
  reads: ['injects', 'decisionLog', 'people', 'requests'],
  *offers(sight, mind) {
    const open: { inject: string; leaves: readonly Leaf[]; due: CaseMs }[] = [];
    for (const inject of sight.injects) {
      if (mind.checked.has(`inject:${inject}`)) continue;
      const expected = sight.expected(inject);
      if (expected) open.push({ inject, ...expected });
      else mind.checked.set(`inject:${inject}`, 0);
    }
    open.sort((one, other) => one.due - other.due);
    for (const { inject, leaves } of open)
      for (const leaf of leaves) {
        const command = commandFor(sight, inject, leaf);
        if (!command) continue;
        mind.checked.set(`inject:${inject}`, 0);
        yield command;
      }
  },
};

const fieldOf = (leaf: Leaf, name: string): unknown => leaf.fields.find(([field]) => field === name)?.[1];

function commandFor(sight: DeskSight, inject: string, leaf: Leaf): TraineeCommand | undefined {
  const by = fieldOf(leaf, 'by');
  if (by !== undefined && by !== sight.role) return undefined;
  const person = fieldOf(leaf, 'person');
  const firedAt = sight.world.injects[inject]?.firedAt ?? 0;
  switch (leaf.verb) {
    case 'decision-logged': {
      const logged = Object.values(sight.world.decisionLog).some((one) => one.by === sight.role && one.at >= firedAt);
      const step = Object.keys(sight.law['sop-elements'])[0];
      return logged
        ? undefined
        : {
            type: 'log-decision',
            text: sight.say('log'),
            reason: sight.say('reason'),
            confidence: 'high',
            ...(step && { step }),
          };
    }
    case 'risk-assessed': {
      if (typeof person !== 'string' || !sight.knowsPerson(person) || !sight.can('assess-risk')) return undefined;
      return (sight.world.people[person]?.risk?.at ?? 0) >= firedAt ? undefined : riskOf(sight, person);
    }
    case 'request-made': {
      const kind = fieldOf(leaf, 'kind');
      return typeof kind === 'string'
        ? requestOf(sight, kind, typeof person === 'string' ? person : undefined)
        : undefined;
    }
    default:
      return undefined;
  }
}

function requestOf(sight: DeskSight, kind: string, person: string | undefined): TraineeCommand | undefined {
  const authored = sight.law.requests[kind];
  if (!authored || (authored.from && !authored.from.includes(sight.agencyOf(sight.role)))) return undefined;
  const to =
    authored.of === 'body' ? authored.to[0] : sight.desks.find((desk) => authored.to.includes(sight.agencyOf(desk)));
  const basis = authored.bases[0];
  if (to === undefined || basis === undefined) return undefined;
  const about = person !== undefined && sight.knowsPerson(person) ? { person } : {};
  return { type: 'make-request', kind, to, basis, ...about };
}
