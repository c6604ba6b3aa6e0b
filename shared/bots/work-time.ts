/** Case time of the work behind a command. Time that the core adds itself (travel, searches) is not included. */
import type { TraineeCommand } from '../vocabulary/commands.ts';
import { type CaseMs, MINUTE } from '../time.ts';

const MINUTES: Readonly<Partial<Record<TraineeCommand['type'], number>>> = {
  screen: 7,
  'assess-risk': 2,
  'notify-guardian': 2,
  'assess-needs': 2,
  'ask-consent': 3,
  'offer-service': 2,
  'plan-interview': 2,
  engage: 2,
  ask: 2,
  'set-plan-section': 2,
  'make-request': 2,
  'answer-request': 2,
  'set-charge': 8,
  'file-charge': 3,
  'decide-no-charge': 4,
  arrest: 5,
};

/** Short work: a note, sealing a bag, a message to a desk. */
const OTHER = 1;

export const workTime = ({ type }: TraineeCommand): CaseMs => (MINUTES[type] ?? OTHER) * MINUTE;
