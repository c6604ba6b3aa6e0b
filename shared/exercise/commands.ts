/**
 * Everything that can be asked. One zod schema per command; the union is the whole list.
 * Free text enters as `Words`; the door (`shared/protocol`) replaces it by a reference before the core sees it.
 */
import { z } from 'zod';
import type { Actor } from '../access/actor.ts';
import {
  Basis,
  Channel,
  ConsentKind,
  Element,
  InterviewKind,
  Manner,
  Need,
  Purpose,
  Rank,
  Status,
} from '../scenario/schema/basics.ts';
import { BOT_KINDS } from './simulated.ts';

/** No id is called like a field that every record of things has from the start (`constructor`): it would be found there. */
const id = z
  .string()
  .min(1)
  .max(80)
  .refine((text) => !(text in Object.prototype), 'an id is not the name of a built-in field');
const ids = z.array(id).max(60);
/** Free text of a person. At the door it is swapped for a reference; the core only ever sees the reference. */
export const Words = z.string().trim().min(1).max(4000).meta({ freeText: true });
const caseTime = z
  .int()
  .min(0)
  .max(100 * 86_400_000);

const command = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape });

export const PRESENCE = ['alone', 'with-escort', 'in-group'] as const;
export const HANDLINGS = ['seal', 'photograph', 'isolate', 'browse', 'copy', 'store', 'return'] as const;
const NonPunishment = z.enum(['not-checked', 'checked-applies', 'checked-does-not-apply']);

/** What a desk can ask for. */
export const TRAINEE_COMMANDS = [
  command('travel', { place: id }),
  command('search', {}),
  command('take-item', { item: id, basis: Basis }),
  command('handle-item', { item: id, how: z.enum(HANDLINGS) }),
  command('hand-over-item', { item: id, to: id }),
  command('analyse-item', { item: id }),
  command('assess-item', { item: id, person: id, elements: z.array(Element).max(16) }),
  command('link-items', { item: id, with: id, label: Words.optional() }),
  command('unlink-items', { item: id, with: id }),
  command('place-item', { item: id, x: z.number().min(0).max(4000), y: z.number().min(0).max(4000) }),
  command('share-item', {
    item: id,
    parts: ids.min(1),
    to: id,
    purpose: Purpose,
    basis: Basis,
    channel: Channel,
    consent: id.optional(),
    text: Words.optional(),
  }),
  command('make-request', {
    kind: id,
    to: id,
    basis: Basis,
    item: id.optional(),
    person: id.optional(),
    place: id.optional(),
    due: caseTime.optional(),
    text: Words.optional(),
  }),
  command('answer-request', {
    request: id,
    outcome: z.enum(['accepted', 'refused', 'answered']),
    items: ids.default([]),
    text: Words.optional(),
  }),
  command('tag-indicator', { person: id, indicator: id, item: id.optional() }),
  command('untag-indicator', { person: id, indicator: id }),
  command('screen', {
    person: id,
    with: z.enum(PRESENCE),
    outcome: Status,
    child: z.boolean(),
    interpreter: id.optional(),
  }),
  command('set-status', { person: id, status: Status, text: Words.optional() }),
  command('assess-risk', { person: id, level: Rank, family: z.boolean(), text: Words.optional() }),
  command('notify-guardian', { person: id }),
  command('contact-family', { person: id }),
  command('move-person', { person: id, place: id }),
  command('arrest', { person: id, place: id, basis: Basis, safeguards: ids }),
  command('release', { person: id }),
  command('ask-consent', {
    person: id,
    kind: ConsentKind,
    explained: z.boolean(),
    to: ids,
    until: caseTime.optional(),
    interpreter: id.optional(),
  }),
  command('assess-needs', { person: id, needs: z.array(Need).min(1).max(24) }),
  command('offer-service', { referral: id, service: id, conditional: z.boolean() }),
  command('start-transport', { referral: id, with: z.enum(['service', 'social-worker', 'police-car', 'family']) }),
  command('receive-person', { referral: id }),
  command('give-feedback', { referral: id, text: Words.optional() }),
  command('close-referral', { referral: id }),
  command('plan-interview', {
    person: id,
    kind: InterviewKind,
    place: id,
    interpreter: id.optional(),
    support: id.optional(),
    guardian: id.optional(),
    recorded: z.boolean(),
  }),
  command('vet-interpreter', { interview: id }),
  command('brief-interpreter', { interview: id }),
  command('change-interpreter', { interview: id, interpreter: id.optional() }),
  command('engage', { interview: id, steps: ids }),
  command('begin-account', { interview: id }),
  command('ask', { interview: id, question: id }),
  command('suggest-question', { interview: id, question: id }),
  command('show-item', { interview: id, item: id }),
  command('take-break', { interview: id }),
  command('end-break', { interview: id }),
  command('pass-lead', { interview: id, to: id }),
  command('close-interview', { interview: id, steps: ids, text: Words.optional() }),
  command('call-conference', { with: ids.min(1), agenda: z.array(Words).min(1).max(8) }),
  command('join-conference', { conference: id }),
  command('make-statement', { conference: id, text: Words }),
  command('propose-action', { conference: id, text: Words, to: id, due: caseTime }),
  command('agree-action', { conference: id, action: id }),
  command('dissent-action', { conference: id, action: id, text: Words }),
  command('finish-action', { action: id }),
  command('close-conference', { conference: id }),
  command('propose-decision', { decision: id, option: id, reason: Words, confidence: Rank }),
  command('agree-decision', { decision: id }),
  command('dissent-decision', { decision: id, text: Words }),
  command('log-decision', {
    text: Words,
    reason: Words,
    rejected: Words.optional(),
    confidence: Rank,
    step: id.optional(),
  }),
  command('set-plan-section', { operation: id, section: id, text: Words, service: id.optional() }),
  command('ask-standby', { operation: id, service: id }),
  command('confirm-standby', { operation: id, service: id }),
  command('approve-plan', { operation: id }),
  command('launch-operation', { operation: id }),
  command('abort-operation', { operation: id }),
  command('set-charge', {
    person: id,
    offence: id,
    act: ids,
    means: ids,
    purposeItems: ids,
    child: z.boolean(),
    nonPunishment: NonPunishment,
    remedies: ids,
    reason: Words.optional(),
  }),
  command('drop-charge', { charge: id }),
  command('file-charge', { charge: id }),
  command('decide-no-charge', { person: id, nonPunishment: NonPunishment, reason: Words }),
  command('ask-protective-measure', { person: id, kind: id }),
  command('send-message', { to: ids.min(1), text: Words }),
  command('raise-hand', { text: Words.optional() }),
] as const;

