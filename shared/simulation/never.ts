/** Facts that no play reached, one sentence each, without those that follow from another unreached fact. */
import type { CompiledScenario } from '../scenario/compiled.ts';
import { reasonFor } from './reasons.ts';
import type { Totals } from './totals.ts';
import { type Fact, type FactKind, universeOf } from './universe.ts';

export interface Unreached {
  kind: FactKind;
  id: string;
  path: Fact['path'];
  /** A complete sentence. */
  says: string;
  /** The unreached fact that it depends on, if any. */
  follows?: string;
}

export interface Coverage {
  kind: FactKind;
  reached: number;
  of: number;
}

/** The coverage of each kind: facts that at least one play reached. */
export function coverageOf(compiled: CompiledScenario, { reached }: Totals): Coverage[] {
  const coverage = new Map<FactKind, Coverage>();
  for (const [index, { kind }] of universeOf(compiled).facts.entries()) {
    const one = coverage.get(kind) ?? { kind, reached: 0, of: 0 };
    one.of += 1;
    if ((reached[index] ?? 0) > 0) one.reached += 1;
    coverage.set(kind, one);
  }
  return [...coverage.values()];
}

export function neverReached(compiled: CompiledScenario, { reached }: Totals): Unreached[] {
  const { facts } = universeOf(compiled);
  const missing = new Set(facts.flatMap(({ kind, id }, index) => ((reached[index] ?? 0) > 0 ? [] : [`${kind}:${id}`])));
  return facts.flatMap((fact, index): Unreached[] => {
    if ((reached[index] ?? 0) > 0) return [];
    const reason = reasonFor(compiled, fact);
    const follows = causesOf(compiled, fact).find((cause) => missing.has(cause));
    const says = `${sentenceOf(compiled, fact)}${reason === undefined ? '' : `: ${reason}`}.`;
    return [{ kind: fact.kind, id: fact.id, path: fact.path, says, ...(follows === undefined ? {} : { follows }) }];
  });
}

/** Facts that this one depends on. */
function causesOf(compiled: CompiledScenario, { kind, id }: Fact): string[] {
  const [script = '', topic = '', question = ''] = id.split('.');
  switch (kind) {
    case 'part':
      return [`item:${id.split('/')[0] ?? ''}`];
    case 'needed':
      return [`item:${id.split('@')[0] ?? ''}`];
    case 'question':
      return [`interview:${script}`];
    case 'answer':
      return [`question:${script}.${topic}.${question}`, `interview:${script}`];
    case 'option':
      return [`decision:${script}`];
    case 'task-done':
    case 'task-missed':
      return [`task-chance:${id}`];
    case 'transition': {
      const found = universeOf(compiled).transitions.find((one) => one.id === id);
      if (!found) return [];
      const source = found.source === '' ? [] : [`state:${found.chart}.${found.source}`];
      return found.target === undefined ? source : [...source, `state:${found.chart}.${found.target}`];
    }
    default:
      return [];
  }
}

function sentenceOf({ scenario }: CompiledScenario, { kind, id }: Fact): string {
  const [first = '', second = ''] = id.split(/[/@]/);
  switch (kind) {
    case 'state':
      return `No play reached the state \`${id}\``;
    case 'transition':
      return `The transition \`${id}\` was never taken`;
    case 'inject':
      return `The inject \`${id}\` never fired`;
    case 'item':
      return `No desk ever had \`${id}\``;
    case 'part':
      return `No desk ever had the part \`${second}\` of \`${first}\``;
    case 'needed':
      return `\`${second}\` needs \`${first}\` and never had ${partsNeeded(scenario.items[first]?.['needed-parts']?.[second])}`;
    case 'person':
      return `No desk ever learned of \`${id}\``;
    case 'interview':
      return `No question was ever asked in the interview \`${id}\``;
    case 'question':
      return `The question \`${id}\` was never asked`;
    case 'answer':
      return `The ${ordinal(Number(id.split('.')[3]) + 1)} answer to \`${id.split('.').slice(0, 3).join('.')}\` was never given`;
    case 'service':
      return `The service \`${id}\` was never offered`;
    case 'holding':
      return `No desk ever got the answer \`${id}\``;
    case 'decision':
      return `The decision \`${id}\` was never made`;
    case 'option':
      return `The option \`${id.split('.')[1] ?? ''}\` was never chosen in the decision \`${id.split('.')[0] ?? ''}\``;
    case 'operation':
      return `The operation \`${id}\` was never launched`;
    default:
      return sentenceOfMark(kind, id);
  }
}

function sentenceOfMark(kind: FactKind, id: string): string {
  switch (kind) {
    case 'task-chance':
      return `The task \`${id}\` never had its chance`;
    case 'task-done':
      return `The task \`${id}\` was never done`;
    case 'task-missed':
      return `The task \`${id}\` was never missed: it does not distinguish classes`;
    case 'red-line':
      return `The red line \`${id}\` was never crossed`;
    case 'pin':
      return `The pin \`${id}\` never appeared in a debrief`;
    default:
      return `The victim’s-eye line \`${id}\` never appeared`;
  }
}

const partsNeeded = (parts: readonly string[] | undefined): string =>
  parts === undefined || parts.length === 0 ? 'it' : `the parts ${parts.map((part) => `\`${part}\``).join(', ')}`;

const ordinal = (number: number): string =>
  ['', 'first', 'second', 'third', 'fourth', 'fifth'][number] ?? `${number}th`;
