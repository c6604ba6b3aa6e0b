/** Writes a recorded play as a `*.playthrough.yaml`: one step a line, moments as authors write them. */
import { Document, isMap, isSeq, type YAMLMap } from 'yaml';
import type { Debrief } from '../debrief/debrief.ts';
import { type CaseMs, DAY, HOUR, MINUTE } from '../time.ts';
import { TIME_FIELDS } from './fields.ts';
import { namesOf } from './result.ts';
import type { RecordedPlay, RecordedStep } from './record-playthrough.ts';

export interface WriteOptions {
  title: string;
  /**
   * - `minutes`: every moment is cut to the minute, as an author would write it; equal moments keep their order.
   * - `exact`: moments keep their seconds (`day 1 08:34:20`), so that the play gives exactly the same log.
   */
  times: 'minutes' | 'exact';
  /** Marks to expect. */
  result?: Debrief | undefined;
  /** The authored lines of the victims' views; those that do not stand are expected not to. */
  lines?: readonly string[];
}

/** Longer steps take several lines. */
const MAX_LINE_LENGTH = 150;

export function writePlaythrough(play: RecordedPlay, { title, times, result, lines = [] }: WriteOptions): string {
  const moment = momentIn(times);
  const document = new Document({
    format: 1,
    title,
    scenario: play.scenario,
    seed: play.seed,
    ...(Object.keys(play.seats).length > 0 ? { seats: play.seats } : {}),
    ...(play.without.length > 0 ? { without: play.without } : {}),
    steps: stepsOf(play, moment),
    ...(result ? { result: marksOf(result, lines) } : {}),
  });
  for (const key of ['seats', 'without']) flow(document.get(key, true));
  const steps = document.get('steps', true);
  if (isSeq(steps)) for (const step of steps.items) if (isMap(step)) layOut(step);
  const marks = document.get('result', true);
  if (isMap(marks)) for (const pair of marks.items) flow(pair.value);
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

type Moment = (at: CaseMs) => string;

function stepsOf({ steps, until }: RecordedPlay, moment: Moment): Record<string, unknown>[] {
  let last: string | undefined;
  const written = steps.map(({ at, who, do: type, fields, as, refused }: RecordedStep) => {
    const now = moment(at);
    const step = {
      ...(now === last ? {} : { at: now }),
      who,
      ...(refused === undefined ? {} : { refused }),
      do: type,
      ...withMoments(type, fields, moment),
      ...(as === undefined ? {} : { as }),
    };
    last = moment(type === 'skip-to' && typeof fields['to'] === 'number' ? fields['to'] : at);
    return step;
  });
  const end = moment(until);
  return written.length === 0 || end !== last ? [...written, { at: end }] : written;
}

const withMoments = (type: string, fields: Record<string, unknown>, moment: Moment): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).map(([field, value]) => {
      const isTime = TIME_FIELDS.has(field) || (type === 'skip-to' && field === 'to');
      return [field, isTime && typeof value === 'number' ? moment(value) : value];
    }),
  );

/**
 * `day 1 08:34`, with seconds and milliseconds only if they are requested and not zero. The clock of an exercise may stand between
 * two milliseconds, which no moment of a playthrough can: the later one comes after all that happened.
 */
const momentIn =
  (times: WriteOptions['times']): Moment =>
  (exactly) => {
    const at = Math.ceil(exactly);
    const day = Math.floor(at / DAY) + 1;
    const [hour, minute] = [Math.floor((at % DAY) / HOUR), Math.floor((at % HOUR) / MINUTE)];
    const two = (value: number) => String(value).padStart(2, '0');
    const plain = `day ${day} ${two(hour)}:${two(minute)}`;
    const rest = at % MINUTE;
    if (times === 'minutes' || rest === 0) return plain;
    const thousandths = rest % 1000 === 0 ? '' : `.${String(rest % 1000).padStart(3, '0')}`;
    return `${plain}:${two(Math.floor(rest / 1000))}${thousandths}`;
  };

function marksOf(
  { competencies, headline, redLines, victimEye }: Debrief,
  lines: readonly string[],
): Record<string, unknown> {
  const told = victimEye.flatMap((line) => namesOf(line).slice(0, 1));
  const ratings = competencies.map(({ competency, rating }) => [competency, rating]);
  return {
    ratings: Object.fromEntries([...ratings, ['investigation', headline.investigation.rating]]),
    'red-lines': redLines.map(({ redLine }) => redLine),
    'victim-eye': { has: told, not: lines.filter((line) => !told.includes(line)) },
  };
}

function layOut(step: YAMLMap): void {
  const words = step.items.reduce((sum, pair) => sum + String(pair.key).length + String(pair.value).length + 4, 0);
  const hasLines = step.items.some((pair) => String(pair.value).includes('\n'));
  if (words <= MAX_LINE_LENGTH && !hasLines) return flow(step);
  for (const pair of step.items) flow(pair.value);
}

function flow(node: unknown): void {
  if (isMap(node) || isSeq(node)) node.flow = true;
}
