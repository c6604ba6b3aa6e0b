/**
 * Free text of people never enters the core: at the door it is swapped for a reference, and the text itself goes to the
 * one table from which it can be erased. The declaration of a command says which of its fields are free text.
 */
import { type AnyCommand, FREE_TEXT_FIELDS } from '../vocabulary/commands.ts';

/** A command in which every free text is a reference, and the texts by reference. `newRef` makes a fresh one. */
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
