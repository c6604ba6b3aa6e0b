/** Interviews: plan, prepare, engage, account with breaks, close. */
import type { interviewEvents } from '../../vocabulary/events/interviews.ts';
import type { Interview, Turn } from '../world.ts';
import type { WorldDraft } from './draft.ts';
import { addOnce, type Folds, noChange } from './fold.ts';

const edit = (draft: WorldDraft, id: string, how: (interview: Interview) => Interview): void =>
  draft.change('interviews', id, how);

function answerLastTurn(turns: Turn[], question: string, answer: Pick<Turn, 'answer' | 'posture'>): Turn[] {
  const index = turns.findLastIndex((turn) => turn.question === question);
  return turns.map((turn, at) => (at === index ? { ...turn, ...answer } : turn));
}

export const interviewFolds: Folds<keyof typeof interviewEvents> = {
  'interview-planned': (draft, event) => {
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
    draft.put('interviews', event.interview, planned);
  },
  'interpreter-vetting': (draft, event) =>
    edit(draft, event.interview, (interview) => ({ ...interview, vetting: { due: event.due } })),
  'interpreter-vetted': (draft, event) =>
    edit(draft, event.interview, (interview) => ({ ...interview, vetting: { result: event.result } })),
  'interpreter-briefed': (draft, event) =>
    edit(draft, event.interview, (interview) => ({ ...interview, briefed: true })),
  'interpreter-changed': (draft, event) =>
    edit(draft, event.interview, (interview) => ({
      ...interview,
      interpreter: event.interpreter,
      vetting: undefined,
      briefed: false,
    })),
  'interview-engaged': (draft, event) =>
    edit(draft, event.interview, (interview) => ({ ...interview, state: 'engaged', engaged: event.step })),
  'account-begun': (draft, event) =>
    edit(draft, event.interview, (interview) => ({ ...interview, state: 'account', posture: event.posture })),
  'account-judged': noChange,
  'questions-offered': (draft, event) =>
    edit(draft, event.interview, (interview) => ({ ...interview, offered: event.questions })),
  'question-asked': (draft, event) =>
    edit(draft, event.interview, (interview) => ({
      ...interview,
      suggested: interview.suggested.filter((one) => one.question !== event.question),
      turns: [
        ...interview.turns,
        { at: event.at, question: event.question, questionType: event.questionType, seat: event.seat },
      ],
    })),
  'answer-given': (draft, event) =>
    edit(draft, event.interview, (interview) => ({
      ...interview,
      posture: event.posture,
      turns: answerLastTurn(interview.turns, event.question, { answer: event.answer, posture: event.posture }),
    })),
  'question-suggested': (draft, event) =>
    edit(draft, event.interview, (interview) => ({
      ...interview,
      suggested: [
        ...interview.suggested.filter((one) => one.question !== event.question),
        { question: event.question, seat: event.seat ?? '' },
      ],
    })),
  'item-shown': (draft, event) =>
    edit(draft, event.interview, (interview) => ({ ...interview, shown: addOnce(interview.shown, event.item) })),
  'break-taken': (draft, event) =>
    edit(draft, event.interview, (interview) => ({
      ...interview,
      state: 'break',
      breaks: interview.breaks + 1,
      breakSince: event.at,
    })),
  'break-ended': (draft, event) =>
    edit(draft, event.interview, (interview) => ({
      ...interview,
      state: 'account',
      posture: event.posture,
      breakSince: undefined,
    })),
  'lead-passed': (draft, event) => edit(draft, event.interview, (interview) => ({ ...interview, lead: event.to })),
  'interview-closed': (draft, event) =>
    edit(draft, event.interview, (interview) => ({
      ...interview,
      state: 'closed',
      closed: event.step,
      offered: [],
      text: event.text,
    })),
};
