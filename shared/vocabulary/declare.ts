/** The records that declare an event and a command. Everything else about them is derived from these. */
import type { CommandCapability } from '../access/capabilities.ts';
import type { Power } from './enums.ts';
import type { Fields } from './fields.ts';

/**
 * Who can ever come to know an event. `everyone`: all viewers. `control`: only those who see the truth; a desk that received
 * one would be a leak. `by-case`: the handler names the desks or the seat each time.
 */
export type AudienceKind = 'everyone' | 'control' | 'by-case';

/**
 * Where the debrief shows an event. Every event can be evidence of a mark, because a condition can ask for any of them, so
 * every event has a sentence: `timeline.<type>` in the interface texts of every language.
 *
 * - `timeline`: in the timeline of every debrief.
 * - `evidence`: too frequent for a timeline; shown where a mark rests on it.
 * - `hidden-from-desks`: like `evidence`, but no desk reads it: it says how the case works inside, or what the trainer noted.
 */
export type Reading = 'timeline' | 'evidence' | 'hidden-from-desks';

export interface EventFacts<N extends string = string> {
  readonly reading: Reading;
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
): EventDeclaration<F> => ({ fields, reading: 'evidence', audience: 'by-case', ...facts });

export interface CommandFacts {
  /** The right an actor needs to ask it. */
  readonly capability: CommandCapability;
  /** A desk needs one of these powers. `by-case`: the case or a field decides, and the handler asks. */
  readonly powers: readonly Power[] | 'by-case';
  /** The event that brings into being what the command makes; a playthrough names the new id with `as`. */
  readonly makes?: string | undefined;
  /** True where a desk can ask it while the exercise is paused. */
  readonly whilePaused: boolean;
  /** True where the seat must not be travelling or searching. */
  readonly freeHands: boolean;
}
export interface CommandDeclaration<F extends Fields = Fields> extends CommandFacts {
  readonly fields: F;
}

export const command = <F extends Fields>(fields: F, facts: Partial<CommandFacts> = {}): CommandDeclaration<F> => ({
  fields,
  capability: 'play',
  powers: [],
  whilePaused: false,
  freeHands: false,
  ...facts,
});

/** A record with one value per type of event or command. */
export const perType = <T extends string, V>(types: readonly T[], valueOf: (type: T) => V): Readonly<Record<T, V>> =>
  Object.fromEntries(types.map((type) => [type, valueOf(type)])) as Record<T, V>;
