/** What a condition can ask about, one declaration per head. The heads that hold other conditions are in `conditions.ts`. */
import { z } from 'zod';
import { ConsentKind, REFERRAL_STATES, Status } from './enums.ts';
import type { EventType } from './events.ts';
import { CaseTime, Id, idOf, StateRef } from './scalars.ts';

/** Parts of a world that conditions read. */
export type WorldPart = 'now' | 'charts' | 'entered' | 'items' | 'people' | 'consents' | 'referrals';

/** One key of a condition. */
export interface Key<S extends z.ZodType = z.ZodType> {
  readonly schema: z.ZodOptional<S>;
  /** What the id at this key names. */
  readonly names?: 'event' | 'role' | 'item' | 'person' | 'place' | 'state' | undefined;
}
export type Keys = Readonly<Record<string, Key>>;

export interface LeafFacts<K extends string = string> {
  /** The key without which the head asks nothing. Heads that need the same key may stand together and must then all hold. */
  readonly needs?: K | undefined;
  /** Parts of the world that the answer depends on. */
  readonly reads: readonly WorldPart[];
  /** Events that can change the answer. Time alone changes the answer about the clock. */
  readonly changedBy: readonly EventType[];
  /** The fields of those events that must equal a key of the condition; `chart` compares with the chart of a state's address. */
  readonly same?: Readonly<Record<string, K>> | undefined;
  /** The key with the type of the events that are counted. The fields of that event may stand beside it. */
  readonly counts?: K | undefined;
  /** The key with the moments that the clock is compared with. */
  readonly moments?: K | undefined;
}
export interface LeafDeclaration extends LeafFacts {
  readonly keys: Keys;
}

const asks = <K extends Keys, const F extends LeafFacts<keyof K & string>>(
  keys: K,
  facts: F,
): Readonly<{ keys: K }> & F => ({ keys, ...facts });

const key = <S extends z.ZodType>(schema: S, description: string, meta: z.GlobalMeta = {}): Key<S> => ({
  schema: schema.optional().meta({ description, ...meta }),
});
const named = (names: NonNullable<Key['names']>, description: string): Key<typeof Id> => ({
  schema: idOf(names, description).optional(),
  names,
});
const state = (description: string): Key<typeof StateRef> => ({ ...key(StateRef, description), names: 'state' });

const Bounds = z.strictObject({
  'at-least': z.number().optional().meta({ description: 'This much or more, from 0 to 10.' }),
  'at-most': z.number().optional().meta({ description: 'This much or less, from 0 to 10.' }),
});
export type Bounds = z.infer<typeof Bounds>;

export const ITEM_FACTS = ['found', 'taken', 'sealed', 'perished', 'analysed'] as const;

const person = named('person', 'The person that is asked about.');
/** Several facts about one person may be asked together, so each of these reads what any of them reads. */
const OF_PERSON = {
  needs: 'person',
  reads: ['people', 'consents', 'referrals'],
  same: { person: 'person' },
} as const;

/**
 * In order of precedence, which is also the order of the keys in the schema: where a condition has the keys of two heads, the
 * first is its head (`{happened: …, person: …}` asks about an event).
 */
export const LEAVES = {
  happened: asks(
    {
      happened: {
        schema: idOf('event', 'The name of an event.').optional().meta({
          description: 'The name of an event, like `screened`; the other keys compare its fields.',
        }),
        names: 'event',
      } as const,
      times: key(z.int().min(1), 'It has happened so many times.'),
    },
    { reads: [], changedBy: [], counts: 'happened' },
  ),
  reached: asks(
    { reached: state('True from the first time this state was entered.') },
    { reads: ['entered'], changedBy: ['state-entered'], same: { chart: 'reached' } },
  ),
  in: asks(
    { in: state('True while this state is active.') },
    { reads: ['charts'], changedBy: ['chart-moved'], same: { chart: 'in' } },
  ),
  knows: asks(
    {
      role: named('role', 'The desk that is asked about.'),
      knows: named('item', 'This desk knows the item.'),
      part: key(Id, 'Only this part of the item.', { examples: ['names'] }),
    },
    { reads: ['items'], changedBy: ['item-learned'], same: { role: 'role', item: 'knows' } },
  ),
  at: asks(
    { person, at: named('place', 'The person is at this place.') },
    { ...OF_PERSON, changedBy: ['person-placed', 'person-met', 'person-moved', 'person-left'] },
  ),
  trust: asks(
    { person, trust: key(Bounds, 'The trust of this person, from 0 to 10.') },
    { ...OF_PERSON, changedBy: ['mood-changed'] },
  ),
  stress: asks(
    { person, stress: key(Bounds, 'The stress of this person, from 0 to 10.') },
    { ...OF_PERSON, changedBy: ['mood-changed'] },
  ),
  referral: asks(
    {
      person,
      referral: key(z.enum(REFERRAL_STATES), 'How far the referral of this person has come, at least.'),
    },
    {
      ...OF_PERSON,
      changedBy: [
        'needs-assessed',
        'referral-consented',
        'service-offered',
        'offer-accepted',
        'offer-refused',
        'transport-started',
        'received',
        'feedback-given',
        'referral-closed',
      ],
    },
  ),
  status: asks(
    { person, status: key(Status, 'What the desks hold this person to be.') },
    { ...OF_PERSON, changedBy: ['screened', 'status-set'] },
  ),
  consent: asks(
    { person, consent: key(ConsentKind, 'This person has agreed to this, and it still holds.') },
    { ...OF_PERSON, changedBy: ['consent-given', 'consent-refused', 'consent-withdrawn', 'consent-ended'] },
  ),
  is: asks(
    {
      item: named('item', 'The item that is asked about.'),
      is: key(z.enum(ITEM_FACTS), 'What has become of the item.'),
    },
    {
      needs: 'item',
      reads: ['items'],
      changedBy: ['item-found', 'item-taken', 'item-handled', 'item-perished', 'analysis-ended'],
      same: { item: 'item' },
    },
  ),
  clock: asks(
    {
      clock: key(
        z.strictObject({
          after: CaseTime.optional().meta({ description: 'From this moment on.' }),
          before: CaseTime.optional().meta({ description: 'Before this moment.' }),
        }),
        'The time of the case.',
      ),
    },
    { reads: ['now'], changedBy: [], moments: 'clock' },
  ),
};
