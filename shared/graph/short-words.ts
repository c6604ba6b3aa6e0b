/**
 * Conditions and effects in a few words, for the edges of a graph. They use the words of the file, so that authors
 * recognise what they wrote in any language.
 */
import type { Effect } from '../scenario/schema/effects.ts';
import { formatCaseTime, formatDuration } from '../time.ts';
import { type Condition, type ConditionHead, headOf } from '../vocabulary/conditions.ts';

const WORDS: Readonly<Record<ConditionHead, (condition: Condition) => string>> = {
  all: ({ all = [] }) => group(all, ' and '),
  any: ({ any = [] }) => group(any, ' or '),
  of: (condition) => `at least ${condition['at-least'] ?? 1} of (${group(condition.of ?? [], ', ')})`,
  not: ({ not }) => `not ${not ? bracketed(not) : ''}`,
  happened,
  reached: ({ reached }) => `reached ${reached}`,
  in: (condition) => `in ${condition.in}`,
  knows: ({ role, knows, part }) => `${role} knows ${knows}${part ? `.${part}` : ''}`,
  clock,
  at: aboutThing,
  trust: aboutThing,
  stress: aboutThing,
  referral: aboutThing,
  status: aboutThing,
  consent: aboutThing,
  is: aboutThing,
};

/** A condition on one line: `reached case.screening and not item ledger is taken`. */
export function conditionInShort(condition: Condition): string {
  const head = headOf(condition);
  return head === undefined ? aboutThing(condition) : WORDS[head](condition);
}

function group(parts: readonly Condition[], between: string): string {
  return parts.map(bracketed).join(between);
}

function bracketed(condition: Condition): string {
  const inner = conditionInShort(condition);
  return condition.all || condition.any ? `(${inner})` : inner;
}

function happened(condition: Condition): string {
  const { happened: event, times, ...fields } = condition;
  const compared = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => (value === true ? key : `${key} ${String(value)}`));
  return [event, ...compared, ...(times === undefined ? [] : [`${times}×`])].join(' ');
}

function clock({ clock: moments }: Condition): string {
  const parts = [
    moments?.after === undefined ? '' : `after ${formatCaseTime(moments.after)}`,
    moments?.before === undefined ? '' : `before ${formatCaseTime(moments.before)}`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function aboutThing(condition: Condition): string {
  const { person, item, ...asked } = condition;
  const what = Object.entries(asked).map(([key, value]) => `${key} ${bounds(value)}`);
  return [person ?? item ?? '', ...what].join(' ').trim();
}

function bounds(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([key, number]) => `${key === 'at-least' ? '≥' : '≤'} ${String(number)}`)
    .join(' ');
}

/** Effects, one line each; moves and moods of one place are joined. */
export function effectsInShort(effects: readonly Effect[]): string[] {
  const lines: string[] = [];
  const moved = new Map<string, number>();
  for (const effect of effects) {
    if (effect.move !== undefined && effect.to !== undefined && effect.after === undefined)
      moved.set(effect.to, (moved.get(effect.to) ?? 0) + 1);
    else lines.push(effectInShort(effect));
  }
  for (const [place, people] of moved) lines.push(`moves ${people} to ${place}`);
  return lines;
}

function effectInShort({ after, ...effect }: Effect): string {
  const late = after === undefined ? '' : ` after ${formatDuration(after)}`;
  return `${verb(effect)}${late}`;
}

const VERBS = {
  send: 'sends',
  fire: 'fires',
  perish: 'loses',
  appear: 'shows',
  'risk-trigger': 'risk of',
  withdraw: 'withdraws',
} as const;

function verb(effect: Effect): string {
  if (effect.learn !== undefined) return `${effect.role ?? ''} learns ${effect.learn}`.trim();
  if (effect.move !== undefined) return `moves ${effect.move} to ${effect.to ?? ''}`;
  if (effect.end) return 'the exercise may end';
  for (const key of ['trust', 'stress', 'room'] as const) {
    const changes = effect[key];
    if (changes)
      return Object.entries(changes)
        .map(([id, by]) => `${key} of ${id} ${by > 0 ? '+' : ''}${by}`)
        .join(', ');
  }
  const [key, word] = Object.entries(VERBS).find(([name]) => effect[name as keyof typeof VERBS] !== undefined) ?? [];
  return key ? `${word} ${String(effect[key as keyof typeof VERBS])}` : '';
}
