/** Findings about a case as a case: what nobody can do, find, reach or meet. */
import { code, hint, list, warning, error } from './rule.ts';

export const OF_CASE = {
  INJECT_NEVER_FIRES: warning((p: { inject: string; why: string }) => ({
    message: `The inject ${code(p.inject)} can never fire: ${p.why}.`,
    remedy: 'Give it `at`, a `when` that can come true, or `pocket`; or fire it by an effect.',
  })),
  INJECT_EXPECTS_TOO_MUCH: warning((p: { inject: string; role: string }) => ({
    message: `The inject ${code(p.inject)} expects something of ${code(p.role)}, who does not receive it.`,
    remedy: `Add ${code(p.role)} to ${code('to')}.`,
  })),
  PLACE_CUT_OFF: warning((p: { place: string; from: string }) => ({
    message: `No way leads from ${code(p.from)} to the place ${code(p.place)}.`,
    remedy: `Add ${code('near')} to one of its neighbours.`,
  })),
  ITEM_WITHOUT_TEXT: error((p: { item: string }) => ({
    message: `The item ${code(p.item)} says nothing.`,
    remedy: 'Add `text`, or `parts` with texts.',
  })),
  ITEM_UNFINDABLE: warning((p: { item: string; why: string }) => ({
    message: `Nobody can get the item ${code(p.item)}: ${p.why}.`,
    remedy: 'Add `found`, let an answer or an inject give it, or let a role know it at the start.',
  })),
  ITEM_NOT_LAWFUL: warning((p: { item: string; role: string; tags: string[] }) => ({
    message: `${code(p.role)} needs ${code(p.item)}, but its agency may not hold ${list(p.tags)}.`,
    remedy: 'Name the parts it may have in `needed-parts`, or take the role out of `needed-by`.',
  })),
  FIND_WITHOUT_POWER: warning((p: { item: string; power: string; roles: string[] }) => ({
    message: `Finding ${code(p.item)} needs the power ${code(p.power)}, which ${list(p.roles)} ${p.roles.length > 1 ? 'do' : 'does'} not have.`,
    remedy: 'Let another role find it, or change `needs`.',
  })),
  PERISHES_TOO_SOON: warning((p: { item: string; lasts: string; soonest: string }) => ({
    message: `${code(p.item)} lasts ${p.lasts}, but nobody can be there and have it before ${p.soonest}.`,
    remedy: 'Let it last longer, bring the place nearer, or start the clock with `lasts-from`.',
  })),
  WINDOW_CLOSED: warning((p: { of: string; why: string }) => ({
    message: `The window of ${p.of} is never open: ${p.why}.`,
    remedy: 'Give it more time: it must begin, last and end in this order.',
  })),
  SERVICES_TOO_SMALL: warning((p: { task: string; needed: number; room: number }) => ({
    message: `${code(p.task)} wants ${p.needed === 1 ? 'somebody' : `${p.needed} people`} received, but the services that take them have room for ${p.room === 0 ? 'none' : `only ${p.room}`}.`,
    remedy: 'Give a service more `room`, widen whom it `accepts`, or ask for less.',
  })),
  DESK_WITHOUT_WORK: warning((p: { role: string }) => ({
    message: `Nothing in this case is for ${code(p.role)}: nothing to find, ask, decide, share or answer.`,
    remedy: 'Give it an item that others need, somebody to talk to, a decision or an inject; or leave the role out.',
  })),
  DESK_IDLE: warning((p: { role: string; minutes: number }) => ({
    message: `${code(p.role)} has nothing to do for the first ${p.minutes} minutes of class time.`,
    remedy: 'Give it something to find, ask or share at the start, or let an inject reach it earlier.',
  })),
  DEAD_END: warning((p: { state: string }) => ({
    message: `From ${code(p.state)} no way leads to the end of the case.`,
    remedy: 'Add a transition that leads on, or let this state be an ending: `type: final`, or `entry: [{end: true}]`.',
  })),
  TASK_WITHOUT_CHANCE: warning((p: { task: string }) => ({
    message: `The window of ${code(p.task)} hangs on something that may never come, and there is no ${code('chance')}.`,
    remedy: 'Add `chance` with the same condition, so that nobody is marked on what never came up.',
  })),
  TASK_WITHOUT_POWER: warning((p: { task: string; role: string; power: string }) => ({
    message: `${code(p.task)} asks ${code(p.role)} for something that needs the power ${code(p.power)}, which it does not have.`,
    remedy: 'Ask another desk, or give the role this power.',
  })),
  CAN_NEVER_BE: warning((p: { what: string; why: string }) => ({
    message: `${p.what} can never come true: ${p.why}.`,
    remedy: 'Correct the condition, or give the case what it waits for.',
  })),
  COMPETENCY_THIN: hint((p: { competency: string }) => ({
    message: `Only one task shows ${code(p.competency)}; it will not be rated.`,
    remedy: 'A competency needs two tasks. Add one, or leave it as it is.',
  })),
  QUESTION_NEVER_OFFERED: warning((p: { question: string; why: string }) => ({
    message: `The question ${code(p.question)} is never offered: ${p.why}.`,
    remedy: 'Correct its `needs`, or remove the question.',
  })),
  INTERVIEW_WITHOUT_QUESTIONS: warning((p: { interview: string }) => ({
    message: `The interview ${code(p.interview)} has no question that can be asked at its beginning.`,
    remedy: 'Leave `needs` out of at least one question.',
  })),
  ANSWERS_RUN_OUT: warning((p: { of: string }) => ({
    message: `${p.of} may end without an answer: the last one has a ${code('when')}.`,
    remedy: 'Add a last answer without `when`.',
  })),
  ANSWER_NEVER_GIVEN: warning((p: { of: string }) => ({
    message: `This answer of ${p.of} is never given: an earlier one has no ${code('when')}.`,
    remedy: 'Move it up, or give the earlier one a `when`.',
  })),
  QUESTION_WITHOUT_BETTER: hint((p: { question: string; type: string }) => ({
    message: `The question ${code(p.question)} is of type ${code(p.type)}, and nothing says how to ask it better.`,
    remedy: 'Add `better:` with a wording that neither leads, blames nor promises; the debrief shows it.',
  })),
  DECISION_WITHOUT_OPTIONS: error((p: { decision: string }) => ({
    message: `The decision ${code(p.decision)} has no options to choose from.`,
    remedy: 'Add at least two `options`.',
  })),
  NEED_UNMET: warning((p: { person: string; need: string }) => ({
    message: `${code(p.person)} needs ${code(p.need)}, and no service of this case that takes this person gives it.`,
    remedy: 'Add a service, widen whom one accepts, or remove the need.',
  })),
  DESK_MAY_NOT: warning((p: { role: string; what: string; powers: string[] }) => ({
    message: `${code(p.role)} is to ${p.what} but has not the ${p.powers.length > 1 ? 'powers' : 'power'} ${list(p.powers)}.`,
    remedy: `Name a role that has ${p.powers.length > 1 ? 'them' : 'it'}, or add ${code(`powers: [${p.powers.join(', ')}]`)} to the role.`,
  })),
  ART_MISSING: warning((p: { name: string }) => ({
    message: `There is no picture ${code(`art/${p.name}.svg`)}.`,
    remedy: 'Draw it, or remove `art`.',
  })),
  ART_UNSAFE: error((p: { what: string }) => ({
    message: `The picture holds ${p.what}, which is not allowed.`,
    remedy: 'Save it as plain SVG: shapes only, no script, no links, nothing from elsewhere.',
  })),
};
