/** Interviews, by the book: planned with the right people in the room, explained, care and open questions first, closed well. */
import type { TraineeCommand } from '../../vocabulary/commands.ts';
import type { Interview } from '../../exercise/world.ts';
import { INTERVIEW_POWERS, type InterviewKind } from '../../vocabulary/enums.ts';
import { HOUR, MINUTE } from '../../time.ts';
import type { Rule } from '../agenda.ts';
import type { DeskSight } from '../desk-sight.ts';
import type { Mind } from '../mind.ts';
import { interpreterFor, isSuspect, isVictim, wasHeard } from './people.ts';

/** Types of questions in the order of asking. Leading and blaming questions and promises are never asked. */
const ORDER: readonly string[] = ['rights', 'care', 'open', 'probing', 'closed'];
/** Care questions repeat a few times at most, and an interview ends after this many turns. */
const MAX_TURNS = 14;

export const leadingTalks: Rule = {
  name: 'bring a talk that has begun to a good end',
  reads: ['interviews', 'people'],
  for: (sight) => sight.can(...INTERVIEW_POWERS),
  *offers(sight, mind) {
    for (const [id, interview] of Object.entries(sight.world.interviews)) {
      if (interview.by !== sight.role || interview.lead !== sight.seat || interview.state === 'closed') continue;
      yield* nextStep(sight, mind, id, interview);
    }
  },
};

function* nextStep(sight: DeskSight, mind: Mind, id: string, interview: Interview): Generator<TraineeCommand> {
  const { person, place, interpreter } = interview;
  if (sight.place !== place || sight.world.people[person]?.place !== place) {
    // The person was moved away, so the interview closes.
    yield closing(sight, id);
    return;
  }
  // A started account ends first when the interpreter is being checked, and the person waits.
  if (sight.busyUntil !== undefined) {
    mind.after(sight.busyUntil, sight.now);
    return;
  }
  if (interview.state === 'planned') {
    if (interpreter !== undefined && interview.vetting === undefined) yield { type: 'vet-interpreter', interview: id };
    if (interview.vetting?.result === 'conflict')
      yield { type: 'change-interpreter', interview: id, interpreter: interpreterFor(sight, person) };
    if (interview.vetting?.due !== undefined && interview.vetting.result === undefined) {
      mind.after(interview.vetting.due + MINUTE, sight.now);
      return;
    }
    if (interpreter !== undefined && !interview.briefed) yield { type: 'brief-interpreter', interview: id };
    yield { type: 'engage', interview: id, steps: stepsFor(sight, interview.kind) };
  }
  if (interview.state === 'engaged') yield { type: 'begin-account', interview: id };
  if (interview.state === 'account') {
    const question = interview.turns.length < MAX_TURNS ? nextQuestion(sight, interview) : undefined;
    const upset = interview.posture === 'distressed' && interview.breaks === 0;
    if (upset) yield { type: 'take-break', interview: id };
    if (question !== undefined) yield { type: 'ask', interview: id, question };
    yield closing(sight, id);
  }
  if (interview.state === 'break' && mind.after((interview.breakSince ?? 0) + 10 * MINUTE, sight.now))
    yield { type: 'end-break', interview: id };
}

const closing = (_sight: DeskSight, interview: string): TraineeCommand => ({
  type: 'close-interview',
  interview,
  steps: ['anything-to-add', 'wellbeing', 'next-steps'],
});

export const stepsFor = (sight: DeskSight, kind: InterviewKind): string[] =>
  Object.entries(sight.law['engage-steps']).flatMap(([id, step]) => (step.for.includes(kind) ? [id] : []));

/** The kindest question that was not asked yet. */
function nextQuestion(sight: DeskSight, interview: Interview): string | undefined {
  const asked = new Set(interview.turns.map(({ question }) => question));
  let bestHelper: { question: string; rank: number } | undefined;
  for (const question of interview.offered) {
    if (asked.has(question)) continue;
    const rank = ORDER.indexOf(sight.questionType(question) ?? '');
    if (rank >= 0 && (!bestHelper || rank < bestHelper.rank)) bestHelper = { question, rank };
  }
  return bestHelper?.question;
}

