/** Conditions ask one thing, of things that exist, with values that can occur. */
import { TRAINER } from '../../access/stored-names.ts';
import { type CaseUnderCheck, type Check, unknownId } from '../case-under-check.ts';
import {
  companionsOf,
  type Condition,
  CONDITION_KEYS,
  headOf,
  isConditionHead,
  isLeafHead,
  LEAF_HEADS,
  neededBy,
  valueAt,
} from '../../vocabulary/conditions.ts';
import { comparableFields, EVENT_TYPES, HAPPENED_FIELDS } from '../../vocabulary/events.ts';
import type { ValueKind } from '../../vocabulary/fields.ts';
import { type Kind, WORDS } from '../known-ids.ts';
import { nearest } from '../nearest.ts';
import type { Path } from '../source-map.ts';
import { conditionsOf, type Placed } from '../visit.ts';

export const checkConditions: Check = (subject) => {
  for (const placed of conditionsOf(subject.scenario)) {
    checkForm(subject, placed);
    if (placed.value.happened !== undefined) checkHappened(subject, placed, placed.value.happened);
    else checkNames(subject, placed);
    checkStates(subject, placed);
  }
};

function checkForm({ report }: CaseUnderCheck, { path, value }: Placed<Condition>): void {
  const head = headOf(value);
  if (head === undefined) return;
  const fits = companionsOf(head);
  const asksOfEvents = isLeafHead(head) && LEAF_HEADS[head].counts !== undefined;
  const written = Object.keys(value).filter((key) => valueAt(value, key) !== undefined);
  for (const key of written) {
    // Which fields an event has is checked with its name.
    if (key === head || fits.includes(key) || (asksOfEvents && !isConditionHead(key))) continue;
    if (isConditionHead(key)) report('CONDITION_TWO_QUESTIONS', [...path, key], { first: head, second: key }, 'key');
    else report('CONDITION_KEY_UNUSED', [...path, key], { asks: head, key, fits: [...fits] }, 'key');
  }
  const needed = neededBy(head);
  if (needed !== undefined && !written.includes(needed))
    report('CONDITION_INCOMPLETE', [...path, head], { asks: head, lacks: needed }, 'key');
}

function checkHappened(subject: CaseUnderCheck, { path, value }: Placed<Condition>, event: string): void {
  const fields = comparableFields(event);
  if (!fields) {
    subject.report('UNKNOWN_EVENT', [...path, 'happened'], { event, meant: nearest(event, EVENT_TYPES) });
    return;
  }
  for (const field of HAPPENED_FIELDS) {
    const wanted = value[field];
    if (wanted === undefined) continue;
    const kind = fields[field];
    if (kind === undefined || kind === 'made-in-play') {
      const names = Object.keys(fields).filter((name) => fields[name] !== 'made-in-play');
      subject.report(
        'EVENT_HAS_NO_FIELD',
        [...path, field],
        { event, field, meant: nearest(field, names), fields: names },
        'key',
      );
    } else checkValue(subject, [...path, field], field, kind, wanted, value);
  }
}

const SAME_KIND: readonly Kind[] = [
  'role',
  'person',
  'place',
  'item',
  'question',
  'service',
  'inject',
  'decision',
  'option',
  'operation',
  'plan-section',
  'offence',
  'indicator',
  'helper',
  'interview',
  'chart',
  'remedy',
  'measure',
  'duty',
  'engage-step',
  'sop-element',
  'request-kind',
];
const LAW = new Set<string>([
  'plan-section',
  'offence',
  'indicator',
  'remedy',
  'measure',
  'duty',
  'engage-step',
  'sop-element',
  'request-kind',
  'role-or-body',
]);

function checkValue(
  subject: CaseUnderCheck,
  path: Path,
  field: string,
  kind: ValueKind,
  wanted: unknown,
  condition: Condition,
): void {
  const { known, report } = subject;
  const type = kind === 'yes-no' ? 'boolean' : kind === 'number' ? 'number' : 'string';
  if (kind !== 'any' && typeof wanted !== type) {
    const expected = { boolean: 'true or false', number: 'a whole number', string: 'a text' }[type];
    report('WRONG_TYPE', path, { key: field, expected, got: `\`${String(wanted)}\`` });
    return;
  }
  if (typeof wanted !== 'string') return;
  if (Object.hasOwn(WORDS, kind)) {
    const words: readonly string[] = WORDS[kind as keyof typeof WORDS];
    if (!words.includes(wanted))
      report('UNKNOWN_VALUE', path, { key: field, value: wanted, meant: nearest(wanted, words), known: [...words] });
    return;
  }
  if (LAW.has(kind) && subject.law === undefined) return;
  const kinds = kindsFor(kind);
  if (kind === 'actor' && (wanted === TRAINER || wanted === 'story')) return;
  if (kind === 'part') checkPart(subject, path, condition.item, wanted);
  else if (kind === 'state-of-chart')
    checkState(
      subject,
      path,
      typeof condition.chart === 'string' ? `${condition.chart}.${wanted}` : wanted,
      condition.chart !== undefined,
    );
  else if (kinds.length > 0 && !kinds.some((each) => known[each].has(wanted)))
    unknownId(report, known, kinds, wanted, path);
}

function kindsFor(kind: ValueKind): Kind[] {
  if (kind === 'actor') return ['role'];
  if (kind === 'role-or-body') return ['role', 'body'];
  return SAME_KIND.filter((each) => each === kind);
}

/** Names in conditions that are not about events. */
function checkNames(subject: CaseUnderCheck, { path, value }: Placed<Condition>): void {
  for (const [key, { names }] of CONDITION_KEYS) {
    const id = valueAt(value, key);
    // Names of events and states are checked wherever they stand.
    if (names === undefined || names === 'event' || names === 'state' || typeof id !== 'string') continue;
    if (!subject.known[names].has(id)) unknownId(subject.report, subject.known, [names], id, [...path, key]);
  }
  if (value.part !== undefined) checkPart(subject, [...path, 'part'], value.knows, value.part);
}

function checkPart({ scenario, report }: CaseUnderCheck, path: Path, item: string | undefined, part: string): void {
  const found = item === undefined ? undefined : scenario.items[item];
  if (!found) return;
  const parts = found.parts ? Object.keys(found.parts) : ['all'];
  if (!parts.includes(part))
    report('UNKNOWN_ID', path, { kind: `part of \`${item}\``, id: part, meant: nearest(part, parts), known: parts });
}

function checkStates(subject: CaseUnderCheck, { path, value }: Placed<Condition>): void {
  for (const [key, { names }] of CONDITION_KEYS) {
    const state = valueAt(value, key);
    if (names === 'state' && typeof state === 'string') checkState(subject, [...path, key], state, true);
  }
}

function checkState({ known, report }: CaseUnderCheck, path: Path, state: string, whole: boolean): void {
  if (!whole || known.state.has(state)) return;
  report('UNKNOWN_STATE', path, { state, meant: nearest(state, known.state), known: [...known.state] });
}
