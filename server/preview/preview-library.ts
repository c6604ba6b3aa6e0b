/** A library that holds the previewed case and every version of it that was played. */
import type { CompiledScenario } from '../../shared/scenario/compiled.ts';
import type { LibraryCase, ScenarioLibrary } from '../cases/scenario-library.ts';

/** A version of the case without errors. */
export type Playable = LibraryCase & { compiled: CompiledScenario };

export const isPlayableCase = (version: LibraryCase): version is Playable => version.compiled !== undefined;

export class PreviewLibrary implements ScenarioLibrary {
  readonly #versions = new Map<string, LibraryCase>();
  #current: LibraryCase | undefined;

  add(version: LibraryCase): void {
    this.#versions.set(version.hash, version);
    this.#current = version;
  }

  list(): LibraryCase[] {
    return this.#current ? [this.#current] : [];
  }

  find(id: string): LibraryCase | undefined {
    return this.#current?.id === id ? this.#current : undefined;
  }

  open(_id: string, hash: string): LibraryCase {
    const version = this.#versions.get(hash);
    if (!version) throw new Error(`no version ${hash} of the case was previewed`);
    return version;
  }

  /** Nothing to do: the preview watches the files. */
  reload(): Promise<void> {
    return Promise.resolve();
  }
}
