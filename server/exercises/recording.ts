/** Records an exercise as a playthrough; a preview includes the commands that it replayed at its start. */
import { actorKeptAs } from '../../shared/access/stored-names.ts';
import type { Event } from '../../shared/exercise/events.ts';
import { parsePlaythrough } from '../../shared/playthrough/parse-playthrough.ts';
import { formatFailure, playThrough } from '../../shared/playthrough/play-through.ts';
import { type RecordedCommand, type RecordedPlay, recordPlay } from '../../shared/playthrough/record-playthrough.ts';
import { writePlaythrough } from '../../shared/playthrough/write-playthrough.ts';
import type { CompiledScenario } from '../../shared/scenario/compiled.ts';
import type { CaseMs } from '../../shared/time.ts';
import type { ExerciseRecord, ExerciseStore } from '../storage/exercise-store.ts';

export interface Replayed {
  commands: readonly RecordedCommand[];
  texts: Readonly<Record<string, string>>;
}

type Source = Pick<ExerciseStore, 'read' | 'commands' | 'texts'>;

/** The whole recording of an exercise, from the store and from `before`. */
export async function readRecording(
  store: Source,
  compiled: CompiledScenario,
  { exercise, before, until }: { exercise: string; before: Replayed; until: CaseMs },
): Promise<{ play: RecordedPlay; events: Event[] } | undefined> {
  const [events, kept] = await Promise.all([store.read(exercise, 0), store.commands(exercise)]);
  const commands = kept.map(
    ({ by, at, body, seq }): RecordedCommand => ({
      from: actorKeptAs(by),
      at,
      body,
      seq,
    }),
  );
  const words = await store.texts(
    exercise,
    kept.flatMap(({ body }) => refsIn(body)),
  );
  const play = recordPlay(compiled, {
    events,
    commands: [...before.commands, ...commands],
    texts: { ...before.texts, ...words },
    until,
  });
  return play && { play, events };
}

/** Every string of a command; the store returns those that are references. */
const refsIn = (body: object): string[] =>
  Object.values(body)
    .flat()
    .filter((value): value is string => typeof value === 'string');

/**
 * What a class did up to `until`, as the text of a playthrough: `baraza test` plays it again. Where that does not give the same,
 * a comment above the steps says why. Undefined where the log is empty.
 */
export async function playthroughText(
  store: Source,
  compiled: CompiledScenario,
  { id, label, pin }: Pick<ExerciseRecord, 'id' | 'label' | 'pin'>,
  until: CaseMs,
): Promise<string | undefined> {
  const recorded = await readRecording(store, compiled, { exercise: id, before: { commands: [], texts: {} }, until });
  if (!recorded) return undefined;
  const title = `EXERCISE ${label ?? pin}, recorded`;
  const { text, failure } = proven(compiled, recorded.play, { file: 'this file', title, marks: true });
  return failure === undefined ? text : `${failure.replaceAll(/^/gm, '# ')}\n${text}`;
}

export interface Written {
  text: string;
  /** Why the playthrough fails when it is played; undefined if it passes. */
  failure?: string | undefined;
}

/** Writes a playthrough, in whole minutes if it passes so, else to the second, and plays it to prove that it passes. */
export function proven(
  compiled: CompiledScenario,
  play: RecordedPlay,
  { file, title, marks }: { file: string; title: string; marks: boolean },
): Written {
  let written: Written = { text: '' };
  for (const times of ['minutes', 'exact'] as const) {
    const lines = Object.keys(compiled.scenario.debrief['victim-eye']);
    const plain = writePlaythrough(play, { title, times });
    const { debrief, failure } = playText(compiled, file, plain);
    const text = marks && debrief ? writePlaythrough(play, { title, times, result: debrief, lines }) : plain;
    written = { text, failure: failure ?? (marks ? playText(compiled, file, text).failure : undefined) };
    if (written.failure === undefined) return written;
  }
  return written;
}

function playText(compiled: CompiledScenario, file: string, text: string) {
  const { playthrough, lines, diagnostics } = parsePlaythrough(file, text, compiled);
  if (!playthrough) return { failure: diagnostics.map(({ message }) => message).join('; ') };
  const { debrief, failure } = playThrough(compiled, playthrough);
  return { debrief, failure: failure && formatFailure(file, failure, lines) };
}
