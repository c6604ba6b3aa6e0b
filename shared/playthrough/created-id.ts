/** The id that a command created, which `as` in a playthrough names. */
import { creationOf } from '../vocabulary/events.ts';

/** The id of the first thing that these events create, or undefined. */
export function createdId(events: readonly { readonly type: string }[]): string | undefined {
  for (const event of events) {
    const id = creationOf(event);
    if (id !== undefined) return id;
  }
  return undefined;
}
