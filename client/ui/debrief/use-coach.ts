/** The questions of one interview by their wording. */
import { useKit } from '../../context/kit.ts';
import type { QuestionCoach } from '../../../shared/debrief/debrief.ts';
import { questionName } from '../../names/name-of.ts';
import { useNames } from '../../names/use-names.ts';

/** Returns the wording of a question of this interview, and the author's better wording. */
export function useCoach(coach: QuestionCoach): { question: (id: string) => string; better: (id: string) => string } {
  const { card } = useKit();
  const { name } = useNames();
  const full = (id: string): string => questionName(coach.script, id);
  return {
    question: (id) => name('question', full(id)),
    better: (id) => card(`question:${full(id)}`)?.facts?.better ?? '…',
  };
}
