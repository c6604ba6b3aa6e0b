/** What each event earns which desk: the professional rules of who learns what, by event type. */
import { groupBy } from '../debrief/played.ts';
import type { Event } from '../exercise/events.ts';
import type { EventType } from '../vocabulary/events.ts';
import type { RoleId } from '../exercise/ids.ts';
import { powersOf } from '../exercise/powers.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import { derive } from '../scenario/derived.ts';
import type { Effect } from '../scenario/schema/effects.ts';
import type { ChartState, Transition } from '../scenario/schema/statecharts.ts';
import type { Earned } from './earned.ts';

export type Earnings = { [T in EventType]?: (earned: Earned, event: Event<T>) => void };

const scriptOf = ({ scenario }: CompiledScenario, person: string, kind: string): string =>
  Object.keys(scenario.interviews).find((id) => {
    const script = scenario.interviews[id];
    return script?.with === person && script.kind === kind;
  }) ?? 'none';

/** All questions of a script, as `script.topic.question`. */
export function questionsOf({ scenario }: CompiledScenario, script: string): string[] {
  return Object.entries(scenario.interviews[script]?.topics ?? {}).flatMap(([topic, { questions }]) =>
    Object.keys(questions).map((question) => `${script}.${topic}.${question}`),
  );
}

export function answersOf({ scenario }: CompiledScenario, address: string) {
  const [script = '', topic = '', question = ''] = address.split('.');
  return scenario.interviews[script]?.topics[topic]?.questions[question]?.answers ?? [];
}

/** What a search of a place can show a desk, by the text of the case. */
function lyingAt(earned: Earned, role: RoleId, place: string): string[] {
  const powers = powersOf(earned.compiled, role);
  return (derive(earned.compiled, placedIn).get(place) ?? []).flatMap(([id, found]) => {
    const may = (found.by?.includes(role) ?? true) && (found.needs === undefined || powers.has(found.needs));
    return may && !earned.gone.has(id) ? [id] : [];
  });
}

type Found = NonNullable<CompiledScenario['scenario']['items'][string]['found']>;

/** The items at each place. */
function placedIn({ scenario }: CompiledScenario): ReadonlyMap<string, readonly [item: string, found: Found][]> {
  const lying = Object.entries(scenario.items).flatMap(([id, { found }]): [string, Found][] =>
    found ? [[id, found]] : [],
  );
  return groupBy(lying, ([, { at }]) => at);
}

/** A seat of the desk is there: it sees the place and the people there. */
function visit(earned: Earned, role: RoleId, place: string): void {
  earned.add(role, `place:${place}`);
  for (const [person, at] of earned.personAt) if (at === place) earned.addPerson(role, person, false);
}

/** The answer to an offer is heard by the offering desk and by the desk that runs the service. */
function hearAnswer(
  earned: Earned,
  { referral, person, service, answer }: Event<'offer-accepted' | 'offer-refused'>,
): void {
  const runner = earned.compiled.scenario.services[service]?.['run-by'];
  for (const role of [earned.asked.get(referral), runner]) earned.add(role, `offer:${person}.${answer}`);
}

const stateAt = (chart: ChartState | undefined, path: string): ChartState | undefined =>
  path === '' ? chart : path.split('.').reduce((state, key) => state?.states?.[key], chart);

const transitionsOf = (state: ChartState | undefined): Transition[] => [
  ...Object.values(state?.on ?? {}).flat(),
  ...Object.values(state?.after ?? {}).flat(),
  ...(state?.always ?? []),
];

/** The facts of items, people and injects with these ids. */
const knowing = (ids: readonly string[] | undefined): readonly string[] | undefined =>
  ids?.flatMap((id) => [`item:${id}`, `person:${id}`, `inject:${id}`]);

const start: Earnings = {
  'exercise-opened': (earned, { roles }) => {
    earned.roles = roles;
  },
  'exercise-started': (earned) => {
    const { roles, places, services, helpers } = earned.compiled.scenario;
    for (const [helper, { 'known-with': ids }] of Object.entries(helpers))
      earned.open(`helper:${helper}`, earned.roles, knowing(ids));
    for (const role of earned.roles) {
      for (const person of roles[role]?.people ?? []) earned.addPerson(role, person, true);
      for (const item of roles[role]?.knows ?? []) earned.addItem(role, item);
    }
    for (const [place, { 'known-to': known }] of Object.entries(places))
      for (const role of known) earned.add(role, `place:${place}`);
    for (const [service, { 'known-to': known = [], 'run-by': runner }] of Object.entries(services))
      for (const role of [...known, runner]) earned.add(role, `service:${service}`);
  },
  'seat-taken': ({ seats }, { seat, role }) => void seats.set(seat, { role, at: undefined }),
  'seat-moved': ({ seats }, { seat, role }) => void seats.set(seat, { role, at: undefined }),
  'seat-freed': ({ seats }, { seat }) => void seats.delete(seat),
};

