/** Finds ids of a playthrough that the case does not have. Otherwise a typo in `expect-not` would always pass. */
import { TRAINER } from '../access/stored-names.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import { EVENT_TYPES } from '../vocabulary/events.ts';
import { nearest } from '../scenario/nearest.ts';
import type { Condition } from '../scenario/schema/conditions.ts';
import type { Path } from '../scenario/source-map.ts';
import type { Playthrough } from './playthrough.ts';

export interface UnknownId {
  path: Path;
  id: string;
  meant: string | undefined;
}

type Look = (path: Path, id: string | undefined, known: Iterable<string>) => UnknownId[];

const look: Look = (path, id, known) => {
  const ids = [...known];
  return id === undefined || ids.includes(id) ? [] : [{ path, id, meant: nearest(id, ids) }];
};

const lookAll = (path: Path, ids: readonly string[], known: Iterable<string>): UnknownId[] =>
  ids.flatMap((id) => look([...path, id], id, known));

/** All unknown ids, in the order of the file. */
export function unknownIds({ scenario }: CompiledScenario, playthrough: Playthrough): UnknownId[] {
  const roles = Object.keys(scenario.roles);
  const things = [scenario.items, scenario.people, scenario.places].flatMap((record) => Object.keys(record));
  const steps = playthrough.steps.flatMap((step, index): UnknownId[] => {
    const path: Path = ['steps', index];
    if (step.kind === 'expect')
      return inCondition(scenario, [...path, step.holds ? 'expect' : 'expect-not'], step.condition);
    if (step.kind === 'wait') return [];
    const who = look([...path, 'who'], step.who.split(' ')[0], [...roles, TRAINER]);
    return step.kind === 'knows' ? [...who, ...step.things.flatMap((thing) => look(path, thing, things))] : who;
  });
  const { tasks = {}, 'red-lines': redLines = [] } = playthrough.result ?? {};
  return [
    ...look(['scenario'], playthrough.scenario, [scenario.id]),
    ...lookAll(['seats'], Object.keys(playthrough.seats), roles),
    ...playthrough.without.flatMap((role, index) => look(['without', index], role, roles)),
    ...steps,
    ...lookAll(['result', 'tasks'], Object.keys(tasks), Object.keys(scenario.rubric)),
    ...redLines.flatMap((id, index) => look(['result', 'red-lines', index], id, Object.keys(scenario['red-lines']))),
  ];
}

function inCondition(scenario: CompiledScenario['scenario'], path: Path, condition: Condition): UnknownId[] {
  const inner = (['all', 'any', 'of'] as const).flatMap((key) =>
    (condition[key] ?? []).flatMap((one, index) => inCondition(scenario, [...path, key, index], one)),
  );
  const negated = condition.not ? inCondition(scenario, [...path, 'not'], condition.not) : [];
  const own = (key: keyof Condition, known: object | readonly string[]): UnknownId[] => {
    const id = condition[key];
    return typeof id === 'string' ? look([...path, key], id, Array.isArray(known) ? known : Object.keys(known)) : [];
  };
  const chart = (key: 'in' | 'reached'): UnknownId[] =>
    look([...path, key], condition[key]?.split('.')[0], Object.keys(scenario.statecharts));
  return [
    ...own('happened', EVENT_TYPES),
    ...own('role', scenario.roles),
    ...own('person', scenario.people),
    ...own('item', scenario.items),
    ...own('knows', scenario.items),
    ...own('at', scenario.places),
    ...chart('in'),
    ...chart('reached'),
    ...inner,
    ...negated,
  ];
}
