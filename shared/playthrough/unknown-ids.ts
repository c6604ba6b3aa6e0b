/** Finds ids of a playthrough that the case does not have. Otherwise a typo in `expect-not` would always pass. */
import { TRAINER } from '../access/stored-names.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import { VICTIM_FACTS } from '../vocabulary/victim-facts.ts';
import type { Key } from '../vocabulary/condition-heads.ts';
import { type Condition, CONDITION_KEYS, insideOf, valueAt } from '../vocabulary/conditions.ts';
import { EVENT_TYPES } from '../vocabulary/events.ts';
import { nearest } from '../scenario/nearest.ts';
import type { Path } from '../scenario/source-map.ts';
import type { Playthrough } from './playthrough.ts';

export interface UnknownId {
  path: Path;
  id: string;
  meant: string | undefined;
}

type Lookup = (path: Path, id: string | undefined, known: Iterable<string>) => UnknownId[];

const lookUp: Lookup = (path, id, known) => {
  const ids = [...known];
  return id === undefined || ids.includes(id) ? [] : [{ path, id, meant: nearest(id, ids) }];
};

const lookUpAll = (path: Path, ids: readonly string[], known: Iterable<string>): UnknownId[] =>
  ids.flatMap((id) => lookUp([...path, id], id, known));

/** All unknown ids, in the order of the file. */
export function unknownIds({ scenario }: CompiledScenario, playthrough: Playthrough): UnknownId[] {
  const roles = Object.keys(scenario.roles);
  const things = [scenario.items, scenario.people, scenario.places].flatMap((record) => Object.keys(record));
  const steps = playthrough.steps.flatMap((step, index): UnknownId[] => {
    const path: Path = ['steps', index];
    if (step.kind === 'expect')
      return inCondition(scenario, [...path, step.holds ? 'expect' : 'expect-not'], step.condition);
    if (step.kind === 'wait') return [];
    const who = lookUp([...path, 'who'], step.who.split(' ')[0], [...roles, TRAINER]);
    return step.kind === 'knows' ? [...who, ...step.things.flatMap((thing) => lookUp(path, thing, things))] : who;
  });
  const { tasks = {}, 'red-lines': redLines = [], 'victim-eye': eye } = playthrough.result ?? {};
  return [
    ...lookUp(['scenario'], playthrough.scenario, [scenario.id]),
    ...lookUpAll(['seats'], Object.keys(playthrough.seats), roles),
    ...playthrough.without.flatMap((role, index) => lookUp(['without', index], role, roles)),
    ...steps,
    ...lookUpAll(['result', 'tasks'], Object.keys(tasks), Object.keys(scenario.rubric)),
    ...redLines.flatMap((id, index) => lookUp(['result', 'red-lines', index], id, Object.keys(scenario['red-lines']))),
    ...(['has', 'not'] as const).flatMap((list) =>
      (eye?.[list] ?? []).flatMap((name, index) => inVictimEye(scenario, ['result', 'victim-eye', list, index], name)),
    ),
  ];
}

/** The name of an authored line, or a person and a counted fact. */
function inVictimEye({ people, debrief }: CompiledScenario['scenario'], path: Path, name: string): UnknownId[] {
  const [first = '', fact] = name.split(' ');
  if (fact === undefined) return lookUp(path, first, Object.keys(debrief['victim-eye']));
  return [...lookUp(path, first, Object.keys(people)), ...lookUp(path, fact, Object.keys(VICTIM_FACTS))];
}

function inCondition(scenario: CompiledScenario['scenario'], path: Path, condition: Condition): UnknownId[] {
  const known: Readonly<Record<NonNullable<Key['names']>, () => readonly string[]>> = {
    event: () => EVENT_TYPES,
    role: () => Object.keys(scenario.roles),
    person: () => Object.keys(scenario.people),
    item: () => Object.keys(scenario.items),
    place: () => Object.keys(scenario.places),
    state: () => Object.keys(scenario.statecharts),
  };
  const own = [...CONDITION_KEYS].flatMap(([key, { names }]): UnknownId[] => {
    const id = valueAt(condition, key);
    if (names === undefined || typeof id !== 'string') return [];
    return lookUp([...path, key], names === 'state' ? id.split('.')[0] : id, known[names]());
  });
  const { head, conditions = [], negated } = insideOf(condition) ?? {};
  const inner = conditions.flatMap((one, index) =>
    inCondition(scenario, [...path, ...(head === undefined ? [] : [head]), ...(negated ? [] : [index])], one),
  );
  return [...own, ...inner];
}
