/** How this person was asked: who listened, who translated, how often, with which words. */
import type { Event } from '../../exercise/events.ts';
import type { VictimEyeLine } from '../debrief.ts';
import { repeatedQuestions } from '../repeated-questions.ts';
import { about, counted, type Life } from './fact.ts';

type Asking = Event<'screened' | 'account-begun' | 'consent-asked'>;
type Voice = 'own' | 'conflict' | 'foreign';

/** How the person could speak: in the own language with independent help, through a helper with ties to the case, or not. */
function voiceOf({ played, authored }: Life, interpreter: string | undefined): Voice {
  const needsOne = authored.needs.includes('interpreter');
  if (interpreter === undefined) return needsOne ? 'foreign' : 'own';
  const helper = played.compiled.scenario.helpers[interpreter];
  if (helper?.vetting.result !== 'clear') return 'conflict';
  return !needsOne || helper.languages.includes(authored.language) ? 'own' : 'foreign';
}

export function askedFacts(life: Life): VictimEyeLine[] {
  const screenings = about(life, 'screened');
  const asked: Asking[] = about(life, 'screened', 'account-begun', 'consent-asked');
  const by = (voice: Voice): Asking[] => asked.filter(({ interpreter }) => voiceOf(life, interpreter) === voice);
  const alone = screenings.filter((event) => event.alone && voiceOf(life, event.interpreter) === 'own');
  return [
    ...counted(life, 'asked-alone', alone),
    ...counted(
      life,
      'asked-in-group',
      screenings.filter((event) => event.with === 'in-group'),
    ),
    ...counted(
      life,
      'asked-with-escort',
      screenings.filter((event) => event.with === 'with-escort'),
    ),
    ...counted(life, 'asked-through-conflict', by('conflict')),
    ...counted(life, 'asked-without-interpreter', by('foreign')),
    ...counted(life, 'asked-again', repeatedQuestions(life.played, life.person)),
    ...questionFacts(life),
    ...accountFacts(life),
    ...consentFacts(life),
  ];
}

function questionFacts(life: Life): VictimEyeLine[] {
  const questions = about(life, 'question-asked');
  const of = (type: string) => questions.filter(({ questionType }) => questionType === type);
  return [...counted(life, 'asked-with-blame', of('blaming')), ...counted(life, 'asked-with-promise', of('promise'))];
}

/** A full account: told once is good only if it was recorded, in the own voice, and without blame or promise. */
function accountFacts(life: Life): VictimEyeLine[] {
  const accounts = about(life, 'account-begun');
  const full = accounts.filter(({ kind }) => kind === 'account');
  const harmful = about(life, 'question-asked').some(({ questionType }) =>
    ['blaming', 'promise', 'leading'].includes(questionType),
  );
  const once =
    accounts.every(({ interpreter }) => voiceOf(life, interpreter) === 'own') && full.length === 1 && !harmful;
  const guarded = about(life, 'guardian-notified')[0]?.seq ?? Number.POSITIVE_INFINITY;
  const unguarded = life.isChild
    ? accounts.filter(({ seq, interview }) => seq < guarded && !hasGuardian(life, interview))
    : [];
  return [
    ...(once
      ? counted(
          life,
          'told-once',
          full.filter(({ recorded }) => recorded),
          {},
        )
      : []),
    ...counted(life, 'account-without-guardian', unguarded),
  ];
}

/** True if a guardian without ties to the case sat beside the child. */
function hasGuardian({ played }: Life, interview: string): boolean {
  const guardian = played.end.world.interviews[interview]?.guardian;
  return guardian !== undefined && played.compiled.scenario.helpers[guardian]?.vetting.result === 'clear';
}

function consentFacts(life: Life): VictimEyeLine[] {
  const asked = about(life, 'consent-asked');
  return [
    ...counted(
      life,
      'consent-explained',
      asked.filter((event) => event.explained && voiceOf(life, event.interpreter) === 'own'),
    ),
    ...counted(
      life,
      'consent-unexplained',
      asked.filter(({ explained }) => !explained),
    ),
  ];
}
