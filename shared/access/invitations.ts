/** Whether an invitation fits the case of its class. */
import type { Invited } from './actor.ts';
import { maySpeakFor, type PersonInTruth } from './capabilities.ts';

interface CaseOfClass {
  isDesk: (id: string) => boolean;
  /** Undefined where the case has no such person. */
  person: (id: string) => PersonInTruth | undefined;
}

/** The field that names a desk which the case lacks, or a person that no role-player speaks for. Undefined where all fits. */
export function wrongField(actor: Invited, { isDesk, person }: CaseOfClass): 'desks' | 'people' | undefined {
  switch (actor.kind) {
    case 'evaluator':
      return actor.desks.every(isDesk) ? undefined : 'desks';
    case 'role-player':
      return actor.people.every((id) => maySpeakFor(actor, id, person(id))) ? undefined : 'people';
    default:
      return undefined;
  }
}
