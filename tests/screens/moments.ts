/** Moments of the case worth a picture, in order, and the step of the playthrough before each. */
import type { Step } from '../../shared/playthrough/step.ts';

export const MOMENTS = ['lobby', 'start', 'talk', 'stopped', 'account', 'referrals', 'charging', 'ended'] as const;
export type Moment = (typeof MOMENTS)[number];

type Mark = { do: string } & Record<string, unknown>;

/** The last step before each moment. */
const AFTER: Partial<Record<Moment, Mark>> = {
  // The first desks have shared their items.
  start: { do: 'share-item', item: 'workshop-complaint', to: 'prosecutor' },
  // A conference is running: one action agreed, one proposed.
  talk: { do: 'propose-action', text: 'Passenger list before eleven' },
  // The first bus was met and the children were screened.
  stopped: { do: 'share-item', item: 'nyota-first-words' },
  // Nyota has said what she is afraid of.
  account: { do: 'ask', question: 'nyota-first.safety.afraid' },
  referrals: { do: 'ask-consent', person: 'juma', kind: 'interview' },
  // The first charge is on the table, not yet filed.
  charging: { do: 'set-charge', person: 'coach-sefu' },
};

const fits = (step: Step, { do: type, ...fields }: Mark): boolean =>
  step.kind === 'command' &&
  step.do === type &&
  Object.entries(fields).every(([key, value]) => step.fields[key] === value);

/** The number of steps before a moment. */
export function momentStep(moment: Moment, steps: readonly Step[]): number {
  const mark = AFTER[moment];
  if (!mark) return 0;
  const index = steps.findIndex((step) => fits(step, mark));
  if (index < 0) throw new Error(`the playthrough has no step for the moment ${moment}`);
  return index + 1;
}
