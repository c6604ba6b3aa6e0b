/** How a person performs one kind of command on the screen. */
import type { Locator } from '@playwright/test';
import type { Desk } from './desk.ts';
import type { Names } from './names.ts';

/** The fields of a step as written, with small helpers to read them. */
export class Fields {
  readonly #fields: Readonly<Record<string, unknown>>;

  constructor(fields: Readonly<Record<string, unknown>>) {
    this.#fields = fields;
  }

  text(key: string): string {
    const value = this.#fields[key];
    if (typeof value !== 'string') throw new Error(`the step has no ${key}`);
    return value;
  }

  maybe(key: string): string | undefined {
    const value = this.#fields[key];
    return typeof value === 'string' ? value : undefined;
  }

  list(key: string): string[] {
    const value = this.#fields[key];
    return Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : [];
  }

  yes(key: string): boolean {
    return this.#fields[key] === true;
  }
}

export interface Act {
  /**
   * Navigates to the control that starts the act and returns it. Changes nothing, so it can be retried; fails if the
   * control is not available yet.
   */
  reach: (desk: Desk, fields: Fields, names: Names) => Promise<Locator>;
  /** Performs the act; `begin` is visible. */
  go: (desk: Desk, begin: Locator, fields: Fields, names: Names) => Promise<void>;
}