/** What only the trainer can ask for. */
export const TRAINER_COMMANDS = [
  command('start-exercise', {}),
  command('pause', { reason: Words.optional() }),
  command('resume', {}),
  command('set-pace', { pace: z.number().min(0.1).max(1440) }),
  command('skip-to', { to: caseTime }),
  command('end-exercise', {}),
  command('fire-inject', { inject: id }),
  command('hold-inject', { inject: id }),
  command('release-inject', { inject: id }),
  command('skip-inject', { inject: id }),
  command('whisper', { to: ids.min(1), text: Words }),
  command('take-note', { text: Words, about: id.optional() }),
  command('seat', { seat: id, role: id }),
  command('free-seat', { seat: id }),
  /** Nobody sits there: let it be simulated; where it is already, from here on in this manner. */
  command('simulate-desk', { role: id, manner: Manner.optional(), kind: z.enum(BOT_KINDS).optional() }),
] as const;

export const TraineeCommand = z.discriminatedUnion('type', TRAINEE_COMMANDS);
export const TrainerCommand = z.discriminatedUnion('type', TRAINER_COMMANDS);
export const AnyCommand = z.discriminatedUnion('type', [...TRAINEE_COMMANDS, ...TRAINER_COMMANDS]);

export type TraineeCommand = z.infer<typeof TraineeCommand>;
export type TrainerCommand = z.infer<typeof TrainerCommand>;
export type AnyCommand = z.infer<typeof AnyCommand>;
export type CommandType = AnyCommand['type'];
type CommandsByType = { [C in AnyCommand as C['type']]: C };
/** The commands of some types. In this form TypeScript pairs each of them with its own handler in a dispatch table. */
export type CommandOf<T extends CommandType> = { [K in T]: CommandsByType[K] & { type: K } }[T];

/** A command as it reaches the core: who asks, and at what case time. Free texts are references already. */
export type Command = {
  from: Actor;
  /** Case time of the asking; never before the last event. */
  at: number;
  body: AnyCommand;
};
