/** Questions that a person had to answer before. */
import type { Event } from '../exercise/events.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import type { Question } from '../scenario/schema/scenario.ts';
import type { z } from 'zod';
import { eventsOf, type Played } from './played.ts';

/** Topic and question of an address: `safety.feel-now`, with or without the script before it. */
function addressOf(address: string): { topic: string; question: string } {
  const steps = address.split('.');
  return { topic: steps.at(-2) ?? '', question: steps.at(-1) ?? '' };
}

/** The authored question that was asked in an interview. */
export function authoredQuestion(
  { scenario }: CompiledScenario,
  script: string,
  address: string,
): z.infer<typeof Question> | undefined {
  const { topic, question } = addressOf(address);
  return scenario.interviews[script]?.topics[topic]?.questions[question];
}

/**
 * The times a person was asked the same again: the same question once more, or, in a later interview, a topic that another
 * interview had gone through already. Asking how somebody is and explaining rights never counts.
 */
export function repeatedQuestions(played: Played, person: string): Event<'question-asked'>[] {
  const asked = new Set<string>();
  const topics = new Map<string, string>();
  return eventsOf(played, 'question-asked')
    .filter((event) => event.person === person && event.questionType !== 'care' && event.questionType !== 'rights')
    .filter(({ interview, question: address }) => {
      const { topic, question } = addressOf(address);
      const same = asked.has(`${topic}.${question}`);
      const elsewhere = topics.get(topic);
      asked.add(`${topic}.${question}`);
      if (elsewhere === undefined) topics.set(topic, interview);
      return same || (elsewhere !== undefined && elsewhere !== interview);
    });
}
