/**
 * Free text of people never enters the core: at the door it is swapped for a reference, and the text itself goes to the
 * one table from which it can be erased. Which fields are free text stands in the commands' schemas (`Words`).
 */
import type { z } from 'zod';
import { type AnyCommand, TRAINEE_COMMANDS, TRAINER_COMMANDS, Words } from '../exercise/commands.ts';

const fields = new Map<string, string[]>(
  [...TRAINEE_COMMANDS, ...TRAINER_COMMANDS].map((command) => {
    const shape: Record<string, z.core.$ZodType> = command.shape;
    return [command.shape.type.value, Object.keys(shape).filter((key) => isFreeText(shape[key]))];
  }),
);

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
  for (const key of fields.get(body.type) ?? []) {
    const value = detached[key];
    if (typeof value === 'string') detached[key] = detach(value);
    if (Array.isArray(value)) detached[key] = value.map((text: string) => detach(text));
  }
  return { body: detached as AnyCommand, texts };
}

/** True for `Words`, also where it is optional or stands in a list. */
function isFreeText(schema: z.core.$ZodType | undefined): boolean {
  if (schema === undefined) return false;
  if (schema === Words) return true;
  const inner = (schema as z.ZodType).def as unknown as { innerType?: z.core.$ZodType; element?: z.core.$ZodType };
  return isFreeText(inner.innerType ?? inner.element);
}
