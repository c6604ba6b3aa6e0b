/** Plays of the small case for debrief tests: a class with all desks on site, and its debrief. */
import { debrief } from '../../shared/debrief/compute.ts';
import type { Debrief, Measure } from '../../shared/debrief/debrief.ts';
import { eventsByType, type Played } from '../../shared/debrief/played.ts';
import type { Event } from '../../shared/exercise/events.ts';
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
