/** The references to free texts in a stored command. */
import { type AnyCommand, FREE_TEXT_FIELDS } from '../../shared/vocabulary/commands.ts';

export function refsOf(body: AnyCommand): string[] {
  const freeTexts = FREE_TEXT_FIELDS[body.type];
  return Object.entries(body)
    .filter(([field]) => freeTexts.includes(field))
    .flatMap(([, value]) => (Array.isArray(value) ? value : [value]))
    .filter((value): value is string => typeof value === 'string');
}
