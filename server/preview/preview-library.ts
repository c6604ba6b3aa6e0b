/** The one case under preview, and every version of it that was played. */
import type { CompiledScenario } from '../../shared/scenario/compiled.ts';
import type { LibraryCase, ScenarioLibrary } from '../cases/scenario-library.ts';

/** A version without errors. */
export type Playable = LibraryCase & { compiled: CompiledScenario };

export const isPlayableCase = (version: LibraryCase): version is Playable => version.compiled !== undefined;

export class PreviewLibrary implements ScenarioLibrary {
  readonly #versions = new Map<string, LibraryCase>();
  #now: LibraryCase | undefined;

  add(version: LibraryCase): void {
    this.#versions.set(version.hash, version);
    this.#now = version;
  }

  list(): LibraryCase[] {
    return this.#now ? [this.#now] : [];
  }

  find(id: string): LibraryCase | undefined {
    return this.#now?.id === id ? this.#now : undefined;
  }

  open(_id: string, hash: string): LibraryCase {
    const version = this.#versions.get(hash);
    if (!version) throw new Error(`no version ${hash} of the case was previewed`);
    return version;
  }

  /** The preview itself notices saves. */
  reload(): Promise<void> {
    return Promise.resolve();
  }
}
