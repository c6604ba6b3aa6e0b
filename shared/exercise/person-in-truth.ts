/** What the case says a person truly is, whatever a desk believes. */
import type { PersonInTruth } from '../access/capabilities.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import type { PersonId } from './ids.ts';

/** A status that owes protection. */
export const isVictim = (status: string | undefined): boolean =>
  status === 'presumed-victim' || status === 'victim-and-suspect';

/** In law and in doubt: a person who may be under eighteen is treated as a child. */
export const mayBeChild = ({ age }: { age: { real: number; doubt: boolean } }): boolean => age.real < 18 || age.doubt;

/** Undefined where the case has no such person. A person of whom the case itself leaves it open counts as a presumed victim. */
export function personInTruth({ scenario }: CompiledScenario, id: PersonId): PersonInTruth | undefined {
  const person = Object.hasOwn(scenario.people, id) ? scenario.people[id] : undefined;
  return (
    person && { isPresumedVictim: isVictim(person.status) || person.status === 'unclear', isChild: mayBeChild(person) }
  );
}
