/** Everything that can be asked, one declaration per command. Types, schemas, privacy and rights are derived from these. */
import { z } from 'zod';
import type { CommandCapability } from '../access/capabilities.ts';
import { chargeCommands, messageCommands } from './commands/charges.ts';
import { controlCommands } from './commands/control.ts';
import { accountCommands, preparationCommands } from './commands/interviews.ts';
import { itemCommands } from './commands/items.ts';
import { peopleCommands } from './commands/people.ts';
import { placeCommands } from './commands/places.ts';
import { referralCommands } from './commands/referrals.ts';
import { requestCommands } from './commands/requests.ts';
import { conferenceCommands, decisionCommands, operationCommands } from './commands/together.ts';
import { type CommandDeclaration, perType } from './declare.ts';
import type { Field, ValuesOf } from './fields.ts';

const DESK = {
  ...placeCommands,
  ...itemCommands,
  ...requestCommands,
  ...peopleCommands,
  ...referralCommands,
  ...preparationCommands,
  ...accountCommands,
  ...conferenceCommands,
  ...decisionCommands,
  ...operationCommands,
  ...chargeCommands,
  ...messageCommands,
};
const DECLARED = { ...DESK, ...controlCommands };

/** What a desk can ask for. */
export type DeskCommandType = keyof typeof DESK;
/** What only the control of the exercise can ask for. */
export type ControlCommandType = keyof typeof controlCommands;
export type CommandType = DeskCommandType | ControlCommandType;

type FieldsOf<T extends CommandType> = (typeof DECLARED)[T] extends CommandDeclaration<infer F> ? F : never;
type Typed<T extends string> = { type: Field<z.ZodLiteral<T>> };
type CommandMap = { [T in CommandType]: ValuesOf<Typed<T> & FieldsOf<T>> };
/** The commands of some types. In this form TypeScript pairs each of them with its own handler in a dispatch table. */
export type CommandOf<T extends CommandType> = { [K in T]: CommandMap[K] & { type: K } }[T];
export type TraineeCommand = CommandMap[DeskCommandType];
export type TrainerCommand = CommandMap[ControlCommandType];
export type AnyCommand = CommandMap[CommandType];

/** The declaration of every command by its type. */
export const COMMANDS: Readonly<Record<CommandType, CommandDeclaration>> = DECLARED;
export const DESK_COMMAND_TYPES = Object.keys(DESK) as DeskCommandType[];
export const CONTROL_COMMAND_TYPES = Object.keys(controlCommands) as ControlCommandType[];
export const COMMAND_TYPES: readonly CommandType[] = [...DESK_COMMAND_TYPES, ...CONTROL_COMMAND_TYPES];

export const isCommandType = (text: string): text is CommandType => Object.hasOwn(COMMANDS, text);
/** True for a command that steers the exercise, false for one of a desk. */
export const isControlCommand = (type: CommandType): type is ControlCommandType => Object.hasOwn(controlCommands, type);
export const capabilityFor = (type: CommandType): CommandCapability => COMMANDS[type].capability;

const schemaOf = (type: CommandType) => {
  const fields = Object.entries(COMMANDS[type].fields);
  return z.strictObject({
    type: z.literal(type),
    ...Object.fromEntries(fields.map(([name, { schema }]) => [name, schema])),
  });
};
/** The schema of every command by its type. */
export const COMMAND_SCHEMAS = perType(COMMAND_TYPES, schemaOf);

/** The types of the values follow from the same declarations as the schemas; zod cannot see that through the map. */
const oneOfSchemas = <T extends CommandType>(types: readonly T[]) => {
  const [first, ...rest] = types.map((type) => COMMAND_SCHEMAS[type]);
  if (!first) throw new Error('a union of commands needs one command at least');
  return z.discriminatedUnion('type', [first, ...rest]) as unknown as z.ZodType<CommandOf<T>>;
};

/** The fields of each command that hold free text of a person. */
export const FREE_TEXT_FIELDS = perType(COMMAND_TYPES, (type): readonly string[] =>
  Object.entries(COMMANDS[type].fields).flatMap(([name, { pii }]) => (pii === 'free-text' ? [name] : [])),
);

export const TraineeCommand = oneOfSchemas(DESK_COMMAND_TYPES);
export const TrainerCommand = oneOfSchemas(CONTROL_COMMAND_TYPES);
export const AnyCommand = oneOfSchemas(COMMAND_TYPES);
