/**
 * Statecharts in standard terms. Delays (`after`) become timers of the exercise, never XState's own; guards are
 * conditions over the exercise; there is no context, history or invoke.
 */
import { z } from 'zod';
import { Id, idOf } from '../../vocabulary/scalars.ts';
import { Line } from './basics.ts';
import { Condition } from '../../vocabulary/conditions.ts';
import { Effect } from './effects.ts';

export interface Transition {
  target?: string | undefined;
  guard?: Condition | undefined;
  does?: Effect[] | undefined;
}

export interface ChartState {
  title?: string | undefined;
  public?: boolean | undefined;
  pace?: number | undefined;
  initial?: string | undefined;
  type?: 'parallel' | 'final' | undefined;
  states?: Record<string, ChartState> | undefined;
  on?: Record<string, Transition[]> | undefined;
  after?: Record<string, Transition[]> | undefined;
  always?: Transition[] | undefined;
  entry?: Effect[] | undefined;
  exit?: Effect[] | undefined;
}

const Target = Id.meta({ description: 'A sibling of this state.', examples: undefined });
const One = z.strictObject({
  target: Target.optional(),
  guard: Condition.optional().meta({ description: 'Only if this holds.' }),
  does: z.array(Effect).optional().meta({ description: 'Effects of the transition.' }),
});

/** `target`, `{target, guard, does}` or a list of these; always parsed to a list. */
const Transitions = z.union([Target, One, z.array(One).min(1)]).transform((value): Transition[] => {
  if (typeof value === 'string') return [{ target: value }];
  return Array.isArray(value) ? value : [value];
});

const After = z.record(
  z.string().regex(/^(\d+d)?\s*(\d+h)?\s*(\d+m)?$/, 'a delay is a duration like `40m`'),
  Transitions,
);

export const ChartState: z.ZodType<ChartState> = z.lazy(() =>
  z.strictObject({
    title: Line.optional().meta({ description: 'For the trainer; shown to all when `public`.' }),
    public: z.boolean().optional().meta({ description: 'Everyone may see this title as the phase of the case.' }),
    pace: z.number().min(0.1).max(1440).optional().meta({ description: 'Pace from entering this state on.' }),
    initial: Id.optional().meta({ description: 'The state in which it begins.', examples: undefined }),
    type: z
      .enum(['parallel', 'final'])
      .optional()
      .meta({ description: '`final`: nothing follows. `parallel`: all inner states at once.' }),
    states: z.record(Id, ChartState).optional().meta({ description: 'The states, by id.' }),
    on: z
      .record(idOf('event', 'The name of an event or a signal.'), Transitions)
      .optional()
      .meta({ description: 'By the name of an event or a signal.' }),
    after: After.optional().meta({ description: 'By a duration of case time.' }),
    always: z
      .union([One, z.array(One).min(1)])
      .transform((value): Transition[] => (Array.isArray(value) ? value : [value]))
      .optional()
      .meta({ description: 'Evaluated after every event; needs a `guard`.' }),
    entry: z.array(Effect).optional().meta({ description: 'Effects of entering this state.' }),
    exit: z.array(Effect).optional().meta({ description: 'Effects of leaving this state.' }),
  }),
);

export const Statechart = ChartState;
export type Statechart = ChartState;
