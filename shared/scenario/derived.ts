/** Tables that other parts compute from one compiled scenario. They belong to that scenario: two scenarios share nothing. */
import type { CompiledScenario } from './compiled.ts';

type Make<T> = (compiled: CompiledScenario) => T;

export class Derived {
  readonly #tables = new Map<Make<unknown>, unknown>();

  /** What `make` answers for the scenario: computed on the first call, kept from then on. `make` must be pure. */
  get<T>(compiled: CompiledScenario, make: Make<T>): T {
    const known = this.#tables.get(make);
    // The map holds under a function only what that function answered.
    if (known !== undefined) return known as T;
    const table = make(compiled);
    this.#tables.set(make, table);
    return table;
  }
}

/** A table of a scenario, computed by `make` once per scenario. */
export const derive = <T>(compiled: CompiledScenario, make: Make<T>): T => compiled.derived.get(compiled, make);
