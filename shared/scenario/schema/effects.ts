/** Effects of an answer, a decision, an inject or a state on the case. A list; each entry has one verb. */
import { z } from 'zod';
import { Duration } from './basics.ts';
import { idOf } from '../../vocabulary/scalars.ts';

export const Effect = z
  .strictObject({
    send: idOf('signal', 'Sends a signal to the statecharts.').optional(),
    fire: idOf('inject', 'Fires an inject.').optional(),
    learn: idOf('item', 'A role learns an item; say which with `role`.').optional(),
    role: idOf('role', 'The desk that learns it.').optional(),
    move: idOf('person', 'Moves a person; say where with `to`.').optional(),
    to: idOf('place', 'Where the person is moved.').optional(),
    perish: idOf('item', 'An item is lost for good.').optional(),
    appear: idOf('item', 'An item can be found from now on.').optional(),
    trust: z
      .record(idOf('person', 'A person of the case.'), z.number().min(-10).max(10))
      .optional()
      .meta({ description: 'Changes of trust, by person.' }),
    stress: z
      .record(idOf('person', 'A person of the case.'), z.number().min(-10).max(10))
      .optional()
      .meta({ description: 'Changes of stress, by person.' }),
    'risk-trigger': idOf('person', 'Something changed for this person: the risk must be looked at again.').optional(),
    withdraw: idOf('person', 'This person withdraws every consent given.').optional(),
    room: z
      .record(idOf('service', 'A service of the case.'), z.int())
      .optional()
      .meta({ description: 'Changes of room, by service.' }),
    end: z.literal(true).optional().meta({ description: 'Suggests to the trainer that the exercise may end.' }),
    after: Duration.optional().meta({ description: 'Applied after this much case time instead of at once.' }),
  })
  .refine(
    (effect) => EFFECT_VERBS.filter((verb) => effect[verb] !== undefined).length === 1,
    'an effect has exactly one verb',
  )
  .meta({ id: 'Effect' });
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