export const planningTalks: Rule = {
  name: 'plan a talk with somebody who is here',
  reads: ['interviews', 'people', 'items', 'consents', 'injects', 'referrals'],
  for: (sight) => sight.can(...INTERVIEW_POWERS),
  *offers(sight) {
    if (sight.busyUntil !== undefined || sight.place === undefined) return;
    const due = sight.here.map((person) => ({ person, kind: kindFor(sight, person) }));
    for (const wanted of KINDS)
      for (const { person, kind } of due) {
        if (kind !== wanted || wasPlanned(sight, person, kind)) continue;
        if (isWrongPlace(sight, person, kind)) continue;
        if (kind === 'account' && lacksInterviewConsent(sight, person)) {
          if (mayAsk(sight, person)) yield consentTo(sight, person);
          continue;
        }
        yield planOf(sight, person, kind);
      }
  },
};

/** Order of interviews: urgent needs first, then people whose account spares a child an interview. */
const KINDS: readonly InterviewKind[] = ['first-questions', 'suspect', 'witness', 'account'];

function consentTo(sight: DeskSight, person: string): TraineeCommand {
  const interpreter = interpreterFor(sight, person);
  return {
    type: 'ask-consent',
    person,
    kind: 'interview',
    explained: true,
    to: [],
    ...(interpreter && { interpreter }),
  };
}

function planOf(sight: DeskSight, person: string, kind: InterviewKind): TraineeCommand {
  const child = sight.looksLikeChild(person);
  const interpreter = interpreterFor(sight, person);
  const language = sight.foreignLanguage(person);
  const support = child ? best(sight, 'support-person', language) : undefined;
  const guardian = child ? best(sight, 'guardian', language) : undefined;
  return {
    type: 'plan-interview',
    person,
    kind,
    place: sight.place ?? '',
    recorded: kind !== 'first-questions',
    ...(interpreter && { interpreter }),
    ...(support && { support }),
    ...(guardian && { guardian }),
  };
}

/** A helper without a known conflict, preferably one who speaks the language. */
function best(sight: DeskSight, kind: 'support-person' | 'guardian', language: string | undefined): string | undefined {
  const field = kind === 'guardian' ? 'guardian' : 'support';
  const fit = sight
    .helpers(kind)
    .filter(
      (id) =>
        !sight.shuns('interview-planned', { [field]: id }, field) &&
        !sight.shuns('account-begun', { [field]: id }, field),
    );
  return fit.find((id) => language !== undefined && sight.helper(id).languages.includes(language)) ?? fit[0];
}

/** The kind of interview that is due with a person, by the person's situation and this desk's powers. */
function kindFor(sight: DeskSight, person: string): InterviewKind | undefined {
  const state = sight.world.people[person];
  if (!state) return undefined;
  if (isSuspect(sight, person)) return suspectTalk(sight, person);
  const child = sight.looksLikeChild(person);
  if (isVictim(sight, person)) {
    const kind = child || sight.can('interview-victim') ? victimTalk(sight, person, child) : undefined;
    return kind ?? (child ? undefined : grownUpTalk(sight, person));
  }
  if (child || !sight.can('interview-witness') || wasHeard(sight, person)) return undefined;
  // People with signs are left to a desk that may interview victims; other desks ask only about the work.
  const ours = sight.signs(person).length === 0 || !sight.can('interview-victim');
  return ours && sight.wantsTalk(person, 'witness') ? 'witness' : undefined;
}

/** A person who shows signs of exploitation is interviewed without an arrest. */
function suspectTalk(sight: DeskSight, person: string): InterviewKind | undefined {
  if (!sight.can('interview-suspect')) return undefined;
  const arrested = sight.world.people[person]?.custody === 'arrested';
  const isUsed = sight.signs(person).length > 0 && sight.wantsTalk(person, 'suspect');
  return arrested || isUsed ? 'suspect' : undefined;
}

