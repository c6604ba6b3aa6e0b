/** Everything in a case that a play can reach, each with its place in the text. */
import type { CompiledScenario } from '../scenario/compiled.ts';
import { derive } from '../scenario/derived.ts';
import type { ChartState, Transition } from '../scenario/schema/statecharts.ts';
import type { Path } from '../scenario/source-map.ts';

export const FACT_KINDS = [
  'state',
  'transition',
  'inject',
  'item',
  'part',
  'needed',
  'person',
  'interview',
  'question',
  'answer',
  'service',
  'holding',
  'decision',
  'option',
  'operation',
  'task-chance',
  'task-done',
  'task-missed',
  'red-line',
  'pin',
  'victim-eye',
] as const;
export type FactKind = (typeof FACT_KINDS)[number];

export interface Fact {
  kind: FactKind;
  /** `case.screening`, `nyota-account.safety.feel-now`, `bus-manifest/names`, `bus-manifest@prosecutor`. */
  id: string;
  path: Path;
}

export interface Universe {
  facts: readonly Fact[];
  /** Number of a fact by `kind:id`. */
  indexOf: ReadonlyMap<string, number>;
  transitions: readonly ChartTransition[];
}

/** A transition. */
export interface ChartTransition {
  /** As a fact: `case: tip on screened → screening`. */
  id: string;
  chart: string;
  /** Path of the state inside its chart; empty for the chart itself. */
  source: string;
  /** Its trigger: an event or signal, a timer, or none. */
  cause: { on: string } | { after: string } | { always: true };
  /** Full path of the target state, if there is one. */
  target: string | undefined;
  transition: Transition;
  path: Path;
}

export const universeOf = (compiled: CompiledScenario): Universe => derive(compiled, makeUniverse);

function makeUniverse(compiled: CompiledScenario): Universe {
  const transitions = Object.entries(compiled.scenario.statecharts).flatMap(([chart, state]) =>
    transitionsIn(chart, state, []),
  );
  const facts = [
    ...Object.entries(compiled.scenario.statecharts).flatMap(([chart, state]) => statesIn(chart, state, [])),
    ...transitions.map(({ id, path }): Fact => ({ kind: 'transition', id, path })),
    ...injects(compiled),
    ...items(compiled),
    ...interviews(compiled),
    ...records(compiled),
  ];
  return { facts, transitions, indexOf: new Map(facts.map(({ kind, id }, index) => [`${kind}:${id}`, index])) };
}

const textPath = (chart: string, state: readonly string[]): Path => [
  'statecharts',
  chart,
  ...state.flatMap((key) => ['states', key]),
];

function statesIn(chart: string, state: ChartState, at: readonly string[]): Fact[] {
  return Object.entries(state.states ?? {}).flatMap(([key, inner]): Fact[] => {
    const path = [...at, key];
    return [
      { kind: 'state', id: `${chart}.${path.join('.')}`, path: textPath(chart, path) },
      ...statesIn(chart, inner, path),
    ];
  });
}

function transitionsIn(chart: string, state: ChartState, at: readonly string[]): ChartTransition[] {
  const own = (cause: ChartTransition['cause'], word: string, list: readonly Transition[], keys: string[]) =>
    list.map((transition, index): ChartTransition => {
      const target = transition.target === undefined ? undefined : [...at.slice(0, -1), transition.target].join('.');
      const from = at.length === 0 ? 'anywhere' : at.join('.');
      const number = list.length > 1 ? ` (${index + 1})` : '';
      return {
        id: `${chart}: ${from} ${word} → ${target ?? 'itself'}${number}`,
        chart,
        source: at.join('.'),
        cause,
        target: at.length === 0 ? transition.target : target,
        transition,
        path: [...textPath(chart, at), ...keys, index],
      };
    });
  return [
    ...Object.entries(state.on ?? {}).flatMap(([on, list]) => own({ on }, `on ${on}`, list, ['on', on])),
    ...Object.entries(state.after ?? {}).flatMap(([after, list]) =>
      own({ after }, `after ${after}`, list, ['after', after]),
    ),
    ...own({ always: true }, 'always', state.always ?? [], ['always']),
    ...Object.entries(state.states ?? {}).flatMap(([key, inner]) => transitionsIn(chart, inner, [...at, key])),
  ];
}

/** A pocket inject is fired by a trainer only, so bots never reach it. */
function injects({ scenario }: CompiledScenario): Fact[] {
  return Object.entries(scenario.injects)
    .filter(([, { pocket, at, when }]) => pocket === undefined || at !== undefined || when !== undefined)
    .map(([id]) => ({ kind: 'inject', id, path: ['injects', id] }));
}

function items({ scenario }: CompiledScenario): Fact[] {
  return Object.entries(scenario.items).flatMap(([id, item]): Fact[] => [
    { kind: 'item', id, path: ['items', id] },
    ...Object.keys(item.parts ?? {}).map(
      (part): Fact => ({ kind: 'part', id: `${id}/${part}`, path: ['items', id, 'parts', part] }),
    ),
    ...item['needed-by'].map(
      (role): Fact => ({ kind: 'needed', id: `${id}@${role}`, path: ['items', id, 'needed-by'] }),
    ),
  ]);
}

function interviews({ scenario }: CompiledScenario): Fact[] {
  return Object.entries(scenario.interviews).flatMap(([script, { topics }]): Fact[] => [
    { kind: 'interview', id: script, path: ['interviews', script] },
    ...Object.entries(topics).flatMap(([topic, { questions }]) =>
      Object.entries(questions).flatMap(([question, { answers }]): Fact[] => {
        const id = `${script}.${topic}.${question}`;
        const path: Path = ['interviews', script, 'topics', topic, 'questions', question];
        const given = answers.map(
          (_, n): Fact => ({ kind: 'answer', id: `${id}.${n}`, path: [...path, 'answers', n] }),
        );
        return [{ kind: 'question', id, path }, ...given];
      }),
    ),
  ]);
}

function records({ scenario }: CompiledScenario): Fact[] {
  const all = (kind: FactKind, section: string, record: object): Fact[] =>
    Object.keys(record).map((id) => ({ kind, id, path: [...section.split('/'), id] }));
  const tasks = Object.keys(scenario.rubric);
  return [
    ...all('person', 'people', scenario.people),
    ...all('service', 'services', scenario.services),
    ...all('holding', 'holdings', scenario.holdings),
    ...all('decision', 'decisions', scenario.decisions),
    ...Object.entries(scenario.decisions).flatMap(([decision, { options }]) =>
      Object.keys(options).map(
        (id): Fact => ({ kind: 'option', id: `${decision}.${id}`, path: ['decisions', decision, 'options', id] }),
      ),
    ),
    ...all('operation', 'operations', scenario.operations),
    ...(['task-chance', 'task-done', 'task-missed'] as const).flatMap((kind) =>
      tasks.map((id): Fact => ({ kind, id, path: ['rubric', id] })),
    ),
    ...all('red-line', 'red-lines', scenario['red-lines']),
    ...all('pin', 'debrief/pins', scenario.debrief.pins),
    ...all('victim-eye', 'debrief/victim-eye', scenario.debrief['victim-eye']),
  ];
}
