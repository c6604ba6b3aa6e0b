/** The exercise from the side of people who are owed protection: facts counted from the log, then authored lines. */
import type { VictimEyeLine } from './debrief.ts';
import type { Played } from './played.ts';
import type { Sighting } from './sightings.ts';
import { askedFacts } from './victim-facts/asked.ts';
import { livesOf } from './victim-facts/fact.ts';
import { heldFacts } from './victim-facts/held.ts';
import { helpedFacts } from './victim-facts/helped.ts';

/** Facts of each person, oldest first; then the authored lines, oldest first. `seen`: when their conditions became true. */
export function victimEyeOf(played: Played, seen: Record<string, Sighting>): VictimEyeLine[] {
  const authored = Object.entries(seen).flatMap(([line, { at, reasons }]): VictimEyeLine[] => {
    const person = played.compiled.scenario.debrief['victim-eye'][line]?.person;
    return person === undefined ? [] : [{ at, person, line, params: {}, evidence: reasons }];
  });
  const facts = livesOf(played).flatMap((life) => [...askedFacts(life), ...helpedFacts(life), ...heldFacts(life)]);
  return [...byTime(facts), ...byTime(authored)];
}

const byTime = (lines: readonly VictimEyeLine[]): VictimEyeLine[] => lines.toSorted((a, b) => a.at - b.at);
