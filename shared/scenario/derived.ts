/**
 * Tables that other parts compute from one compiled scenario. They are stored in it, so that two scenarios share
 * nothing.
 */
import type { CompiledScenario } from './compiled.ts';

type Make<T> = (compiled: CompiledScenario) => T;

export class Derived {
  readonly #tables = new Map<Make<unknown>, unknown>();

  /** The result of `make` for the scenario, computed on the first call and then cached. `make` must be pure. */
  get<T>(compiled: CompiledScenario, make: Make<T>): T {
    const known = this.#tables.get(make);
    // Each function is the key of its own result, so the type matches.
    if (known !== undefined) return known as T;
    const table = make(compiled);
    this.#tables.set(make, table);
    return table;
  }
}

/** A table of a scenario; `make` runs once per scenario. */
export const derive = <T>(compiled: CompiledScenario, make: Make<T>): T => compiled.derived.get(compiled, make);
