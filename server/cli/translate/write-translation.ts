/** Writes translations into a `<language>.yaml` and keeps the rest of the file, including comments. */
import {
  type Document,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  Pair,
  parseDocument,
  Scalar,
  YAMLMap,
  YAMLSeq,
} from 'yaml';

type Step = string | number;

const stepsOf = (path: string): Step[] => path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));

/** The order of keys in the case, per map. */
class KeyOrder {
  readonly #keys = new Map<string, Step[]>();

  constructor(paths: readonly string[]) {
    for (const path of paths) {
      const steps = stepsOf(path);
      for (const [depth, step] of steps.entries()) {
        const within = steps.slice(0, depth).join('.');
        const keys = this.#keys.get(within) ?? [];
        if (keys.at(-1) !== step && !keys.includes(step)) keys.push(step);
        this.#keys.set(within, keys);
      }
    }
  }

  /** The index for `key` in a map with the keys `present`. */
  placeOf(within: readonly Step[], key: Step, present: readonly unknown[]): number {
    const keys = this.#keys.get(within.join('.')) ?? [];
    const rank = keys.indexOf(key);
    const ranks = present.map((other) => keys.indexOf(other as Step));
    const before = ranks.findLastIndex((other) => other !== -1 && other < rank);
    if (before !== -1) return before + 1;
    // Keys that are not texts of the case (`translation-of`) stay at the start.
    const first = ranks.findIndex((other) => other !== -1);
    return first === -1 ? present.length : first;
  }
}

/**
 * The content of the file with these translations. `paths` are all texts of the case in their order; new translations follow it.
 */
export function withTranslations(
  text: string,
  updates: Readonly<Record<string, string>>,
  paths: readonly string[],
): string {
  const document: Document = parseDocument(text);
  if (!isMap(document.contents)) document.contents = new YAMLMap();
  const order = new KeyOrder(paths);
  for (const path of paths) {
    const translation = updates[path];
    if (translation !== undefined) put(document, stepsOf(path), translation, order);
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function put(document: Document, steps: readonly Step[], text: string, order: KeyOrder): void {
  const existing = document.getIn(steps, true);
  if (isScalar(existing)) {
    existing.value = asWritten(text);
    if (text.includes('\n')) existing.type = Scalar.BLOCK_LITERAL;
    else if (existing.type === Scalar.BLOCK_LITERAL || existing.type === Scalar.BLOCK_FOLDED) delete existing.type;
    return;
  }
  let here: unknown = document.contents;
  for (const [depth, step] of steps.entries()) {
    const isLast = depth === steps.length - 1;
    const next = isCollection(here) ? here.get(step, true) : undefined;
    if (!isLast && isCollection(next)) {
      here = next;
      continue;
    }
    const made = isLast ? scalar(text) : typeof steps[depth + 1] === 'number' ? new YAMLSeq() : new YAMLMap();
    insert(here, step, made, order.placeOf(steps.slice(0, depth), step, keysOf(here)));
    here = made;
  }
}

const asWritten = (text: string): string => (text.includes('\n') ? `${text.trim()}\n` : text.trim());

function scalar(text: string): Scalar<string> {
  const made = new Scalar(asWritten(text));
  if (text.includes('\n')) made.type = Scalar.BLOCK_LITERAL;
  return made;
}

const keysOf = (node: unknown): unknown[] =>
  isMap(node) ? node.items.map(({ key }) => (isScalar(key) ? key.value : key)) : [];

function insert(into: unknown, step: Step, node: unknown, place: number): void {
  if (isSeq(into) && typeof step === 'number') {
    // A YAML list has no holes: missing translations before this one are empty, and `baraza check` reports them.
    while (into.items.length < step) into.items.push(new Scalar(''));
    into.items[step] = node;
  } else if (isMap(into)) {
    const at = into.items.findIndex((pair) => isScalar(pair.key) && pair.key.value === step);
    if (at !== -1) into.items.splice(at, 1);
    into.items.splice(at === -1 ? place : at, 0, new Pair(new Scalar(step), node));
  }
}
