/**
 * A line of a victim's view says what it guarantees. It is unguarded where the same condition also holds in a play in which
 * the opposite was done: a screening in front of the others, a state that a raid reaches too.
 */
import { isVictimFact } from '../../vocabulary/victim-facts.ts';
import { type Condition, insideOf, leafHeadOf, valueAt } from '../../vocabulary/conditions.ts';
import type { EventType, HappenedField } from '../../vocabulary/events.ts';
import type { CaseUnderCheck, Check } from '../case-under-check.ts';
import type { Scenario } from '../schema/scenario.ts';

/** Fields that say how well something was done. One of each group is to be named, except in a line that names harm. */
const QUALITIES: Partial<Record<EventType, readonly (readonly HappenedField[])[]>> = {
  screened: [['alone', 'with'], ['interpreter']],
  'account-begun': [['recorded'], ['interpreter']],
  'consent-asked': [['explained'], ['interpreter']],
  'question-asked': [['question', 'questionType']],
  'risk-assessed': [['family']],
  'service-offered': [['conditional']],
  'offer-accepted': [['service']],
  'offer-refused': [['service']],
  'transport-started': [['service']],
  received: [['service']],
  'no-charge-decided': [['nonPunishment']],
  'decision-made': [['option']],
  'inject-fired': [['inject']],
};

/** Values that state harm. A line that names one praises nothing. */
const HARM: Partial<Record<HappenedField, readonly unknown[]>> = {
  alone: [false],
  with: ['in-group', 'with-escort'],
  explained: [false],
  conditional: [true],
  recorded: [false],
  family: [false],
  questionType: ['blaming', 'promise', 'leading'],
  outcome: ['suspect', 'not-a-victim'],
};

/** Events that say what happened without being about a person. */
const ABOUT_ALL: readonly string[] = ['decision-made', 'inject-fired'];
/** States of the person; how a referral or a consent came about is not in the state. */
const OWN_STATES: readonly string[] = ['at', 'trust', 'stress', 'status'];

type Person = Scenario['people'][string];

export const checkVictimEye: Check = (subject) => {
  const { scenario, report } = subject;
  for (const [id, { person, when }] of Object.entries(scenario.debrief['victim-eye'])) {
    const path = ['debrief', 'victim-eye', id];
    if (isVictimFact(id)) report('VICTIM_EYE_NAME', path, { line: id }, 'key');
    const found = alternativesOf(when).map((leaves) => gapOf(subject, person, leaves));
    const gap = found.find((one) => one !== undefined);
    if (gap !== undefined) report('VICTIM_EYE_UNGUARDED', [...path, 'when'], { line: id, ...gap }, 'key');
  }
};

/** The ways in which a condition can hold: each is a list of conditions that hold together. Forbidden ones guarantee nothing. */
function alternativesOf(condition: Condition): Condition[][] {
  const inside = insideOf(condition);
  if (!inside) return [[condition]];
  if (inside.negated) return [[]];
  const each = inside.conditions.map(alternativesOf);
  if (inside.enough < inside.conditions.length) return each.flat();
  return each.reduce<Condition[][]>((ways, more) => ways.flatMap((way) => more.map((one) => [...way, ...one])), [[]]);
}

interface Gap {
  event?: string;
  fields?: readonly string[];
}

/** What this way to hold leaves open; undefined if it guarantees what is said. */
function gapOf(subject: CaseUnderCheck, person: string, leaves: readonly Condition[]): Gap | undefined {
  if (!leaves.some((leaf) => isAnchor(leaf, person))) return {};
  for (const leaf of leaves) {
    const fields = openFields(subject, leaf);
    if (fields !== undefined) return { event: String(leaf.happened), fields };
  }
  return undefined;
}

/** True if this is about the person, or about what was decided or announced for all. */
function isAnchor(leaf: Condition, person: string): boolean {
  const head = leafHeadOf(leaf);
  if (head === 'happened') return leaf.person === person || ABOUT_ALL.includes(String(leaf.happened));
  return leaf.person === person && head !== undefined && OWN_STATES.includes(head);
}

function openFields({ scenario }: CaseUnderCheck, leaf: Condition): readonly string[] | undefined {
  const groups = leaf.happened === undefined ? [] : (QUALITIES[leaf.happened as EventType] ?? []);
  const about = typeof leaf.person === 'string' ? scenario.people[leaf.person] : undefined;
  if (groups.length === 0 || namesHarm(scenario, leaf, about)) return undefined;
  return groups.find((fields) => isWanted(fields, leaf, about) && fields.every((field) => !isNamed(leaf, field)));
}

const isNamed = (leaf: Condition, field: string): boolean => valueAt(leaf, field) !== undefined;

function isWanted(fields: readonly HappenedField[], leaf: Condition, about: Person | undefined): boolean {
  if (fields.includes('interpreter')) return about?.needs.includes('interpreter') === true;
  // Only a full account has to be recorded.
  return !fields.includes('recorded') || leaf['kind'] === undefined || leaf['kind'] === 'account';
}

function namesHarm(scenario: Scenario, leaf: Condition, about: Person | undefined): boolean {
  const states = Object.entries(HARM).some(([field, values]) => values.includes(valueAt(leaf, field)));
  const helper = scenario.helpers[String(leaf['interpreter'])];
  const asAdult = leaf['child'] === false && (about?.age.real ?? 99) < 18;
  return states || asAdult || helper?.vetting.result === 'conflict';
}
