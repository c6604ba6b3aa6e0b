/** Commands of the account: begin, ask, show, break, pass the lead, close. */
import type { accountCommands } from '../../vocabulary/commands/interviews.ts';
import { role as roleAudience, trainerOnly } from '../../access/audience.ts';
import type { Stage } from '../stage.ts';
import { CLOSE_STEPS } from '../standard-steps.ts';
import { acted, type Desk, firstRefusal, type Handlers, needsItem, rejectUnlisted, refuse } from './desk.ts';
import { applyEffects } from './effects.ts';
import { needsInterview, needsTogether } from './interview-checks.ts';
import { answerTo, offeredQuestions, questionAt, safeguardsOf, settingEffect } from './interview-rules.ts';
import { learnItem } from './knowledge.ts';
import { changeMood, postureOf } from './mood.ts';

function offerQuestions(stage: Stage, desk: Desk, id: string): void {
  const interview = stage.world.interviews[id];
  if (!interview) return;
  stage.emit({
    type: 'questions-offered',
    audience: roleAudience(desk.role),
    interview: id,
    questions: offeredQuestions(stage, interview),
  });
}

export const accountHandlers: Handlers<keyof typeof accountCommands> = {
  'begin-account': (stage, desk, { interview: id }) => {
    const refusal = firstRefusal(
      () => needsInterview(stage, desk, id, ['planned', 'engaged']),
      () => needsTogether(stage, desk, stage.world.interviews[id]),
    );
    const interview = stage.world.interviews[id];
    if (refusal || !interview) return refusal;
    changeMood(stage, interview.person, settingEffect(stage, interview));
    const { person, kind, interpreter, support, recorded, place } = interview;
    const { kept, missing } = safeguardsOf(stage, interview);
    const child = (stage.compiled.scenario.people[person]?.age.real ?? 99) < 18;
    // Only the trainer's record says whether the person truly is a child; the desk's copy contains only what the desk
    // knows.
    const begun = {
      ...acted(desk),
      interview: id,
      person,
      kind,
      interpreter,
      support,
      recorded,
      place,
      posture: postureOf(stage, person),
    };
    stage.emit({ type: 'account-begun', audience: roleAudience(desk.role), ...begun });
    stage.emit({ type: 'account-judged', audience: trainerOnly, ...begun, child, safeguards: kept, missing });
    offerQuestions(stage, desk, id);
    return undefined;
  },
  ask: (stage, desk, { interview: id, question: address }) => {
    const question = questionAt(stage.compiled.scenario, address);
    const interview = stage.world.interviews[id];
    const refusal = firstRefusal(
      () => needsInterview(stage, desk, id, ['account']),
      () => (interview?.offered.includes(address) ? undefined : refuse('not-offered')),
      () => needsTogether(stage, desk, interview),
    );
    if (refusal || !interview || !question) return refusal ?? refuse('not-offered');
    const { person, kind } = interview;
    const audience = roleAudience(desk.role);
    stage.emit({
      type: 'question-asked',
      audience,
      ...acted(desk),
      interview: id,
      person,
      kind,
      question: address,
      questionType: question.type,
    });
    changeMood(stage, person, question.effect);
    const found = answerTo(stage, question);
    if (found) {
      changeMood(stage, person, found.answer.effect);
      const posture = postureOf(stage, person, interview.turns.length);
      stage.emit({
        type: 'answer-given',
        audience,
        interview: id,
        person,
        question: address,
        answer: found.index,
        posture,
      });
      for (const item of found.answer.tells) learnItem(stage, desk.role, item, 'interview', desk.role);
      applyEffects(stage, found.answer.does, `answer:${address}`);
    }
    offerQuestions(stage, desk, id);
    return undefined;
  },
  'suggest-question': (stage, desk, { interview: id, question }) => {
    const interview = stage.world.interviews[id];
    const refusal = firstRefusal(
      () => needsInterview(stage, desk, id, ['account', 'break'], false),
      () => (interview?.offered.includes(question) ? undefined : refuse('not-offered')),
    );
    if (refusal) return refusal;
    stage.emit({
      type: 'question-suggested',
      audience: roleAudience(desk.role),
      ...acted(desk),
      interview: id,
      question,
    });
    return undefined;
  },
  'show-item': (stage, desk, { interview: id, item }) => {
    const interview = stage.world.interviews[id];
    const refusal = firstRefusal(
      () => needsInterview(stage, desk, id, ['account']),
      () => needsItem(stage, desk, item),
      () => needsTogether(stage, desk, interview),
    );
    if (refusal || !interview) return refusal;
    stage.emit({
      type: 'item-shown',
      audience: roleAudience(desk.role),
      ...acted(desk),
      interview: id,
      person: interview.person,
      item,
    });
    offerQuestions(stage, desk, id);
    return undefined;
  },
  'take-break': (stage, desk, { interview: id }) => {
    const interview = stage.world.interviews[id];
    const refusal = needsInterview(stage, desk, id, ['account']);
    if (refusal || !interview) return refusal;
    stage.emit({
      type: 'break-taken',
      audience: roleAudience(desk.role),
      ...acted(desk),
      interview: id,
      person: interview.person,
    });
    return undefined;
  },
  'end-break': (stage, desk, { interview: id }) => {
    const interview = stage.world.interviews[id];
    const refusal = needsInterview(stage, desk, id, ['break']);
    if (refusal || !interview) return refusal;
    const minutes = (stage.at - (interview.breakSince ?? stage.at)) / 60_000;
    changeMood(stage, interview.person, { stress: -Math.min(3, Math.floor(minutes / 5)) });
    const posture = postureOf(stage, interview.person);
    stage.emit({
      type: 'break-ended',
      audience: roleAudience(desk.role),
      ...acted(desk),
      interview: id,
      person: interview.person,
      posture,
    });
    offerQuestions(stage, desk, id);
    return undefined;
  },
  'pass-lead': (stage, desk, { interview: id, to }) => {
    const refusal = firstRefusal(
      () => needsInterview(stage, desk, id, ['planned', 'engaged', 'account', 'break'], false),
      () =>
        stage.world.seats[to]?.role === desk.role && !stage.world.seats[to].freed
          ? undefined
          : refuse('unknown-id', { id: to }),
    );
    if (refusal) return refusal;
    stage.emit({ type: 'lead-passed', audience: roleAudience(desk.role), ...acted(desk), interview: id, to });
    return undefined;
  },
  'close-interview': (stage, desk, { interview: id, steps, text }) => {
    const interview = stage.world.interviews[id];
    const refusal = firstRefusal(
      () => needsInterview(stage, desk, id, ['planned', 'engaged', 'account', 'break']),
      () => rejectUnlisted([...CLOSE_STEPS, ...Object.keys(stage.compiled.law['engage-steps'])], steps),
    );
    if (refusal || !interview) return refusal;
    const { person, kind } = interview;
    stage.emit({
      type: 'interview-closed',
      audience: roleAudience(desk.role),
      ...acted(desk),
      interview: id,
      person,
      kind,
      step: steps,
      text,
    });
    return undefined;
  },
};
