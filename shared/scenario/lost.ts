/**
 * What had to be left out of a wrong file so that the rest of it could be checked. A finding that may only echo what was
 * left out is not told: the author mends the first fault and checks again.
 */
import type { DiagnosticCode } from './diagnostic-catalogue.ts';
import type { Path } from './source-map.ts';

/** What these say hangs on nothing but the words they point at, so they hold whatever else was left out. */
const OF_THE_PLACE: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>([
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
/** What these say is about the case as a whole, so anything left out may be the reason. */
const OF_THE_WHOLE: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>([
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
]);

export class Lost {
  readonly #paths: string[] = [];
  readonly #words = new Set<string>();
  #everything = false;

  /** Whether anything was left out at all. */
  get any(): boolean {
    return this.#everything || this.#words.size > 0 || this.#paths.length > 0;
  }

  /** A value that was left out, and where it stood. */
  cut(path: Path, value: unknown): void {
    this.#paths.push(nameOf(path));
    for (const step of path) if (typeof step === 'string') this.#words.add(step);
    this.#wordsOf(value);
  }

  /** A text that could not be read: every word in it may be an id. */
  text(text: string): void {
    for (const [word] of text.matchAll(/[a-z][a-z0-9-]*/g)) this.#words.add(word);
  }

  /** A file that is not there: nothing is known of what it would hold. */
  all(): void {
    this.#everything = true;
  }

  /** May this word stand in what was left out? */
  mentions(word: string): boolean {
    return this.#everything || this.#words.has(word);
  }

  add(other: Lost): void {
    this.#paths.push(...other.#paths);
    for (const word of other.#words) this.#words.add(word);
    this.#everything ||= other.#everything;
  }

  /** May this finding be no more than an echo of what was left out? */
  explains(code: DiagnosticCode, path: Path, params: object): boolean {
    if (!this.any) return false;
    const name = nameOf(path);
    if (this.#paths.some((cut) => name === cut || name.startsWith(`${cut}\0`))) return true;
    if (OF_THE_PLACE.has(code)) return false;
    if (this.#everything || OF_THE_WHOLE.has(code)) return true;
    return wordsIn(params, path).some((word) => this.#words.has(word));
  }

  #wordsOf(value: unknown): void {
    if (typeof value === 'string') this.text(value);
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

/** The ids that a finding is about: those it names, and those on the way to its place below the section. */
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
