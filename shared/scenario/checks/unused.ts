/** Anything without a reference is forgotten or superfluous. */
import type { Check } from '../case-under-check.ts';
import type { Kind } from '../known-ids.ts';
import { referencesOf } from '../references.ts';
import type { Scenario } from '../schema/scenario.ts';
import { conditionsOf, effectsOf } from '../visit.ts';

const SECTIONS: readonly [Kind, keyof Scenario, string][] = [
  ['person', 'people', 'Name this person in an item, an interview, a task or a role'],
  ['spoken-language', 'spoken-languages', 'Let a person or a helper speak it'],
];

export const checkUnused: Check = ({ scenario, report }) => {
  const used = usedIds(scenario);
  for (const [kind, section, use] of SECTIONS) {
    for (const id of Object.keys(scenario[section] as object)) {
      if (!used.has(`${kind}:${id}`))
        report('UNUSED_ID', [section, id], { kind: kind.replace('-', ' '), id, use }, 'key');
    }
  }
};

function usedIds(scenario: Scenario): Set<string> {
  const used = new Set(referencesOf(scenario).flatMap(({ kinds, id }) => kinds.map((kind) => `${kind}:${id}`)));
  for (const { value } of conditionsOf(scenario)) if (value.person !== undefined) used.add(`person:${value.person}`);
  for (const { value } of effectsOf(scenario)) {
    for (const id of [
      value.move,
      value['risk-trigger'],
      value.withdraw,
      ...Object.keys(value.trust ?? {}),
      ...Object.keys(value.stress ?? {}),
    ]) {
      if (id !== undefined) used.add(`person:${id}`);
    }
  }
  // A person who is present and can be screened is part of the case even without other references.
  for (const [id, person] of Object.entries(scenario.people))
    if (person.screening !== undefined) used.add(`person:${id}`);
  return used;
}
