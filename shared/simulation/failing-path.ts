/** The shortest path to a violation, as a playthrough that anyone can run. */
import { seated } from '../access/actor.ts';
import type { BotCommand } from '../bots/play-bots.ts';
import type { CardSource } from '../cards/words.ts';
import { REJECTIONS, type RejectionCode } from '../exercise/rejections.ts';
import { TEXT_FIELDS } from '../playthrough/fields.ts';
import { recordPlay } from '../playthrough/record-playthrough.ts';
import { writePlaythrough } from '../playthrough/write-playthrough.ts';
import { type CaseMs, formatCaseTime } from '../time.ts';
import { shrink } from './shrink.ts';
import { isSameViolation, replay, type ReplayResult, type Violation } from './violation.ts';

export interface FailingPath {
  /** Number of commands left, out of those of the play. */
  steps: number;
  of: number;
  /** Text of a `*.playthrough.yaml`. */
  playthrough: string;
}

/** Each try replays the whole path, so the number of tries is limited. */
export const MAX_TRIES = 250;

/** Returns undefined if the commands alone do not reproduce it (a bot that threw by itself). */
export function failingPath(
  source: CardSource,
  rerun: ReplayResult,
  commands: readonly BotCommand[],
  violation: Violation,
  onTry: () => void = () => undefined,
): FailingPath | undefined {
  const full: ReplayResult = { ...rerun, cards: violation.card !== undefined };
  const until = soonest(violation.at, full.until);
  const failsBy = (steps: readonly BotCommand[], end: CaseMs): boolean => {
    onTry();
    return replay(source, { ...full, until: end }, steps).violations.some((found) => isSameViolation(found, violation));
  };
  const accepted = commands.filter(({ at, refused }) => refused === undefined && at <= until);
  if (!failsBy(accepted, until)) return undefined;
  const { steps } = shrink(accepted, (some) => failsBy(some, until), MAX_TRIES);
  const events = replay(source, { ...full, until }, steps).events;
  const recorded = recordPlay(source.compiled, {
    events,
    commands: steps.map(({ from, at, body, refused }) => ({
      from: seated(from),
      at,
      body,
      refused: REJECTIONS.find((code): code is RejectionCode => code === refused),
    })),
    texts: Object.fromEntries(steps.flatMap(({ body }) => wordsIn(body)).map((text) => [text, text])),
    until,
  });
  if (!recorded) return undefined;
  const title = `${violation.kind}: ${violation.what}`.slice(0, 190);
  return {
    steps: steps.length,
    of: commands.length,
    playthrough: `# ${titleOf(violation)}\n${writePlaythrough(recorded, { title, times: 'exact' })}`,
  };
}

/** A leak exists from its moment on; nothing after it matters. */
const soonest = (at: CaseMs | undefined, until: CaseMs): CaseMs => Math.min(at ?? until, until);

const wordsIn = (body: BotCommand['body']): string[] =>
  Object.entries(body).flatMap(([field, value]) =>
    TEXT_FIELDS.has(field) ? [value].flat().filter((one): one is string => typeof one === 'string') : [],
  );

const titleOf = ({ kind, what, at }: Violation): string =>
  `Shortest way to this ${kind}${at === undefined ? '' : ` at ${formatCaseTime(at)}`}: ${what.replaceAll('\n', ' ')}`;