const presence: Earnings = {
  'travel-started': ({ seats }, { seat }) => {
    const there = seats.get(seat);
    if (there) there.at = undefined;
  },
  'travel-ended': (earned, { seat, place }) => {
    const there = earned.seats.get(seat);
    if (!there) return;
    there.at = place;
    visit(earned, there.role, place);
  },
  'person-placed': (earned, { person, place }) => {
    earned.personAt.set(person, place);
    for (const role of earned.rolesAt(place)) earned.addPerson(role, person, false);
  },
  'search-ended': (earned, { seat, place }) => {
    const role = earned.seats.get(seat)?.role;
    if (role !== undefined && earned.seats.get(seat)?.at === place)
      for (const item of lyingAt(earned, role, place)) earned.addItem(role, item);
  },
  'item-perished': ({ gone }, { item }) => void gone.add(item),
  'item-appeared': ({ gone }, { item }) => void gone.delete(item),
  'analysis-ended': (earned, { by, item }) => {
    for (const yielded of earned.compiled.scenario.items[item]?.analysis?.yields ?? []) earned.addItem(by, yielded);
  },
  screened: (earned, { by, person, alone }) => {
    earned.add(by, `screening:${person}.${alone ? 'alone' : 'company'}`);
    if (!alone) return;
    earned.addPerson(by, person, true);
    for (const item of earned.compiled.scenario.people[person]?.screening?.yields ?? []) earned.addItem(by, item);
  },
};

const telling: Earnings = {
  'item-shared': (earned, { by, item, parts, to }) => {
    const has = earned.partsOf(by, item);
    earned.addItem(
      to,
      item,
      parts.filter((part) => has.includes(part)),
    );
  },
  'item-handed-over': (earned, { item, to }) => earned.addItem(to, item),
  'request-made': (earned, { by, request, kind, to, item, person, place }) => {
    earned.requests.set(request, { by, to, kind });
    if (item !== undefined) earned.add(to, `item:${item}`);
    if (person !== undefined) earned.addPerson(to, person, earned.has(by, `name:${person}`));
    if (place !== undefined) earned.add(to, `place:${place}`);
  },
  'request-answered': (earned, { by, request, parts, holding }) => {
    const asked = earned.requests.get(request);
    if (!asked || asked.to !== by) return;
    if (earned.roles.includes(by)) {
      for (const item of parts) earned.addItem(asked.by, item, earned.partsOf(by, item));
      return;
    }
    const held = earned.compiled.scenario.holdings[holding ?? ''];
    if (!held || held.body !== by || held.kind !== asked.kind) return;
    earned.add(asked.by, `holding:${holding}`);
    for (const item of held.yields) earned.addItem(asked.by, item);
    earned.addEffects(held.does);
  },
  'consent-asked': ({ asked }, { by, consent }) => void asked.set(consent, by),
  'consent-refused': (earned, { consent, person, kind, answer }) =>
    earned.add(earned.asked.get(consent), `consent:${person}.${kind}.${answer}`),
  'consent-given': (earned, { by, person, kind, to, answer }) => {
    for (const receiver of [by, ...to]) {
      earned.add(receiver, `consent:${person}.${kind}.${answer}`);
      earned.addPerson(receiver, person, false);
      for (const named of to) earned.add(receiver, `service:${named}`);
    }
  },
  'needs-assessed': ({ asked }, { by, referral }) => void asked.set(referral, by),
  'offer-accepted': (earned, event) => hearAnswer(earned, event),
  'offer-refused': (earned, event) => hearAnswer(earned, event),
  'service-offered': (earned, { person, service }) =>
    earned.addPerson(earned.compiled.scenario.services[service]?.['run-by'], person, false),
  'place-declined': (earned, { person, service }) =>
    earned.addPerson(earned.compiled.scenario.services[service]?.['run-by'], person, false),
};

