/** What can come about in a case at all, as far as the text alone tells. Errs towards "it can". */
import type { CaseUnderCheck, InLaw } from './case-under-check.ts';
import { COMMANDS, type CommandType } from '../vocabulary/commands.ts';
import { type Condition, insideOf, type LeafHead, leafHeadOf } from '../vocabulary/conditions.ts';
import { INTERVIEW_KINDS, type InterviewKind, type Power, POWER_OF_INTERVIEW, POWERS } from '../vocabulary/enums.ts';
import type { EventType } from '../vocabulary/events.ts';
import type { Scenario } from './schema/scenario.ts';
import type { Path } from './source-map.ts';
import { effectsOf } from './visit.ts';

/** Events that only one command gives: no effect, timer or other command does. */
const GIVEN_BY = {
  screened: 'screen',
  'status-set': 'set-status',
  'risk-assessed': 'assess-risk',
  'guardian-notified': 'notify-guardian',
  arrested: 'arrest',
  'needs-assessed': 'assess-needs',
  'service-offered': 'offer-service',
  'transport-started': 'start-transport',
  'search-started': 'search',
  'charge-set': 'set-charge',
  'charge-filed': 'file-charge',
  'no-charge-decided': 'decide-no-charge',
  'protective-measure-asked': 'ask-protective-measure',
  'conference-called': 'call-conference',
  'operation-launched': 'launch-operation',
} as const satisfies Partial<Record<EventType, CommandType>>;
const isGivenByOne = (event: string): event is keyof typeof GIVEN_BY => Object.hasOwn(GIVEN_BY, event);

const isInterviewKind = (kind: unknown): kind is InterviewKind => INTERVIEW_KINDS.some((one) => one === kind);

/** Powers needed for what a condition about an event asks, any one of them; none where every desk can do it. */
export function powersFor(condition: Condition): readonly Power[] {
  const { happened: event = '', kind } = condition;
  if (event === 'interview-planned' || event === 'account-begun')
    return isInterviewKind(kind) ? [POWER_OF_INTERVIEW[kind]] : [];
  const powers = isGivenByOne(event) ? COMMANDS[GIVEN_BY[event]].powers : [];
  return powers === 'by-case' ? [] : powers;
}

export function rolePowers(
  { scenario, law }: Pick<CaseUnderCheck, 'scenario' | 'law'>,
  role: string,
): ReadonlySet<Power> {
  const desk = scenario.roles[role];
  const agency = law?.agencies[desk?.desk ?? ''];
  // A desk of an unknown agency is a finding of its own; it should not draw others after it.
  return new Set(agency ? [...agency.powers, ...(desk?.powers ?? [])] : POWERS);
}

/** Where an author gives a role a power: in the case, or to its agency in the law pack. */
export function placesOfPowers({ scenario }: Pick<CaseUnderCheck, 'scenario'>, role: string): (Path | InLaw)[] {
  return [['roles', role, 'powers'], { inLaw: ['agencies', scenario.roles[role]?.desk ?? '', 'powers'] }];
}

/** Roles that can find an item by searching its place; nobody where it is found nowhere. */
export function finders(subject: Pick<CaseUnderCheck, 'scenario' | 'law'>, id: string): string[] {
  const found = subject.scenario.items[id]?.found;
  if (!found) return [];
  const allowed = found.by ?? Object.keys(subject.scenario.roles);
  const needs = found.needs;
  return needs === undefined || !subject.law ? allowed : allowed.filter((role) => rolePowers(subject, role).has(needs));
}

/** Items that at least one desk can come to know. */
export function obtainableItems(subject: Pick<CaseUnderCheck, 'scenario' | 'law'>): ReadonlySet<string> {
  const { scenario } = subject;
  const items = new Set(givenItems(scenario));
  for (const id of Object.keys(scenario.items)) if (finders(subject, id).length > 0) items.add(id);
  // What analysis yields hangs on having what is analysed.
  // (A set that grows while it is walked is walked to its new end.)
  for (const id of items) for (const yielded of scenario.items[id]?.analysis?.yields ?? []) items.add(yielded);
  return items;
}

