/** The actor of a seat: a seat of a class, or a learner in a one-person practice, who controls the clock. */
import { type Actor, seated } from '../../shared/access/actor.ts';
import type { SeatId } from '../../shared/exercise/ids.ts';
import type { ExerciseRecord } from '../storage/exercise-store.ts';

export const seatedIn = ({ purpose }: Pick<ExerciseRecord, 'purpose'>, seat: SeatId): Actor =>
  purpose === 'practice' ? { kind: 'learner', seat } : seated(seat);
