/** A life of Nyota as a handmade log, and the facts that the debrief counts from it. Each number is a minute. */
import type { Event } from '../../shared/exercise/events.ts';
import { victimEyeOf } from '../../shared/debrief/victim-eye.ts';
import { MINUTE } from '../../shared/time.ts';
import type { EventFields } from '../../shared/vocabulary/events.ts';
import { aClass, type PlayedClass } from './a-class.ts';
import type { Change } from './a-scenario.ts';
import { foldExercise } from '../../shared/exercise/truth.ts';
import { happens, playedOf } from './a-debrief.ts';

export const CP = { by: 'child-protection' };
export const POLICE = { by: 'police' };
export const NYOTA = { person: 'nyota' };
const CONSENT = { ...NYOTA, consent: 'c', kind: 'service', to: [] } as const;
const ABOUT_REFERRAL = { ...CP, ...NYOTA, referral: 'r', service: 'children-home' };

export const screened = (seq: number, more: Partial<EventFields['screened']> = {}): Event =>
  happens(seq, 'screened', {
    ...POLICE,
    ...NYOTA,
    place: 'bus-park',
    alone: true,
    with: 'alone',
    outcome: 'presumed-victim',
    child: true,
    ...more,
  });
export const account = (seq: number, more: Partial<EventFields['account-begun']> = {}): Event =>
  happens(seq, 'account-begun', {
    ...POLICE,
    ...NYOTA,
    interview: 'i',
    kind: 'account',
    place: 'bus-park',
    recorded: true,
    posture: 'calm',
    ...more,
  });
export const asked = (seq: number, questionType: EventFields['question-asked']['questionType']): Event =>
  happens(seq, 'question-asked', {
    ...POLICE,
    ...NYOTA,
    interview: 'i',
    kind: 'account',
    question: `s.t.q${seq}`,
    questionType,
  });
export const offered = (seq: number, conditional = false): Event =>
  happens(seq, 'service-offered', { ...ABOUT_REFERRAL, conditional, state: 'offered' });
export const accepted = (seq: number): Event =>
  happens(seq, 'offer-accepted', { ...ABOUT_REFERRAL, answer: 0, state: 'accepted' });
export const refused = (seq: number): Event =>
  happens(seq, 'offer-refused', { ...ABOUT_REFERRAL, answer: 0, state: 'refused' });
export const received = (seq: number): Event => happens(seq, 'received', { ...ABOUT_REFERRAL, state: 'received' });
export const left = (seq: number): Event =>
  happens(seq, 'transport-started', {
    ...ABOUT_REFERRAL,
    with: 'social-worker',
    due: 0,
    state: 'transported',
  });
export const consented = (seq: number, explained: boolean): Event =>
  happens(seq, 'consent-asked', { ...CP, ...CONSENT, explained } as unknown as EventFields['consent-asked']);
export const guardian = (seq: number): Event => happens(seq, 'guardian-notified', { ...CP, ...NYOTA });
export const family = (seq: number): Event => happens(seq, 'family-contacted', { ...CP, ...NYOTA });
export const risk = (seq: number, of: boolean): Event =>
  happens(seq, 'risk-assessed', { ...CP, ...NYOTA, level: 'high', family: of });
export const held = (seq: number): Event =>
  happens(seq, 'detained', { ...POLICE, ...NYOTA, place: 'cells', basis: 'none' });
export const released = (seq: number): Event => happens(seq, 'released', { ...POLICE, ...NYOTA });
export const moved = (seq: number): Event => happens(seq, 'person-moved', { ...POLICE, ...NYOTA, place: 'station' });
export const charged = (seq: number): Event =>
  happens(seq, 'charge-filed', {
    ...POLICE,
    ...NYOTA,
    charge: 'x',
    offence: 'smuggling',
    nonPunishment: 'not-checked',
    remedies: [],
    child: false,
  } as unknown as EventFields['charge-filed']);

/** The interview `i` with a guardian of the case beside it. */
export const plannedBeside = (seq: number, beside?: string): Event =>
  happens(seq, 'interview-planned', {
    ...POLICE,
    ...NYOTA,
    interview: 'i',
    script: 'none',
    kind: 'account',
    place: 'bus-park',
    recorded: true,
    lead: 'police-1',
    ...(beside !== undefined && { guardian: beside }),
  });

/** The same event with other fields. */
export const but = (event: Event, more: object): Event => ({ ...event, ...more });

const unchanged: Change = () => undefined;
const classes = new Map<Change, PlayedClass>();

/** A class whose case starts at minute 0. Compiled once for each change, because that takes most of the time of a test. */
function classFromZero(change: Change = unchanged): PlayedClass {
  const known = classes.get(change);
  if (known) return known;
  const play = aClass((scenario, law) => {
    scenario.starts = 'day 1 00:00';
    change(scenario, law);
  });
  classes.set(change, play);
  return play;
}

/** What is counted: other people of the case, another end than minute 1000. */
interface Counting {
  person?: string;
  end?: number;
  change?: Change | undefined;
}

/** The facts of a person after these events, as `fact: [params, evidence]`, in a case that starts at minute 0. */
export function factsOf(
  events: readonly Event[],
  { person = 'nyota', end = 1000, change }: Counting = {},
): Map<string, unknown> {
  const play = classFromZero(change);
  const planned = events.filter(({ type }) => type === 'interview-planned');
  const atEnd = foldExercise(play.compiled, planned, play.exercise);
  const lines = victimEyeOf({ ...playedOf(play, events), end: atEnd, endedAt: end * MINUTE }, {});
  return new Map(
    lines.filter((line) => line.person === person).map(({ line, params, evidence }) => [line, [params, evidence]]),
  );
}

export const speaksForeign: Change = ({ people: { nyota } }) => {
  nyota?.needs?.push('interpreter');
};
