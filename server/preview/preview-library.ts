/** The one case under preview, and every version of it that was played. */
import type { LibraryCase, ScenarioLibrary } from '../scenario-library.ts';

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
