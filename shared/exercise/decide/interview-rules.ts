/** The rules of an interview: its script, the safeguards kept and broken, the offered questions, the given answer. */
import { askedBy } from './asked-by.ts';
import type { Answer, Question, Scenario } from '../../scenario/schema/scenario.ts';
import type { z } from 'zod';
import type { Stage } from '../stage.ts';
import { scriptOf } from '../script-of.ts';
import type { Interview } from '../world.ts';

type AuthoredQuestion = z.infer<typeof Question>;
type AuthoredAnswer = z.infer<typeof Answer>;

const scriptIn = ({ compiled: { scenario } }: Stage, interview: Interview) =>
  scenario.interviews[scriptOf(scenario, interview)];

/** A question's address is `script.topic.question`. */
export function questionAt(scenario: Scenario, address: string): AuthoredQuestion | undefined {
  const [script = '', topic = '', question = ''] = address.split('.');
  return scenario.interviews[script]?.topics[topic]?.questions[question];
}

/**
 * Questions that can be asked now: their condition holds for the desk that asks, and they were not asked yet in this interview (care questions
 * may repeat).
 */
export function offeredQuestions(stage: Stage, interview: Interview): string[] {
  const { scenario } = stage.compiled;
  const script = scriptOf(scenario, interview);
  const topics = scenario.interviews[script]?.topics ?? {};
  const asked = new Set(interview.turns.map((turn) => turn.question));
  return Object.entries(topics).flatMap(([topic, { questions }]) =>
    Object.entries(questions).flatMap(([id, question]) => {
      const address = `${script}.${topic}.${id}`;
      const open = question.needs === undefined || stage.holds(askedBy(stage, question.needs, interview.by));
      return open && (question.type === 'care' || !asked.has(address)) ? [address] : [];
    }),
  );
}

/** The first answer whose condition holds. */
export function answerTo(
  stage: Stage,
  question: AuthoredQuestion,
): { index: number; answer: AuthoredAnswer } | undefined {
  const index = question.answers.findIndex((answer) => answer.when === undefined || stage.holds(answer.when));
  const answer = question.answers[index];
  return answer && { index, answer };
}

const isClear = (stage: Stage, helper: string | undefined) =>
  helper !== undefined && stage.compiled.scenario.helpers[helper]?.vetting.result === 'clear';

/**
 * The rules of the script that are kept and missing. A child specialist is a desk of the child agency, or a vetted
 * support person beside the interviewer (`domain.md` 3.3, docs/professional-basis.md).
 */
export function safeguardsOf(stage: Stage, interview: Interview): { kept: string[]; missing: string[] } {
  const rules = scriptIn(stage, interview)?.rules ?? [];
  const agency = stage.compiled.law.agencies[stage.compiled.scenario.roles[interview.by]?.desk ?? ''];
  const kept = rules.filter((rule) => {
    switch (rule) {
      case 'child-specialist':
        return agency?.powers.includes('notify-guardian') === true || isClear(stage, interview.support);
      case 'guardian':
        return (
          isClear(stage, interview.guardian) || stage.world.people[interview.person]?.guardianNotified !== undefined
        );
      case 'support-person':
        return isClear(stage, interview.support);
      case 'interpreter':
        return isClear(stage, interview.interpreter);
      case 'recorded':
        return interview.recorded;
      case 'lawyer':
        return interview.engaged.includes('lawyer');
      default:
        return true;
    }
  });
  return { kept, missing: rules.filter((rule) => !kept.includes(rule)) };
}

/** The effect of the setting on trust and stress when the account begins. */
export function settingEffect(stage: Stage, interview: Interview): { trust: number; stress: number } {
  const script = scriptIn(stage, interview);
  const helpers = [interview.interpreter, interview.support, interview.guardian].map(
    (id) => stage.compiled.scenario.helpers[id ?? '']?.effect,
  );
  const trust = helpers.reduce((sum, effect) => sum + (effect?.trust ?? 0), 0);
  const stress = helpers.reduce((sum, effect) => sum + (effect?.stress ?? 0), 0);
  const rightPlace = !script || script['best-place'].length === 0 || script['best-place'].includes(interview.place);
  const unheard = (script?.rules.includes('interpreter') ?? false) && interview.interpreter === undefined;
  const explained = explainedShare(stage, interview);
  return {
    trust: trust + (explained === 1 ? 1 : explained >= 0.5 ? 0 : -1) - (unheard ? 1 : 0),
    stress: stress + (rightPlace ? 0 : 1) + (unheard ? 2 : 0) - (explained === 1 ? 1 : 0),
  };
}

/** The explained share of the steps that the law pack requires at the start, 0 to 1. */
function explainedShare(stage: Stage, interview: Interview): number {
  const steps = Object.entries(stage.compiled.law['engage-steps']).filter(([, step]) =>
    step.for.includes(interview.kind),
  );
  return steps.length === 0 ? 1 : steps.filter(([id]) => interview.engaged.includes(id)).length / steps.length;
}
