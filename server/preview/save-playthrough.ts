/** Writes the recorded steps of a preview as a playthrough into the case folder, if the playthrough passes. */
import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RecordedPlay } from '../../shared/playthrough/record-playthrough.ts';
import type { SaveAnswer, SaveBody } from '../../shared/preview/wire.ts';
import type { CompiledScenario } from '../../shared/scenario/compiled.ts';
import { proven } from '../exercises/recording.ts';

interface Recorded {
  folder: string;
  compiled: CompiledScenario;
  /** Undefined if nothing was recorded. */
  play: () => Promise<RecordedPlay | undefined>;
}

export async function savePlaythrough(
  { folder, compiled, play: recorded }: Recorded,
  { name, title, marks, replace }: SaveBody,
): Promise<SaveAnswer> {
  const file = `${name}.playthrough.yaml`;
  const path = join(folder, file);
  if (!replace && (await stat(path).catch(() => undefined))) return { ok: false, reason: 'exists' };
  const play = await recorded();
  if (!play || play.steps.length === 0) return { ok: false, reason: 'nothing' };
  const { text, failure } = proven(compiled, play, { file, title, marks });
  if (failure !== undefined) return { ok: false, reason: 'does-not-hold', detail: failure };
  await writeFile(path, text);
  return { ok: true, file, steps: play.steps.length };
}
