/**
 * How people are portrayed, whether they can be helped, and how the case can end. Mostly hints: a case may have its
 * reasons.
 */
import type { CaseUnderCheck, Check, Report } from '../case-under-check.ts';
import type { ChartState } from '../schema/statecharts.ts';
import { effectsOf } from '../visit.ts';
import { maxRoom, acceptsPerson } from './capacity.ts';
import { targetsOf, transitionsOf } from './statecharts.ts';

const ADULT = 18;

export const checkBalance: Check = (subject) => {
  const { scenario, report } = subject;
  const people = Object.values(scenario.people);
  const victims = people.filter(({ status }) => status === 'presumed-victim' || status === 'victim-and-suspect');
  if (victims.length > 0 && victims.every(({ sex }) => sex === 'female')) report('ONLY_WOMEN', ['people'], {}, 'key');
  // Only a person whom a desk could wrongly take for a victim trains saying no.
  if (victims.length > 0 && !people.some(({ status }) => status === 'not-a-victim'))
    report('ONLY_VICTIMS', ['people'], {}, 'key');
  const child = Object.entries(scenario.people).find(([, { age }]) => age.real < ADULT);
  if (child && !scenario['content-card'].children)
    report('CONTENT_CARD', ['content-card', 'children'], { person: child[0], age: child[1].age.real });
  checkNeeds(subject);
  checkEnding(subject);
};

function checkNeeds({ scenario, report }: CaseUnderCheck): void {
  const services = Object.entries(scenario.services).filter(([id]) => maxRoom(scenario, id) > 0);
  for (const [id, person] of Object.entries(scenario.people)) {
    const open = services.map(([, service]) => service).filter((service) => acceptsPerson(service, person));
    for (const [index, need] of person.needs.entries()) {
      const helped =
        need === 'interpreter' &&
        Object.values(scenario.helpers).some(
          ({ kind, languages }) => kind === 'interpreter' && languages.includes(person.language),
        );
      if (!helped && !open.some(({ meets }) => meets.includes(need))) {
        const giving = Object.entries(scenario.services).filter(([, { meets }]) => meets.includes(need));
        const related = giving.map(([service, each]) => [
          'services',
          service,
          acceptsPerson(each, person) ? 'room' : 'accepts',
        ]);
        const places = Object.keys(scenario.services).length === 0 ? [['services']] : related;
        report('NEED_UNMET', ['people', id, 'needs', index], { person: id, need }, 'value', places);
      }
    }
  }
}

/** An ending is an effect `end` or a final state. A good one can be reached without launching an operation. */
function checkEnding({ scenario, report }: CaseUnderCheck): void {
  const endsElsewhere = effectsOf(scenario).some(({ value, path }) => value.end === true && path[0] !== 'statecharts');
  if (endsElsewhere) return;
  const charts = Object.values(scenario.statecharts);
  if (!charts.some((chart) => canEnd(chart, () => true))) report('CASE_IN_THE_DARK', ['statecharts'], {}, 'key');
  else if (
    !charts.some((chart) => canEnd(chart, (event) => event !== 'operation-launched' && event !== 'operation-ended'))
  ) {
    report('NO_GOOD_ENDING', ['statecharts'], {}, 'key');
  }
  const ending = Object.entries(scenario.statecharts).filter(([, chart]) => canEnd(chart, () => true));
  // If only one chart can end the case, none of its states may be a dead end.
  if (ending.length === 1) for (const [id, chart] of ending) checkDeadEnds(report, id, chart);
}

/** Reports states that can be entered and from which the ending is unreachable. */
function checkDeadEnds(report: Report, id: string, chart: ChartState): void {
  const inner = chart.states ?? {};
  if (chart.type === 'parallel' || targetsOf(chart).length > 0) return;
  const turnsRound = (state: ChartState) => (state.always ?? []).some(({ guard }) => guard === undefined);
  for (const [key, state] of Object.entries(inner)) {
    const isEntered =
      key === chart.initial || Object.values(inner).some((other) => other !== state && targetsOf(other).includes(key));
    const onward = { ...chart, initial: key };
    if (isEntered && !turnsRound(state) && !canEnd(onward, () => true))
      report('DEAD_END', ['statecharts', id, 'states', key], { state: `${id}.${key}` }, 'key');
  }
}

/** True if transitions that are allowed lead from the start of a chart to an end. */
function canEnd(state: ChartState, allowed: (event: string | undefined) => boolean, root = true): boolean {
  const ends = (effects: ChartState['entry']) => (effects ?? []).some((effect) => effect.end === true);
  if (state.type === 'final' || ends(state.entry) || ends(state.exit)) return true;
  const ways = (of: ChartState) => transitionsOf(of, []).filter(({ by }) => allowed(by));
  if (ways(state).some(({ value }) => ends(value.does))) return true;
  const inner = state.states ?? {};
  if (state.type === 'parallel') return Object.values(inner).some((child) => canEnd(child, allowed, false));
  const open = [state.initial, ...(root ? ways(state).map(({ value }) => value.target) : [])];
  const seen = new Set<string>();
  for (let id = open.pop(); open.length > 0 || id !== undefined; id = open.pop()) {
    const child = id === undefined || seen.has(id) || !Object.hasOwn(inner, id) ? undefined : inner[id];
    if (id === undefined || !child) continue;
    seen.add(id);
    if (canEnd(child, allowed, false)) return true;
    open.push(...ways(child).map(({ value }) => value.target));
  }
  return false;
}