/** First questions, then one account, for a person who was seen alone. */
function victimTalk(sight: DeskSight, person: string, child: boolean): InterviewKind | undefined {
  const state = sight.world.people[person];
  if (!state || !sight.can('interview-victim') || state.screenings.length === 0) return undefined;
  // The desk that cares for children interviews a child, after a guardian was notified.
  if (child && !sight.can('notify-guardian')) return undefined;
  if (child && state.guardianNotified === undefined) return undefined;
  if (!wasPlanned(sight, person, 'first-questions') && sight.wantsTalk(person, 'first-questions'))
    return 'first-questions';
  if (child && !wasPlanned(sight, person, 'first-questions')) return undefined;
  return !hasAccount(sight, person) && sight.wantsTalk(person, 'account') ? 'account' : undefined;
}

/** An exploited adult can be a witness of the work, and has to answer for suspected offences. */
function grownUpTalk(sight: DeskSight, person: string): InterviewKind | undefined {
  const due = (kind: 'suspect' | 'witness') =>
    sight.can(`interview-${kind}`) && sight.wantsTalk(person, kind) && !wasPlanned(sight, person, kind);
  if (sight.evidenceAgainst(person).length > 0 && due('suspect')) return 'suspect';
  return !wasHeard(sight, person) && due('witness') ? 'witness' : undefined;
}

/** True if first questions with this person are due here; they precede questions about services. */
export const isFirstTalkDue = (sight: DeskSight, person: string): boolean =>
  sight.isHere(person) && kindFor(sight, person) === 'first-questions' && !wasPlanned(sight, person, 'first-questions');

/** True if any interview with this person is due here; the person is not moved before it. */
export const isTalkDue = (sight: DeskSight, person: string): boolean =>
  isFirstTalkDue(sight, person) || (sight.isHere(person) && isAccountDue(sight, person));

/** True if a person, here or elsewhere, has agreed to an account that has not begun, or may be asked for one. */
export const isAccountDue = (sight: DeskSight, person: string): boolean =>
  kindFor(sight, person) === 'account' &&
  !wasPlanned(sight, person, 'account') &&
  !(sight.isHere(person) && isWrongPlace(sight, person, 'account')) &&
  (!lacksInterviewConsent(sight, person) || mayAsk(sight, person));

/** True if others could overhear: the interview waits for another place. */
const isWrongPlace = (sight: DeskSight, person: string, kind: InterviewKind): boolean =>
  sight.shuns('account-begun', { person, kind, place: sight.place }, 'place');

/** True if an account exists: an account is recorded once, and one child's account spares the other children. */
const hasAccount = (sight: DeskSight, person: string): boolean =>
  Object.values(sight.world.interviews).some(
    (one) =>
      one.by === sight.role &&
      one.kind === 'account' &&
      (one.state !== 'closed' || one.turns.length > 0) &&
      (one.person === person || (sight.looksLikeChild(one.person) && sight.looksLikeChild(person))),
  );

/**
 * True if such an interview was planned. One that ended before the account, because the person was moved, does not count.
 */
const wasPlanned = (sight: DeskSight, person: string, kind: InterviewKind): boolean =>
  Object.values(sight.world.interviews).some(
    (one) =>
      one.by === sight.role &&
      one.person === person &&
      one.kind === kind &&
      (one.state !== 'closed' || one.turns.length > 0 || one.posture !== undefined || one.place === sight.place),
  );

const interviewConsents = (sight: DeskSight, person: string) =>
  (sight.world.people[person]?.consents ?? []).flatMap((id) => {
    const consent = sight.world.consents[id];
    return consent?.kind === 'interview' ? [consent] : [];
  });
const lacksInterviewConsent = (sight: DeskSight, person: string): boolean =>
  !interviewConsents(sight, person).some(({ state }) => state === 'given');
/**
 * True if consent may be asked for again: when the person sends a message, or once more after a night in a safe place.
 */
function mayAsk(sight: DeskSight, person: string): boolean {
  const asked = interviewConsents(sight, person);
  const last = Math.max(...asked.map(({ at }) => at));
  if (asked.length === 0 || (sight.heardFrom(person) ?? 0) > last) return true;
  return asked.length === 1 && dayOf(sight.now) > dayOf(last) && isReceived(sight, person);
}

const dayOf = (at: number): number => Math.floor(at / (24 * HOUR));

const isReceived = (sight: DeskSight, person: string): boolean =>
  (sight.world.people[person]?.referrals ?? []).some((id) =>
    (sight.world.referrals[id]?.steps ?? []).some(({ state }) => state === 'received'),
  );
