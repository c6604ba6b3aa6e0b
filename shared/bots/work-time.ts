/** How much case time the work behind a command takes a desk. What the core lets pass by itself (ways, searches) is not in it. */
import type { TraineeCommand } from '../exercise/commands.ts';
import { type CaseMs, MINUTE } from '../time.ts';

const MINUTES: Readonly<Partial<Record<TraineeCommand['type'], number>>> = {
  screen: 7,
  'assess-risk': 3,
  'notify-guardian': 2,
  'assess-needs': 3,
  'ask-consent': 3,
  'offer-service': 3,
  'plan-interview': 3,
  engage: 3,
  'begin-account': 1,
  ask: 2,
  'set-plan-section': 2,
  'call-conference': 3,
  'make-request': 3,
  'answer-request': 3,
  'set-charge': 10,
  'file-charge': 3,
  'decide-no-charge': 5,
  arrest: 6,
};

/** Writing a line, sealing a bag, telling a desk something. */
const OTHER = 1;

export const workTime = ({ type }: TraineeCommand): CaseMs => (MINUTES[type] ?? OTHER) * MINUTE;
