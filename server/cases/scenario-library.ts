/** The cases a trainer can choose from, and the pinned ones that exercises are played with. */
import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { compileScenario } from '../../shared/scenario/compile-scenario.ts';
import { checkCase } from '../../shared/scenario/parse-case.ts';
import { checkInChild } from './scenario-child.ts';
import { type LoadedCase, listCases, loadCase } from './scenario-files.ts';
import type { SourceFiles } from '../storage/exercise-store.ts';

export type LibraryCase = LoadedCase;

export interface ScenarioLibrary {
  /** Every case, also those with findings that forbid to play them. */
  list(): LibraryCase[];
  find(id: string): LibraryCase | undefined;
  /** The case an exercise is pinned to, whatever has become of the folder since. */
  open(id: string, hash: string, sources: SourceFiles): LibraryCase;
  /** Reads the cases again (an author has saved one). */
  reload(): Promise<void>;
}

/** Children that check cases, each with a heap of its own. */
const MOST_AT_ONCE = 4;

/** All cases in a folder, in the order of their names. One that cannot be read at all is left out and reported. */
export async function loadFolder(
  root: string,
  onError: (error: unknown, folder: string) => void,
  check = checkInChild,
): Promise<LibraryCase[]> {
  const folders = await listCases(root);
  const cases: (LibraryCase | undefined)[] = folders.map(() => undefined);
  const waiting = folders.entries();
  // Each that is not remembered is checked in a child process of its own; as many at a time as there are processors.
  const reader = async (): Promise<void> => {
    for (const [index, folder] of waiting) {
      try {
        cases[index] = await loadCase(folder, check);
      } catch (error) {
        onError(error, folder);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(MOST_AT_ONCE, availableParallelism()) }, reader));
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

/** What is kept with an exercise: the texts of the case and its drawings, each by its file name. */
export function sourcesOf({ files, art }: LibraryCase): SourceFiles {
  const drawings = Object.entries(art.byName).map(([name, hash]) => [`art/${name}.svg`, art.byHash[hash] ?? '']);
  return { ...files, ...Object.fromEntries(drawings) };
}

/**
 * They passed the checks when the exercise was made, so they need no child process now. The checks of a later release may ask
 * more; a class that is under way is played on all the same, as long as the case can be read at all.
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
