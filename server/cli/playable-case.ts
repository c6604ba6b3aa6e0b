/** Loads a case for commands that need it compiled. */
import type { CompiledScenario } from '../../shared/scenario/compiled.ts';
import { type LoadedCase, loadCase } from '../cases/scenario-files.ts';
import { oneCase } from './case-folders.ts';
import { type Io, UsageError } from './subcommand.ts';

export type PlayableCase = LoadedCase & { compiled: CompiledScenario; folder: string };

/** Throws `UsageError` if there is no such case or it has errors. */
export async function playableCase(path: string, io: Io): Promise<PlayableCase> {
  const folder = await oneCase(path, io);
  const loaded = await loadCase(folder, io.check);
  const { compiled } = loaded;
  if (!compiled) throw new UsageError(`${path} has errors; \`npx baraza check ${path}\` shows them`);
  return { ...loaded, compiled, folder };
}
