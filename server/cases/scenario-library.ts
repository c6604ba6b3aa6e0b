/** The cases that a trainer can choose, and the pinned versions that exercises use. */
import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { compileScenario } from '../../shared/scenario/compile-scenario.ts';
import { checkCase } from '../../shared/scenario/parse-case.ts';
import { checkInChild } from './scenario-child.ts';
import { type LoadedCase, listCases, loadCase } from './scenario-files.ts';
import type { SourceFiles } from '../storage/exercise-store.ts';

export type LibraryCase = LoadedCase;

export interface ScenarioLibrary {
  /** Every case, including those that cannot be played. */
  list(): LibraryCase[];
  find(id: string): LibraryCase | undefined;
  /** The case version that an exercise is pinned to, independent of the folder's present content. */
  open(id: string, hash: string, sources: SourceFiles): LibraryCase;
  /** Reads all cases again. */
  reload(): Promise<void>;
}

/** Check processes at the same time. */
const MAX_CHILDREN = 4;

/** All cases in a folder, sorted by name. A case that cannot be read is skipped and passed to `onError`. */
export async function loadFolder(
  root: string,
  onError: (error: unknown, folder: string) => void,
  check = checkInChild,
): Promise<LibraryCase[]> {
  const folders = await listCases(root);
  const cases: (LibraryCase | undefined)[] = folders.map(() => undefined);
  const waiting = folders.entries();
  // Each case that is not cached gets its own child process; as many run at the same time as there are processors.
  const reader = async (): Promise<void> => {
    for (const [index, folder] of waiting) {
      try {
        cases[index] = await loadCase(folder, check);
      } catch (error) {
        onError(error, folder);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(MAX_CHILDREN, availableParallelism()) }, reader));
  return cases.filter((one) => one !== undefined);
}

export async function createLibrary(load: () => Promise<LibraryCase[]>): Promise<ScenarioLibrary> {
  let cases = await load();
  const pinned = new Map<string, LibraryCase>();
  return {
    list: () => cases,
    find: (id) => cases.find((one) => one.id === id),
    open: (id, hash, sources) => {
      const kept = cases.find((one) => one.hash === hash) ?? pinned.get(hash) ?? openSources(id, hash, sources);
      pinned.set(hash, kept);
      return kept;
    },
    reload: async () => {
      cases = await load();
    },
  };
}

const ART_FILE = /^art\/(.+)\.svg$/;

/** The files that are stored with an exercise: texts and drawings of the case by file name. */
export function sourcesOf({ files, art }: LibraryCase): SourceFiles {
  const drawings = Object.entries(art.byName).map(([name, hash]) => [`art/${name}.svg`, art.byHash[hash] ?? '']);
  return { ...files, ...Object.fromEntries(drawings) };
}

/**
 * The sources passed the checks when the exercise was created, so they need no child process. A later release may have stricter
 * checks; a running class still continues as long as the case can be parsed.
 */
function openSources(id: string, hash: string, sources: SourceFiles): LibraryCase {
  const files: SourceFiles = {};
  const art: LibraryCase['art'] = { byName: {}, byHash: {} };
  for (const [file, text] of Object.entries(sources)) {
    const name = ART_FILE.exec(file)?.[1];
    if (name === undefined) {
      files[file] = text;
      continue;
    }
    const drawing = createHash('sha256').update(text).digest('hex');
    art.byName[name] = drawing;
    art.byHash[drawing] = text;
  }
  const { scenario, law, ...rest } = checkCase(files, hash);
  return { id, files, art, ...rest, ...(scenario && law && { compiled: compileScenario(scenario, law, hash) }) };
}
