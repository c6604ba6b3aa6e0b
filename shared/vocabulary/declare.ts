/** The records that declare an event and a command. Everything else about them is derived from these. */
import type { CommandCapability } from '../access/capabilities.ts';
import type { Power } from './enums.ts';
import type { Fields } from './fields.ts';

/**
 * Who can ever come to know an event. `everyone`: all viewers. `control`: only those who see the truth; a desk that received
 * one would be a leak. `by-case`: the handler names the desks or the seat each time.
 */
export type AudienceKind = 'everyone' | 'control' | 'by-case';

export interface EventFacts<N extends string = string> {
  /** True where the debrief has a sentence for it: `timeline.<type>` in the interface texts of every language. */
  readonly readable: boolean;
  readonly audience: AudienceKind;
  /** The field with the id of what this event brings into being. */
  readonly creates?: N | undefined;
}
export interface EventDeclaration<F extends Fields = Fields> extends EventFacts {
  readonly fields: F;
}

export const event = <F extends Fields>(
  fields: F,
  facts: Partial<EventFacts<keyof F & string>> = {},
): EventDeclaration<F> => ({ fields, readable: false, audience: 'by-case', ...facts });

export interface CommandFacts {
  /** The right an actor needs to ask it. */
  readonly capability: CommandCapability;
  /** A desk needs one of these powers. `by-case`: the case or a field decides, and the handler asks. */
  readonly powers: readonly Power[] | 'by-case';
  /** The event that brings into being what the command makes; a playthrough names the new id with `as`. */
  readonly makes?: string | undefined;
  /** True where a desk can ask it while the exercise is paused. */
  readonly whilePaused: boolean;
}
export interface CommandDeclaration<F extends Fields = Fields> extends CommandFacts {
  readonly fields: F;
}

export const command = <F extends Fields>(fields: F, facts: Partial<CommandFacts> = {}): CommandDeclaration<F> => ({
  fields,
  capability: 'play',
  powers: [],
  whilePaused: false,
  ...facts,
});

/** A record with one value per type of event or command. */
export const perType = <T extends string, V>(types: readonly T[], valueOf: (type: T) => V): Readonly<Record<T, V>> =>
  Object.fromEntries(types.map((type) => [type, valueOf(type)])) as Record<T, V>;