const interviews: Earnings = {
  'interview-planned': (earned, { by, interview, person, kind }) => {
    const script = scriptOf(earned.compiled, person, kind);
    earned.interviews.set(interview, { role: by, script });
  },
  'account-begun': (earned, { interview }) => {
    const found = earned.interviews.get(interview);
    if (!found) return;
    const { role, script } = found;
    earned.add(role, `interview:${script}`, ...questionsOf(earned.compiled, script).map((one) => `question:${one}`));
  },
  'answer-given': (earned, { interview, question, answer }) => {
    const found = earned.interviews.get(interview);
    const given = answersOf(earned.compiled, question)[answer];
    if (!found || !given || !question.startsWith(`${found.script}.`)) return;
    earned.add(found.role, `answer:${question}.${answer}`);
    for (const item of given.tells) earned.addItem(found.role, item);
    earned.addEffects(given.does);
  },
  'interpreter-vetted': (earned, { interview, interpreter }) =>
    earned.add(earned.interviews.get(interview)?.role, `vetting:${interpreter}`),
};

const story: Earnings = {
  'inject-fired': (earned, { inject }) => {
    const authored = earned.compiled.scenario.injects[inject];
    if (!authored) return;
    const to = authored.to.includes('everyone') ? earned.roles : authored.to;
    for (const role of to) {
      earned.add(role, `inject:${inject}`);
      for (const item of authored.gives) earned.addItem(role, item);
    }
    earned.addEffects(authored.does);
  },
  'timer-set': ({ waiting }, { timer, action }) => {
    if (action.do === 'effect') waiting.set(timer, action.effect as Effect);
  },
  'timer-cleared': (earned, { timer }) => {
    const effect = earned.waiting.get(timer);
    if (effect) earned.addEffects([effect]);
    earned.waiting.delete(timer);
  },
  'chart-moved': (earned, { chart, value }) => {
    const authored = earned.compiled.scenario.statecharts[chart];
    for (const path of ['', ...earned.moveChart(chart, value)]) {
      const state = stateAt(authored, path);
      for (const { does } of transitionsOf(state)) earned.addEffects(does);
      earned.addEffects(state?.exit);
    }
  },
  'state-entered': (earned, { chart, state: path }) => {
    const state = stateAt(earned.compiled.scenario.statecharts[chart], path);
    earned.addEffects(state?.entry);
    // A state may be left again in the same step.
    for (const { does } of state?.always ?? []) earned.addEffects(does);
    earned.addEffects(state?.exit);
  },
  'decision-opened': (earned, { decision }) => {
    const { propose = [], agree = [], 'known-with': ids } = earned.compiled.scenario.decisions[decision] ?? {};
    earned.open(`decision:${decision}`, [...propose, ...agree], knowing(ids));
  },
  // Who proposes puts the decision before all who share it.
  'decision-proposed': (earned, { by, decision }) => {
    const { propose = [], agree = [] } = earned.compiled.scenario.decisions[decision] ?? {};
    if (earned.has(by, `decision:${decision}`))
      for (const role of [...propose, ...agree]) earned.add(role, `decision:${decision}`);
  },
  'decision-made': (earned, { decision, option }) =>
    earned.addEffects(earned.compiled.scenario.decisions[decision]?.options[option]?.does),
  'operation-opened': (earned, { operation }) => {
    const {
      lead = [],
      'need-to-know': others = [],
      'known-with': ids,
    } = earned.compiled.scenario.operations[operation] ?? {};
    earned.open(`operation:${operation}`, [...lead, ...others], knowing(ids));
  },
  'standby-asked': (earned, { operation, service }) => {
    earned.add(earned.compiled.scenario.services[service]?.['run-by'], `operation:${operation}`);
    earned.enrich(`operation:${operation}`, `service:${service}`);
  },
  'plan-section-set': (earned, { operation, service }) => {
    if (service !== undefined) earned.enrich(`operation:${operation}`, `service:${service}`);
  },
  'operation-launched': (earned, { operation, place }) => {
    earned.enrich(`operation:${operation}`, `place:${place}`);
    earned.addEffects(earned.compiled.scenario.operations[operation]?.launched);
  },
  'operation-aborted': (earned, { operation }) =>
    earned.addEffects(earned.compiled.scenario.operations[operation]?.aborted),
};

export const earnings: Earnings = { ...start, ...presence, ...telling, ...interviews, ...story };
