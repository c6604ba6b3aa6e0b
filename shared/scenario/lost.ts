/**
 * Parts that were left out of an invalid file so that the rest could be checked. A diagnostic that may only follow from
 * them is not reported: the author fixes the first mistake and checks again.
 */
import type { DiagnosticCode } from './diagnostic-catalogue.ts';
import type { Path } from './source-map.ts';

/** Codes that depend only on the words at their place, so they are always valid. */
const LOCAL_CODES: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>([
  'CONDITION_TWO_QUESTIONS',
  'CONDITION_INCOMPLETE',
  'CONDITION_KEY_UNUSED',
  'EFFECT_INCOMPLETE',
  'EFFECT_KEY_UNUSED',
  'UNKNOWN_EVENT',
  'EVENT_HAS_NO_FIELD',
  'WRONG_TYPE',
  'UNKNOWN_VALUE',
  'REAL_PHONE',
  'REAL_ADDRESS',
  'REAL_COORDINATES',
  'REAL_NUMBER',
  'REAL_FIRM',
  'NATIONALITY_AS_INDICATOR',
  'WORD_TO_AVOID',
]);
/** Codes about the whole case, so any part left out may be the cause. */
const WHOLE_CASE_CODES: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>([
  'ONLY_WOMEN',
  'ONLY_VICTIMS',
  'NO_GOOD_ENDING',
  'CASE_IN_THE_DARK',
  'COMPETENCY_THIN',
  'NEED_UNMET',
  'PLACE_CUT_OFF',
  'SERVICES_TOO_SMALL',
  'DESK_WITHOUT_WORK',
  'DESK_IDLE',
  'DEAD_END',
  'CONTENT_CARD',
  'TEXT_TELLS_TOO_EARLY',
  'TOLD_UNASKED',
  'VICTIM_EYE_UNGUARDED',
]);

export class Lost {
  readonly #paths: string[] = [];
  readonly #words = new Set<string>();
  #everything = false;

  /** True if any part was left out. */
  get any(): boolean {
    return this.#everything || this.#words.size > 0 || this.#paths.length > 0;
  }

  /** Records a value that was left out, and its path. */
  addValue(path: Path, value: unknown): void {
    this.#paths.push(nameOf(path));
    for (const step of path) if (typeof step === 'string') this.#words.add(step);
    this.#wordsOf(value);
  }

  /** Records an unreadable text: every word in it may be an id. */
  addText(text: string): void {
    for (const [word] of text.matchAll(/[a-z][a-z0-9-]*/g)) this.#words.add(word);
  }

  /** Records a missing file: its content is unknown. */
  addEverything(): void {
    this.#everything = true;
  }

  /** True if the parts left out may contain this word. */
  mentions(word: string): boolean {
    return this.#everything || this.#words.has(word);
  }

  add(other: Lost): void {
    this.#paths.push(...other.#paths);
    for (const word of other.#words) this.#words.add(word);
    this.#everything ||= other.#everything;
  }

  /** True if this diagnostic may only follow from the parts left out. */
  explains(code: DiagnosticCode, path: Path, params: object): boolean {
    if (!this.any) return false;
    const name = nameOf(path);
    if (this.#paths.some((cut) => name === cut || name.startsWith(`${cut}\0`))) return true;
    if (LOCAL_CODES.has(code)) return false;
    if (this.#everything || WHOLE_CASE_CODES.has(code)) return true;
    return wordsIn(params, path).some((word) => this.#words.has(word));
  }

  #wordsOf(value: unknown): void {
    if (typeof value === 'string') this.addText(value);
    else if (Array.isArray(value)) for (const each of value as unknown[]) this.#wordsOf(each);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, each] of Object.entries(value)) {
        this.#words.add(key);
        this.#wordsOf(each);
      }
    }
  }
}

const nameOf = (path: Path): string => path.join('\0');

/** The ids of a diagnostic: those it names, and those in its path below the section. */
function wordsIn(params: object, path: Path): string[] {
  const named = Object.entries(params).flatMap(([key, value]: [string, unknown]) => {
    if (typeof value !== 'string' || key === 'meant') return [];
    // A reason is a sentence that names ids between backticks.
    return key === 'why' ? [...value.matchAll(/`([^`]+)`/g)].map(([, id = '']) => id) : [value];
  });
  const ids = path[0] === 'debrief' ? path.slice(2, 3) : path.slice(1, 2);
  const steps = ids.filter((step): step is string => typeof step === 'string');
  return [...named.flatMap((name) => [name, ...name.split('.')]), ...steps];
}
