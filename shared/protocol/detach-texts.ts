/**
 * Free text of people never enters the core: the server replaces it with a reference and stores the text in the one
 * table from which it can be erased. The declaration of a command names its free-text fields.
 */
import { type AnyCommand, FREE_TEXT_FIELDS } from '../vocabulary/commands.ts';

/**
 * Returns the command with every free text replaced by a reference, and the texts by reference. `newRef` creates a
 * reference.
 */
export function detachTexts(
  body: AnyCommand,
  newRef: () => string,
): { body: AnyCommand; texts: Record<string, string> } {
  const texts: Record<string, string> = {};
  const detach = (text: string): string => {
    const ref = newRef();
    texts[ref] = text;
    return ref;
  };
  const detached: Record<string, unknown> = { ...body };
  for (const key of FREE_TEXT_FIELDS[body.type]) {
    const value = detached[key];
    if (typeof value === 'string') detached[key] = detach(value);
    if (Array.isArray(value)) detached[key] = value.map((text: string) => detach(text));
  }
  return { body: detached as AnyCommand, texts };
}
