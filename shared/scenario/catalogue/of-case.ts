/** Diagnostics about a case as a whole: what no desk can do, find, reach or meet. */
import { code, hint, list, warning, error } from './rule.ts';

export const OF_CASE = {
  INJECT_NEVER_FIRES: warning((p: { inject: string; why: string }) => ({
    message: `The inject ${code(p.inject)} can never fire: ${p.why}.`,
    remedy: 'Add `at`, a `when` that can become true, or `pocket`; or fire it by an effect.',
  })),
  INJECT_EXPECTS_TOO_MUCH: warning((p: { inject: string; role: string }) => ({
    message: `The inject ${code(p.inject)} expects something of ${code(p.role)}, which does not receive it.`,
    remedy: `Add ${code(p.role)} to ${code('to')}.`,
  })),
  PLACE_CUT_OFF: warning((p: { place: string; from: string }) => ({
    message: `No way leads from ${code(p.from)} to the place ${code(p.place)}.`,
    remedy: `Add ${code('near')} to one of its neighbours.`,
  })),
  ITEM_WITHOUT_TEXT: error((p: { item: string }) => ({
    message: `The item ${code(p.item)} has no text.`,
    remedy: 'Add `text`, or `parts` with texts.',
  })),
  TOLD_BY_EVERY_PART: warning((p: { item: string; key: string; parts: string[] }) => ({
    message: `${code(p.item)} has parts, but says ${code(p.key)} for all of them: a desk that is given one part learns what the others tell.`,
    remedy: `Write ${code(p.key)} at the part whose words say it: ${list(p.parts)}.`,
  })),
  TOLD_UNASKED: warning((p: { id: string; by: string; others: string[] }) => ({
    message: `${code(p.id)} opens by what ${code(p.by)} knows, and tells ${list(p.others)} too, which may know nothing of it.`,
    remedy: `Name in ${code('known-with')} the items, people and injects it rests on: each desk is told once it knows one of them.`,
  })),
  ITEM_UNFINDABLE: warning((p: { item: string; why: string }) => ({
    message: `No desk can get the item ${code(p.item)}: ${p.why}.`,
    remedy: 'Add `found`, let an answer or an inject give it, or let a role know it from the start.',
  })),
  ITEM_NOT_LAWFUL: warning((p: { item: string; role: string; tags: string[] }) => ({
    message: `${code(p.role)} needs ${code(p.item)}, but its agency may not hold ${list(p.tags)}.`,
    remedy: 'List the parts it may have in `needed-parts`, or remove the role from `needed-by`.',
  })),
  FIND_WITHOUT_POWER: warning((p: { item: string; power: string; roles: string[] }) => ({
    message: `Finding ${code(p.item)} needs the power ${code(p.power)}, which ${list(p.roles)} ${p.roles.length > 1 ? 'do' : 'does'} not have.`,
    remedy: 'Let another role find it, or change `needs`.',
  })),
  PERISHES_TOO_SOON: warning((p: { item: string; lasts: string; soonest: string }) => ({
    message: `${code(p.item)} lasts ${p.lasts}, but no desk can get it before ${p.soonest}.`,
    remedy: 'Let it last longer, move the place nearer, or start the clock with `lasts-from`.',
  })),
  WINDOW_CLOSED: warning((p: { of: string; why: string }) => ({
    message: `The window of ${p.of} is never open: ${p.why}.`,
    remedy: 'Change its times: it must open, last for some time, and then close.',
  })),
  SERVICES_TOO_SMALL: warning((p: { task: string; needed: number; room: number }) => ({
    message: `${code(p.task)} needs a bed for ${p.needed === 1 ? 'one person' : `${p.needed} people`}, but the services that accept them have room for ${p.room === 0 ? 'none' : `only ${p.room}`}.`,
    remedy: 'Give a service more `room`, let it accept more groups of people (`accepts`), or require fewer people.',
  })),
  DESK_WITHOUT_WORK: warning((p: { role: string }) => ({
    message: `${code(p.role)} has no work in this case: nothing to find, ask, decide, share or answer.`,
    remedy: 'Give it an item that others need, a person to interview, a decision or an inject; or remove the role.',
  })),
  DESK_IDLE: warning((p: { role: string; minutes: number }) => ({
    message: `${code(p.role)} has nothing to do for the first ${p.minutes} minutes of class time.`,
    remedy: 'Give it something to find, ask or share at the start, or let an inject reach it earlier.',
  })),
  DEAD_END: warning((p: { state: string }) => ({
    message: `The case cannot end once it is in ${code(p.state)}.`,
    remedy:
      'Add a transition to another state, or make this state an ending: `type: final`, or `entry: [{end: true}]`.',
  })),
  TASK_WITHOUT_CHANCE: warning((p: { task: string }) => ({
    message: `The window of ${code(p.task)} opens by something that may never happen, and the task has no ${code('chance')}.`,
    remedy: 'Add `chance` with the same condition, so that no desk is rated on something that never came up.',
  })),
  TASK_WITHOUT_POWER: warning((p: { task: string; role: string; power: string }) => ({
    message: `${code(p.task)} asks ${code(p.role)} for an act that needs the power ${code(p.power)}, which it does not have.`,
    remedy: 'Ask another desk, or give the role this power.',
  })),
  CAN_NEVER_BE: warning((p: { what: string; why: string }) => ({
    message: `${p.what} can never become true: ${p.why}.`,
    remedy: 'Correct the condition, or add to the case what it waits for.',
  })),
  COMPETENCY_THIN: hint((p: { competency: string }) => ({
    message: `Only one task trains ${code(p.competency)}, so the competency will not be rated.`,
    remedy: 'A competency needs two tasks. Add one, or leave it unrated.',
  })),
  QUESTION_NEVER_OFFERED: warning((p: { question: string; why: string }) => ({
    message: `The question ${code(p.question)} is never offered: ${p.why}.`,
    remedy: 'Correct its `needs`, or remove the question.',
  })),
  INTERVIEW_WITHOUT_QUESTIONS: warning((p: { interview: string }) => ({
    message: `The interview ${code(p.interview)} has no question that can be asked at the start.`,
    remedy: 'Remove `needs` from at least one question.',
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
    message: `The question ${code(p.question)} is of type ${code(p.type)}, and has no better wording.`,
    remedy: 'Add `better:` with a wording that does not lead, blame or promise; the debrief shows it.',
  })),
  DECISION_WITHOUT_OPTIONS: error((p: { decision: string }) => ({
    message: `The decision ${code(p.decision)} has no options to choose from.`,
    remedy: 'Add at least two `options`.',
  })),
  NEED_UNMET: warning((p: { person: string; need: string }) => ({
    message: `${code(p.person)} needs ${code(p.need)}, but no service that accepts this person offers it.`,
    remedy: 'Add a service, let one accept this person, or remove the need.',
  })),
  DESK_MAY_NOT: warning((p: { role: string; what: string; powers: string[] }) => ({
    message: `${code(p.role)} must ${p.what}, but lacks the ${p.powers.length > 1 ? 'powers' : 'power'} ${list(p.powers)}.`,
    remedy: `Name a role that has ${p.powers.length > 1 ? 'them' : 'it'}, or add ${code(`powers: [${p.powers.join(', ')}]`)} to the role.`,
  })),
  ART_MISSING: warning((p: { name: string }) => ({
    message: `The picture ${code(`art/${p.name}.svg`)} is missing.`,
    remedy: 'Add the file, or remove `art`.',
  })),
  ART_UNSAFE: error((p: { what: string }) => ({
    message: `The picture contains ${p.what}, which is not allowed.`,
    remedy: 'Save it as plain SVG: shapes only, no scripts, no links, no external content.',
  })),
};
