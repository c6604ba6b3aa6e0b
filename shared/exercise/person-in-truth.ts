/** Facts of the case about a person, independent of what a desk believes. */
import type { PersonInTruth } from '../access/capabilities.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import type { PersonId } from './ids.ts';

/** True for a status that requires protection. */
export const isVictim = (status: string | undefined): boolean =>
  status === 'presumed-victim' || status === 'victim-and-suspect';

/** The law treats a person who may be under eighteen as a child. */
export const mayBeChild = ({ age }: { age: { real: number; doubt: boolean } }): boolean => age.real < 18 || age.doubt;

/** Undefined if the case has no such person. A person whose status the case leaves open counts as a presumed victim. */
export function personInTruth({ scenario }: CompiledScenario, id: PersonId): PersonInTruth | undefined {
  const person = Object.hasOwn(scenario.people, id) ? scenario.people[id] : undefined;
  return (
    person && { isPresumedVictim: isVictim(person.status) || person.status === 'unclear', isChild: mayBeChild(person) }
  );
}
