/** Questions that a person had already answered. */
import type { Event } from '../exercise/events.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import type { Question } from '../scenario/schema/scenario.ts';
import type { z } from 'zod';
import { eventsOf, type Played } from './played.ts';

/** Topic and question of an address: `safety.feel-now`, with or without its script in front. */
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
 * Repetitions for a person: the same question again, or, in a later interview, a topic that an earlier interview
 * covered. Questions about wellbeing and explanations of rights never count.
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
