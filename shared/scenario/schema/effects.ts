/** Effects: what an answer, a decision, an inject or a state does to the case. A list; each entry one verb. */
import { z } from 'zod';
import { Duration, Id } from './basics.ts';

export const Effect = z
  .strictObject({
    send: Id.optional().meta({ description: 'Sends a signal to the statecharts.' }),
    fire: Id.optional().meta({ description: 'Fires an inject.' }),
    learn: Id.optional().meta({ description: 'A role learns an item; say which with `role`.' }),
    role: Id.optional(),
    move: Id.optional().meta({ description: 'Moves a person; say where with `to`.' }),
    to: Id.optional(),
    perish: Id.optional().meta({ description: 'An item is lost for good.' }),
    appear: Id.optional().meta({ description: 'An item can be found from now on.' }),
    trust: z.record(Id, z.number()).optional().meta({ description: 'Differences in trust, by person.' }),
    stress: z.record(Id, z.number()).optional().meta({ description: 'Differences in stress, by person.' }),
    'risk-trigger': Id.optional().meta({
      description: 'Something changed for this person: the risk must be looked at again.',
    }),
    withdraw: Id.optional().meta({ description: 'This person withdraws every consent given.' }),
    room: z.record(Id, z.int()).optional().meta({ description: 'Differences in room, by service.' }),
    end: z.literal(true).optional().meta({ description: 'The exercise may end: the trainer is told.' }),
    after: Duration.optional().meta({ description: 'Not at once, but after this much case time.' }),
  })
  .refine(
    (effect) => EFFECT_VERBS.filter((verb) => effect[verb] !== undefined).length === 1,
    'an effect has exactly one verb',
  );
export type Effect = z.infer<typeof Effect>;

export const EFFECT_VERBS = [
  'send',
  'fire',
  'learn',
  'move',
  'perish',
  'appear',
  'trust',
  'stress',
  'risk-trigger',
  'withdraw',
  'room',
  'end',
] as const;
