/** Plays of the small case for debrief tests: a class with all desks on site, and its debrief. */
import { debrief } from '../../shared/debrief/compute.ts';
import type { Debrief, LedgerLine, Measure } from '../../shared/debrief/debrief.ts';
import { eventsByType, type Played } from '../../shared/debrief/played.ts';
import { everyone } from '../../shared/access/audience.ts';
import type { Event } from '../../shared/exercise/events.ts';
import { foldExercise } from '../../shared/exercise/truth.ts';
import { measuresFor } from '../../shared/debrief/measures/all.ts';
import type { EarlierResults } from '../../shared/debrief/measures/measure.ts';
import type { Competency } from '../../shared/scenario/schema/basics.ts';
import { MINUTE } from '../../shared/time.ts';
import type { EventFields, EventType } from '../../shared/vocabulary/events.ts';
import { aClass, type Fields, type PlayedClass } from './a-class.ts';
import type { Change } from './a-scenario.ts';

/** Both desks are at the bus park; the police hold the passenger list. Case time 12:40. */
export function onSite(change?: Change): PlayedClass {
  const play = aClass(change);
  play.desk('police').does('travel', { place: 'bus-park' });
  play.desk('child-protection').does('travel', { place: 'bus-park' });
  play.passes('30m');
  play.desk('police').does('search', {});
  play.passes('10m');
  return play;
}

export const debriefOf = (play: PlayedClass): Debrief => debrief(play.compiled, play.log);

/** The input of the parts of a debrief: a class with its own log, or with these events in its place. */
export const playedOf = ({ compiled, exercise, log, now }: PlayedClass, events: readonly Event[] = log): Played => ({
  compiled,
  byType: eventsByType(events),
  end: exercise,
  endedAt: now,
});

/** An event of a handmade log, in which each number is one minute of case time. */
export const happens = <T extends EventType>(seq: number, type: T, fields: EventFields[T]): Event =>
  ({ seq, at: seq * MINUTE, audience: everyone, type, ...fields }) as unknown as Event;

/** A share of the police with the child officers, as the ledger judges it. */
export const aLedgerLine = (seq: number, item: string, verdict: LedgerLine['verdict']): LedgerLine => ({
  at: seq * MINUTE,
  seq,
  item,
  verdict,
  by: 'police',
  parts: ['all'],
  to: 'child-protection',
  why: [],
  basis: 'none',
  purpose: 'protection',
  channel: 'phone',
});

/** The measures of a competency, by their ids, after these events happened to a class. */
export function measuresAfter(
  play: PlayedClass,
  competency: Competency,
  events: readonly Event[],
  found: Partial<EarlierResults> = {},
): Partial<Record<string, Pick<Measure, 'value' | 'of' | 'evidence'>>> {
  const end = foldExercise(play.compiled, events, play.exercise);
  const played: Played = { ...playedOf(play, events), end, endedAt: events.at(-1)?.at ?? 0 };
  const measures = measuresFor(competency, played, { ledger: [], underShared: [], paths: [], redLines: [], ...found });
  return Object.fromEntries(
    measures.map(({ id, value, of, evidence }) => [id, { value, ...(of !== undefined && { of }), evidence }]),
  );
}

/** One measure of a debrief, by its id. */
export const measureOf = ({ competencies }: Debrief, id: string): Measure | undefined =>
  competencies.flatMap(({ measures }) => measures).find((measure) => measure.id === id);

/** The police screen Nyota alone as a presumed victim. */
export function screensNyota(play: PlayedClass): void {
  play.desk('police').does('screen', { person: 'nyota', with: 'alone', outcome: 'presumed-victim', child: true });
}

/** The police share the list; fields that are not given are right. */
export function sharesList(play: PlayedClass, more: Partial<Fields<'share-item'>> = {}): void {
  play.desk('police').does('share-item', {
    item: 'bus-manifest',
    parts: ['names'],
    to: 'child-protection',
    purpose: 'protection',
    basis: 'duty-by-law',
    channel: 'secure-message',
    ...more,
  });
}
