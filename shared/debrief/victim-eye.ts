/** The exercise from the side of people who are owed protection: authored lines, and computed ones. */
import { MINUTE } from '../time.ts';
import type { PersonPath, VictimEyeLine } from './debrief.ts';
import { eventsOf, type Played } from './played.ts';
import { repeatedQuestions } from './repeated-questions.ts';
import type { Sighting } from './sightings.ts';

/** Shorter waits get no line. */
const LONG_WAIT_MS = 30 * MINUTE;

/** Lines about presumed victims only, oldest first. `seen`: when the conditions of the authored lines became true. */
export function victimEyeOf(
  played: Played,
  paths: readonly PersonPath[],
  seen: Record<string, Sighting>,
): VictimEyeLine[] {
  const authored = Object.entries(seen).flatMap(([line, { at, reasons }]): VictimEyeLine[] => {
    const person = played.compiled.scenario.debrief['victim-eye'][line]?.person;
    return person === undefined ? [] : [{ at, person, line, params: {}, evidence: reasons }];
  });
  const counted = paths
    .filter(({ presumedVictim }) => presumedVictim)
    .flatMap((path) => [...repetitionLines(played, path), ...waitLines(played, path), ...moveLines(played, path)]);
  return [...authored, ...counted].toSorted((a, b) => a.at - b.at);
}

function repetitionLines(played: Played, { person }: PersonPath): VictimEyeLine[] {
  const repeated = repeatedQuestions(played, person);
  const last = repeated.at(-1);
  return last
    ? [{ at: last.at, person, line: 'asked-again', params: { times: repeated.length }, evidence: seqsOf(repeated) }]
    : [];
}

/** The wait from identification to the first offer, or to the end without one. */
function waitLines(played: Played, { person, identifiedAt, offeredAt }: PersonPath): VictimEyeLine[] {
  if (identifiedAt === undefined) return [];
  const until = offeredAt ?? played.endedAt;
  if (until - identifiedAt < LONG_WAIT_MS) return [];
  const minutes = Math.round((until - identifiedAt) / MINUTE);
  const identified = eventsOf(played, 'screened', 'status-set').find(
    (event) => event.person === person && event.at === identifiedAt,
  );
  const offered = eventsOf(played, 'service-offered').find((event) => event.person === person);
  const line = offeredAt === undefined ? 'waited-in-vain' : 'waited';
  const evidence = seqsOf([identified, offered].filter((event) => event !== undefined));
  return [{ at: until, person, line, params: { minutes }, evidence }];
}

function moveLines(played: Played, { person }: PersonPath): VictimEyeLine[] {
  const moves = eventsOf(played, 'person-moved').filter((event) => event.person === person);
  const last = moves.at(-1);
  return last && moves.length > 1
    ? [{ at: last.at, person, line: 'moved', params: { times: moves.length }, evidence: seqsOf(moves) }]
    : [];
}

const seqsOf = (events: readonly { seq: number }[]): number[] => events.map(({ seq }) => seq);
