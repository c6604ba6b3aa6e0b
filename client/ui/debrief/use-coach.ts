/** The questions of one interview by their wording. */
import type { QuestionCoach } from '../../../shared/debrief/debrief.ts';
import { questionName } from './look.ts';
import { useLook } from './use-look.ts';

/** Returns the wording of a question of this interview, and the author's better wording. */
export function useCoach(coach: QuestionCoach): { question: (id: string) => string; better: (id: string) => string } {
  const { card, name } = useLook();
  const full = (id: string): string => questionName(coach.script, id);
  return {
    question: (id) => name('question', full(id)),
    better: (id) => card(`question:${full(id)}`)?.facts?.better ?? '…',
  };
}
