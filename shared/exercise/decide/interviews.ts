/** Commands about interviews: plan and prepare, engage, account with breaks, close. */
import type { Power } from '../../scenario/schema/jurisdiction.ts';
import { role as roleAudience } from '../audience.ts';
import type { Stage } from '../stage.ts';
import type { Interview } from '../world.ts';
import {
  acted,
  type Desk,
  firstRefusal,
  type Handlers,
  needsItem,
  needsPerson,
  needsPower,
  type Refusal,
  refuse,
} from './desk.ts';
import { applyEffects } from './effects.ts';
import { answerTo, offeredQuestions, questionAt, safeguardsOf, scriptFor, settingEffect } from './interview-rules.ts';
import { knowsPlace, learnItem } from './knowledge.ts';
import { changeMood, postureOf } from './mood.ts';

const POWER_OF_KIND: Record<Interview['kind'], Power> = {
  'first-questions': 'interview-victim',
  account: 'interview-victim',
  witness: 'interview-witness',
  suspect: 'interview-suspect',
};

/** The desk's own interview in one of these states, led by this seat where `lead` is asked. */
function needsInterview(stage: Stage, desk: Desk, id: string, states: Interview['state'][], lead = true): Refusal {
  const interview = stage.world.interviews[id];
  if (interview?.by !== desk.role) return refuse('unknown-id', { id });
  if (lead && interview.lead !== desk.seat) return refuse('not-lead');
  return states.includes(interview.state) ? undefined : refuse('wrong-state', { state: interview.state });
}

const helperIs = (stage: Stage, id: string | undefined, kind: string) =>
  id === undefined || stage.compiled.scenario.helpers[id]?.kind === kind;

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

export const interviewHandlers: Handlers<
  | 'plan-interview'
  | 'vet-interpreter'
  | 'brief-interpreter'
  | 'change-interpreter'
  | 'engage'
  | 'begin-account'
  | 'ask'
  | 'suggest-question'
  | 'show-item'
  | 'take-break'
  | 'end-break'
  | 'pass-lead'
  | 'close-interview'
> = {
  'plan-interview': (stage, desk, command) => {
    const { person, kind, place, interpreter, support, guardian, recorded } = command;
    const refusal = firstRefusal(
      () => needsPower(stage, desk, POWER_OF_KIND[kind]),
      () => needsPerson(stage, desk, person),
      () => (knowsPlace(stage, desk.role, place) ? undefined : refuse('unknown-id', { id: place })),
      () =>
        helperIs(stage, interpreter, 'interpreter') &&
        helperIs(stage, support, 'support-person') &&
        helperIs(stage, guardian, 'guardian')
          ? undefined
          : refuse('unknown-id'),
    );
    if (refusal) return refusal;
    const interview = stage.nextId(desk.role, 'interview', stage.world.interviews);
    const script = scriptFor(stage.compiled.scenario, person, kind);
    stage.emit({
      type: 'interview-planned',
      audience: roleAudience(desk.role),
      ...acted(desk),
      interview,
      script,
      person,
      kind,
      place,
      interpreter,
      support,
      guardian,
      recorded,
      lead: desk.seat,
    });
    return undefined;
  },
  'vet-interpreter': (stage, desk, { interview: id }) => {
    const interpreter = stage.world.interviews[id]?.interpreter;
    const refusal = firstRefusal(
      () => needsInterview(stage, desk, id, ['planned', 'engaged', 'break'], false),
      () => (interpreter === undefined ? refuse('no-interpreter') : undefined),
      () => (stage.world.interviews[id]?.vetting ? refuse('already-done') : undefined),
    );
    if (refusal || interpreter === undefined) return refusal;
    const due = stage.at + (stage.compiled.scenario.helpers[interpreter]?.vetting.takes ?? 0);
    stage.emit({
      type: 'interpreter-vetting',
      audience: roleAudience(desk.role),
      ...acted(desk),
      interview: id,
      interpreter,
      due,
    });
    stage.setTimer(`vetting:${id}:${interpreter}`, due, {
      do: 'vetted',
      interview: id,
      helper: interpreter,
      by: desk.role,
    });
    return undefined;
  },
  'brief-interpreter': (stage, desk, { interview: id }) => {
    const interpreter = stage.world.interviews[id]?.interpreter;
    const refusal = firstRefusal(
      () => needsInterview(stage, desk, id, ['planned', 'engaged', 'break'], false),
      () => (interpreter === undefined ? refuse('no-interpreter') : undefined),
      () => (stage.world.interviews[id]?.briefed ? refuse('already-done') : undefined),
    );
    if (refusal || interpreter === undefined) return refusal;
    stage.emit({
      type: 'interpreter-briefed',
      audience: roleAudience(desk.role),
      ...acted(desk),
      interview: id,
      interpreter,
    });
    return undefined;
  },
  'change-interpreter': (stage, desk, { interview: id, interpreter }) => {
    const refusal = firstRefusal(
      () => needsInterview(stage, desk, id, ['planned', 'engaged', 'break']),
      () => (helperIs(stage, interpreter, 'interpreter') ? undefined : refuse('unknown-id')),
    );
    if (refusal) return refusal;
    stage.emit({
      type: 'interpreter-changed',
      audience: roleAudience(desk.role),
      ...acted(desk),
      interview: id,
      interpreter,
    });
    return undefined;
  },
  engage: (stage, desk, { interview: id, steps }) => {
    const interview = stage.world.interviews[id];
    const refusal = firstRefusal(
      () => needsInterview(stage, desk, id, ['planned']),
      () => needsTogether(stage, desk, interview),
      () => (steps.every((step) => step in stage.compiled.law['engage-steps']) ? undefined : refuse('bad-value')),
    );
    if (refusal || !interview) return refusal;
    const { person, kind } = interview;
    stage.emit({
      type: 'interview-engaged',
      audience: roleAudience(desk.role),
      ...acted(desk),
      interview: id,
      person,
      kind,
      step: steps,
    });
    return undefined;
  },
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
    // Whether the person truly is a child is for the trainer's record; the desk's copy says nothing it has not earned.
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
    stage.emit({ type: 'account-judged', audience: ['trainer'], ...begun, child, safeguards: kept, missing });
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
    const refusal = needsInterview(stage, desk, id, ['planned', 'engaged', 'account', 'break']);
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

/** Interviewer and person are both at the place of the interview. */
function needsTogether(stage: Stage, desk: Desk, interview: Interview | undefined): Refusal {
  const place = interview?.place;
  const here = place !== undefined && stage.world.seats[desk.seat]?.at === place && !stage.world.seats[desk.seat]?.busy;
  const there = place !== undefined && stage.world.people[interview?.person ?? '']?.place === place;
  return here && there ? undefined : refuse('not-here', { id: interview?.person ?? '' });
}