function givenItems(scenario: Scenario): string[] {
  return [
    ...Object.values(scenario.roles).flatMap((role) => role.knows),
    ...Object.values(scenario.people).flatMap((person) => person.screening?.yields ?? []),
    ...Object.values(scenario.interviews).flatMap(({ topics }) =>
      Object.values(topics).flatMap(({ questions }) =>
        Object.values(questions).flatMap(({ answers }) => answers.flatMap(({ tells }) => tells)),
      ),
    ),
    ...Object.values(scenario.injects).flatMap((inject) => inject.gives),
    ...Object.values(scenario.holdings).flatMap((holding) => holding.yields),
    ...effectsOf(scenario).flatMap(({ value }) => value.learn ?? []),
  ];
}

/** Injects that have something to fire them. */
export function firingInjects(scenario: Scenario): ReadonlySet<string> {
  const fired = new Set(effectsOf(scenario).flatMap(({ value }) => value.fire ?? []));
  const byThemselves = Object.entries(scenario.injects).filter(
    ([, inject]) => inject.at !== undefined || inject.when !== undefined || inject.pocket !== undefined,
  );
  return new Set([...fired, ...byThemselves.map(([id]) => id)]);
}

type Reason = (condition: Condition, subject: CaseUnderCheck) => string | undefined;
/** The text of a case does not tell that it can never be so. */
const mayHold: Reason = () => undefined;

const REASONS: Readonly<Record<LeafHead, Reason>> = {
  happened: whyNotHappening,
  reached: mayHold,
  in: mayHold,
  knows: whyUnknown,
  clock: whyNoTime,
  at: mayHold,
  trust: mayHold,
  stress: mayHold,
  referral: mayHold,
  status: mayHold,
  consent: mayHold,
  is: mayHold,
};

/** Why a condition can never come true, in words that follow "because"; nothing where it may. */
export function whyNever(condition: Condition, subject: CaseUnderCheck): string | undefined {
  const inside = insideOf(condition);
  if (inside)
    return inside.negated
      ? undefined
      : everyOne(
          inside.conditions.map((one) => whyNever(one, subject)),
          inside.enough,
        );
  const head = leafHeadOf(condition);
  return head === undefined ? undefined : REASONS[head](condition, subject);
}

/** A choice fails where fewer than enough of it can hold; the first reason stands for all. */
function everyOne(reasons: readonly (string | undefined)[], enough: number): string | undefined {
  if (reasons.length < enough) return `only ${reasons.length} of ${enough} are listed`;
  return reasons.filter((why) => why === undefined).length < enough
    ? reasons.find((why) => why !== undefined)
    : undefined;
}

function whyUnknown({ knows }: Condition, subject: CaseUnderCheck): string | undefined {
  if (knows === undefined || !subject.known.item.has(knows)) return undefined;
  return obtainableItems(subject).has(knows) ? undefined : `nobody can get the item \`${knows}\``;
}

function whyNoTime({ clock }: Condition, { scenario: { starts } }: CaseUnderCheck): string | undefined {
  if (clock?.before !== undefined && clock.before <= starts) return 'that time lies before the case starts';
  return clock?.after !== undefined && clock.before !== undefined && clock.before <= clock.after
    ? 'the time ends before it begins'
    : undefined;
}

function whyNotHappening(condition: Condition, subject: CaseUnderCheck): string | undefined {
  const { scenario, law } = subject;
  const inject = condition['inject'];
  if (
    condition.happened === 'inject-fired' &&
    typeof inject === 'string' &&
    subject.known.inject.has(inject) &&
    !firingInjects(scenario).has(inject)
  ) {
    return `the inject \`${inject}\` never fires`;
  }
  const needed = powersFor(condition);
  if (!law || needed.length === 0) return undefined;
  const by = condition['by'];
  const roles =
    typeof by === 'string' ? [by].filter((role) => subject.known.role.has(role)) : Object.keys(scenario.roles);
  if (roles.length === 0 || roles.some((role) => needed.some((power) => rolePowers(subject, role).has(power))))
    return undefined;
  return `${typeof by === 'string' ? `\`${by}\`` : 'every desk'} lacks the power \`${needed[0]}\``;
}
