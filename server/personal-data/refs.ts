/** Which free texts a command refers to: by the table that declares them, never by guessing. */
import { COMMAND_PRIVACY } from '../../shared/exercise/command-privacy.ts';
import type { AnyCommand } from '../../shared/exercise/commands.ts';
import type { Pii } from '../../shared/exercise/pii.ts';

export function refsOf(body: AnyCommand): string[] {
  const declared: Readonly<Record<string, Pii>> = COMMAND_PRIVACY[body.type];
  return Object.entries(body)
    .filter(([field]) => declared[field] === 'free-text')
    .flatMap(([, value]) => (Array.isArray(value) ? value : [value]))
    .filter((value): value is string => typeof value === 'string');
}
