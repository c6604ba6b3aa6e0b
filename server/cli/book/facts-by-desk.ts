/** Computes per item which desk has it, can get it and needs it. */
import type { CompiledScenario } from '../../../shared/scenario/compiled.ts';
import { finders } from '../../../shared/scenario/play-facts.ts';
import { effectsOf } from '../../../shared/scenario/visit.ts';

/** How a desk gets an item: it has it from the start, finds it by searching, or receives it by an inject. */
export type Access = 'start' | 'finds' | 'given';

export interface ItemFacts {
  item: string;
  access: Record<string, Access>;
  needs: string[];
  /** Texts that state where the item comes from. */
  sources: string[];
}

export function factsByDesk({ scenario, law }: CompiledScenario): ItemFacts[] {
  const sources = sourcesByItem({ scenario });
  return Object.entries(scenario.items).map(([item, { 'needed-by': needs, found }]): ItemFacts => {
    const access: Record<string, Access> = {};
    for (const inject of Object.values(scenario.injects))
      if (inject.gives.includes(item)) for (const role of rolesOf(inject.to, scenario.roles)) access[role] = 'given';
    for (const role of finders({ scenario, law }, item)) access[role] = 'finds';
    for (const [role, { knows }] of Object.entries(scenario.roles)) if (knows.includes(item)) access[role] = 'start';
    const place = found && `found at ${found.at}${found.takes === undefined ? '' : ' by searching'}`;
    return { item, access, needs, sources: [...(place ? [place] : []), ...(sources.get(item) ?? [])] };
  });
}

const rolesOf = (to: readonly string[], roles: object): readonly string[] =>
  to.includes('everyone') ? Object.keys(roles) : to;

/** All sources except a search: people, outside bodies, injects, analyses and effects. */
function sourcesByItem({ scenario }: Pick<CompiledScenario, 'scenario'>): Map<string, string[]> {
  const sources = new Map<string, string[]>();
  const add = (items: readonly string[], source: string) => {
    for (const item of items)
      if (!sources.get(item)?.includes(source)) sources.set(item, [...(sources.get(item) ?? []), source]);
  };
  for (const [id, role] of Object.entries(scenario.roles)) add(role.knows, `${id} has it from the start`);
  for (const person of Object.values(scenario.people))
    add(person.screening?.yields ?? [], `${person.name}, screened alone`);
  for (const [id, { topics }] of Object.entries(scenario.interviews))
    for (const { questions } of Object.values(topics))
      for (const { answers } of Object.values(questions))
        for (const { tells } of answers) add(tells, `interview ${id}`);
  for (const [id, holding] of Object.entries(scenario.holdings)) add(holding.yields, `${holding.body} answers (${id})`);
  for (const [id, inject] of Object.entries(scenario.injects)) add(inject.gives, `inject ${id}`);
  for (const [id, item] of Object.entries(scenario.items)) add(item.analysis?.yields ?? [], `analysis of ${id}`);
  for (const { value, path } of effectsOf(scenario))
    if (value.learn !== undefined) add([value.learn], path.slice(0, 2).join('.'));
  return sources;
}
