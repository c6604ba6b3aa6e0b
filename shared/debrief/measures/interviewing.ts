/** Measures of interviews: open questions, preparation, breaks, and as few accounts as possible. */
import type { Event } from '../../exercise/events.ts';
import type { QuestionType } from '../../vocabulary/enums.ts';
import { eventsOf, groupBy, type Played } from '../played.ts';
import { type Instance, type Measures, measuresOf } from './measure.ts';

const { share, count } = measuresOf('interviewing');

const OPENING: readonly QuestionType[] = ['open', 'probing'];
const ABOUT_FACTS: readonly QuestionType[] = ['open', 'probing', 'closed', 'leading', 'blaming'];
const HARMFUL: readonly QuestionType[] = ['leading', 'blaming', 'promise'];
/** Number of questions after which an interview needs a break. */
const MIN_QUESTIONS_WITH_BREAK = 8;

export const interviewing: Measures = (played) => {
  const asked = eventsOf(played, 'question-asked');
  const began = eventsOf(played, 'account-begun');
  const interviews = Object.entries(played.end.world.interviews).filter(([, { turns }]) => turns.length > 0);
  const beginning = (id: string): number | undefined => began.find(({ interview }) => interview === id)?.seq;
  const each = (list: typeof interviews, good: (one: (typeof interviews)[number][1]) => boolean): Instance[] =>
    list.map(([id, interview]) => ({ good: good(interview), seq: beginning(id) }));
  const facts = asked.filter(({ questionType }) => ABOUT_FACTS.includes(questionType));
  const harmful = asked.filter(({ questionType }) => HARMFUL.includes(questionType));
  return [
    share(
      'open-questions',
      facts.map(({ questionType, seq }) => ({ good: OPENING.includes(questionType), seq })),
    ),
    count(
      'harmful-questions',
      harmful.map(({ seq }) => seq),
    ),
    share('one-account-each', singleAccounts(played)),
    count('accounts-repeated', repeatedAccounts(played)),
    count(
      'interviews-held',
      began.map(({ seq }) => seq),
    ),
    share(
      'steps-explained',
      interviews.flatMap(([id, { kind, engaged }]) =>
        stepsFor(played, kind).map((step) => ({ good: engaged.includes(step), seq: beginning(id) })),
      ),
    ),
    share('rules-kept', keptRules(played)),
    share(
      'interpreter-ready',
      each(
        interviews.filter(([, { interpreter }]) => interpreter),
        ({ vetting, briefed }) => briefed && vetting?.result === 'clear',
      ),
    ),
    share(
      'support-at-hand',
      each(
        interviews.filter(([, { kind }]) => kind !== 'suspect'),
        ({ support, guardian }) => (support ?? guardian) !== undefined,
      ),
    ),
    share(
      'breaks-in-long-talks',
      each(
        interviews.filter(([, { turns }]) => turns.length >= MIN_QUESTIONS_WITH_BREAK),
        ({ breaks }) => breaks > 0,
      ),
    ),
    share(
      'closed-with-care',
      each(interviews, ({ state, closed }) => state === 'closed' && closed.length > 0),
    ),
  ];
};

/** The accounts of each person. */
function accountsByPerson(played: Played): Event<'account-begun'>[][] {
  const accounts = eventsOf(played, 'account-begun').filter(({ kind }) => kind === 'account');
  return [...groupBy(accounts, ({ person }) => person).values()];
}

/** Every account of a person after the first one. */
const repeatedAccounts = (played: Played): number[] =>
  accountsByPerson(played).flatMap((list) => list.slice(1).map(({ seq }) => seq));

/** People whose account was taken; one account per person is the aim. */
function singleAccounts(played: Played): Instance[] {
  return accountsByPerson(played).map((list) => ({ good: list.length === 1, seq: list.at(-1)?.seq }));
}

/** What the law requires to be explained before an interview of this kind. */
const stepsFor = ({ compiled }: Played, kind: string): string[] =>
  Object.entries(compiled.law['engage-steps'])
    .filter(([, step]) => step.for.some((one) => one === kind))
    .map(([id]) => id);

/** The author's rules for an interview: each was met, or not, when the account began. */
function keptRules(played: Played): Instance[] {
  return eventsOf(played, 'account-judged').flatMap(({ safeguards, missing, seq }) => [
    ...safeguards.map(() => ({ good: true, seq })),
    ...missing.map(() => ({ good: false, seq })),
  ]);
}
