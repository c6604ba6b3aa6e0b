/** Interviews: plan, prepare, engage, account with breaks, close. */
import type { Interview, Turn, World } from '../world.ts';
import { addOnce, type Folds } from './fold.ts';
import { changeIn, putIn } from './owner.ts';

const edit = (world: World, id: string, how: (interview: Interview) => Interview): World =>
  changeIn(world, 'interviews', id, how);

function answerLastTurn(turns: Turn[], question: string, answer: Pick<Turn, 'answer' | 'posture'>): Turn[] {
  const index = turns.findLastIndex((turn) => turn.question === question);
  return turns.map((turn, at) => (at === index ? { ...turn, ...answer } : turn));
}

export const interviewFolds: Folds<
  | 'interview-planned'
  | 'interpreter-vetting'
  | 'interpreter-vetted'
  | 'interpreter-briefed'
  | 'interpreter-changed'
  | 'interview-engaged'
  | 'account-begun'
  | 'account-judged'
  | 'questions-offered'
  | 'question-asked'
  | 'answer-given'
  | 'question-suggested'
  | 'item-shown'
  | 'break-taken'
  | 'break-ended'
  | 'lead-passed'
  | 'interview-closed'
> = {
  'interview-planned': (world, event) => {
    const { script, person, kind, place, interpreter, support, guardian, recorded, lead } = event;
    const planned: Interview = {
      script,
      person,
      kind,
      by: event.by,
      place,
      interpreter,
      support,
      guardian,
      recorded,
      lead,
      briefed: false,
      state: 'planned',
      engaged: [],
      closed: [],
      offered: [],
      suggested: [],
      shown: [],
      breaks: 0,
      turns: [],
      startedAt: event.at,
    };
    return putIn(world, 'interviews', event.interview, planned);
  },
  'interpreter-vetting': (world, event) =>
    edit(world, event.interview, (interview) => ({ ...interview, vetting: { due: event.due } })),
  'interpreter-vetted': (world, event) =>
    edit(world, event.interview, (interview) => ({ ...interview, vetting: { result: event.result } })),
  'interpreter-briefed': (world, event) =>
    edit(world, event.interview, (interview) => ({ ...interview, briefed: true })),
  'interpreter-changed': (world, event) =>
    edit(world, event.interview, (interview) => ({
      ...interview,
      interpreter: event.interpreter,
      vetting: undefined,
      briefed: false,
    })),
  'interview-engaged': (world, event) =>
    edit(world, event.interview, (interview) => ({ ...interview, state: 'engaged', engaged: event.step })),
  'account-begun': (world, event) =>
    edit(world, event.interview, (interview) => ({ ...interview, state: 'account', posture: event.posture })),
  'account-judged': (world) => world,
  'questions-offered': (world, event) =>
    edit(world, event.interview, (interview) => ({ ...interview, offered: event.questions })),
  'question-asked': (world, event) =>
    edit(world, event.interview, (interview) => ({
      ...interview,
      suggested: interview.suggested.filter((one) => one.question !== event.question),
      turns: [
        ...interview.turns,
        { at: event.at, question: event.question, questionType: event.questionType, seat: event.seat },
      ],
    })),
  'answer-given': (world, event) =>
    edit(world, event.interview, (interview) => ({
      ...interview,
      posture: event.posture,
      turns: answerLastTurn(interview.turns, event.question, { answer: event.answer, posture: event.posture }),
    })),
  'question-suggested': (world, event) =>
    edit(world, event.interview, (interview) => ({
      ...interview,
      suggested: [
        ...interview.suggested.filter((one) => one.question !== event.question),
        { question: event.question, seat: event.seat ?? '' },
      ],
    })),
  'item-shown': (world, event) =>
    edit(world, event.interview, (interview) => ({ ...interview, shown: addOnce(interview.shown, event.item) })),
  'break-taken': (world, event) =>
    edit(world, event.interview, (interview) => ({
      ...interview,
      state: 'break',
      breaks: interview.breaks + 1,
      breakSince: event.at,
    })),
  'break-ended': (world, event) =>
    edit(world, event.interview, (interview) => ({
      ...interview,
      state: 'account',
      posture: event.posture,
      breakSince: undefined,
    })),
  'lead-passed': (world, event) => edit(world, event.interview, (interview) => ({ ...interview, lead: event.to })),
  'interview-closed': (world, event) =>
    edit(world, event.interview, (interview) => ({
      ...interview,
      state: 'closed',
      closed: event.step,
      offered: [],
      text: event.text,
    })),
};
