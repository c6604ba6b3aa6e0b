/** Why a fact may never have been reached, from the text of the case: the ways that lead to it, in short words. */
import type { CompiledScenario } from '../scenario/compiled.ts';
import type { Condition } from '../vocabulary/conditions.ts';
import { effectsOf } from '../scenario/visit.ts';
import { formatCaseTime, formatDuration } from '../time.ts';
import { type Fact, universeOf } from './universe.ts';

const list = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(', ');

/** A condition as authors write it, in one line. */
export const conditionText = (condition: Condition): string => `\`${written(condition)}\``;

function written(condition: Condition): string {
  const value = (key: string, inner: unknown): string => {
    if (Array.isArray(inner)) return `[${inner.map((one: unknown) => value(key, one)).join(', ')}]`;
    if (typeof inner === 'number' && (key === 'after' || key === 'before')) return formatCaseTime(inner);
    if (typeof inner === 'object' && inner !== null)
      return `{${Object.entries(inner)
        .filter(([, one]) => one !== undefined)
        // The head comes before its companions.
        .toSorted(([a], [b]) => Number(b === 'happened') - Number(a === 'happened'))
        .map(([name, one]) => `${name}: ${value(name, one)}`)
        .join(', ')}}`;
    return String(inner);
  };
  return value('', condition);
}

/** The ways to an item, one per entry. */
export function waysToItem({ scenario }: CompiledScenario, id: string): string[] {
  const of = <T>(record: Record<string, T>, gives: (value: T) => readonly string[], words: (key: string) => string) =>
    Object.entries(record).flatMap(([key, value]) => (gives(value).includes(id) ? [words(key)] : []));
  const { found } = scenario.items[id] ?? {};
  const by = found?.by ? ` by ${list(found.by)}` : '';
  const needs = found?.needs ? ` with the power \`${found.needs}\`` : '';
  const when = found?.when ? `, when ${conditionText(found.when)}` : '';
  const answers = Object.entries(scenario.interviews).flatMap(([script, { topics }]) =>
    Object.entries(topics).flatMap(([topic, { questions }]) =>
      Object.entries(questions).flatMap(([question, { answers: given }]) =>
        given
          .filter(({ tells }) => tells.includes(id))
          .map(({ when: told }) => {
            const only = told ? `, when ${conditionText(told)}` : '';
            return `told in answer to \`${script}.${topic}.${question}\`${only}`;
          }),
      ),
    ),
  );
  return [
    ...(found ? [`found at \`${found.at}\`${by}${needs}${when}`] : []),
    ...of(
      scenario.roles,
      ({ knows }) => knows,
      (key) => `known to \`${key}\` from the start`,
    ),
    ...of(
      scenario.items,
      ({ analysis }) => analysis?.yields ?? [],
      (key) => `got by analysing \`${key}\``,
    ),
    ...of(
      scenario.people,
      ({ screening }) => screening?.yields ?? [],
      (key) => `told by \`${key}\` when screened alone`,
    ),
    ...answers,
    ...of(
      scenario.injects,
      ({ gives }) => gives,
      (key) => `given by the inject \`${key}\``,
    ),
    ...of(
      scenario.holdings,
      ({ yields }) => yields,
      (key) => `given by ${body(scenario.holdings[key])} (\`${key}\`)`,
    ),
    ...effectsOf(scenario)
      .filter(({ value }) => value.learn === id)
      .map(({ value }) => `told to \`${value.role ?? ''}\` by an effect`),
  ];
}

const body = (holding: { body: string; kind: string } | undefined): string =>
  holding ? `\`${holding.body}\` on a request \`${holding.kind}\`` : '';

/** The words after "never …: "; undefined if there is nothing to add. */
export function reasonFor(compiled: CompiledScenario, { kind, id }: Fact): string | undefined {
  const { scenario } = compiled;
  switch (kind) {
    case 'item': {
      const ways = waysToItem(compiled, id);
      return ways.length === 0
        ? 'nothing in the case gives it'
        : `it can ${ways.length === 1 ? 'only ' : ''}be ${ways.join('; or ')}`;
    }
    case 'inject': {
      const inject = scenario.injects[id];
      if (inject?.when) return `it waits for ${conditionText(inject.when)}`;
      if (inject?.at !== undefined && inject.unless)
        return `it comes ${formatCaseTime(inject.at)} unless ${conditionText(inject.unless)}`;
      return inject?.at === undefined ? 'only an effect can fire it' : `it comes ${formatCaseTime(inject.at)}`;
    }
    case 'state': {
      const into = universeOf(compiled).transitions.filter(({ chart, target }) => `${chart}.${target}` === id);
      return into.length === 0
        ? 'no transition leads there'
        : `the ways there: ${into.map((one) => `\`${one.id}\``).join('; ')}`;
    }
    case 'transition': {
      const guard = universeOf(compiled).transitions.find((one) => one.id === id)?.transition.guard;
      return guard && `its guard is ${conditionText(guard)}`;
    }
    case 'answer': {
      const [script = '', topic = '', question = '', index = ''] = id.split('.');
      const answer = scenario.interviews[script]?.topics[topic]?.questions[question]?.answers[Number(index)];
      return answer?.when && `it is given when ${conditionText(answer.when)}`;
    }
    case 'question': {
      const [script = '', topic = '', question = ''] = id.split('.');
      const needs = scenario.interviews[script]?.topics[topic]?.questions[question]?.needs;
      return needs && `it is offered when ${conditionText(needs)}`;
    }
    default:
      return reasonForOther(compiled, kind, id);
  }
}

function reasonForOther({ scenario }: CompiledScenario, kind: Fact['kind'], id: string): string | undefined {
  switch (kind) {
    case 'interview':
      return `it is \`${scenario.interviews[id]?.kind ?? ''}\` with \`${scenario.interviews[id]?.with ?? ''}\``;
    case 'holding':
      return `ask ${body(scenario.holdings[id])}`;
    case 'task-chance':
      return chanceOf(scenario.rubric[id]?.chance);
    case 'task-done': {
      const window = scenario.rubric[id]?.window;
      const within = window?.within === undefined ? '' : ` within ${formatDuration(window.within)}`;
      const wanted = scenario.rubric[id]?.do;
      return wanted && `wanted: ${conditionText(wanted)}${within}`;
    }
    case 'red-line':
      return whenOf(scenario['red-lines'][id]?.when);
    case 'pin':
      return whenOf(scenario.debrief.pins[id]?.when);
    case 'victim-eye':
      return whenOf(scenario.debrief['victim-eye'][id]?.when);
    case 'decision': {
      const decision = scenario.decisions[id];
      return decision && `proposed by ${list(decision.propose)}, agreed by ${list(decision.agree)}`;
    }
    default:
      return undefined;
  }
}

const whenOf = (condition: Condition | undefined) => condition && `when ${conditionText(condition)}`;
const chanceOf = (condition: Condition | undefined) => condition && `its chance is ${conditionText(condition)}`;
