/** Hard facts about what one person lived through, counted from the log. Each names its events. */
import type { Event } from '../../exercise/events.ts';
import { isVictim, mayBeChild } from '../../exercise/person-in-truth.ts';
import type { Person } from '../../scenario/schema/scenario.ts';
import { type CaseMs, MINUTE } from '../../time.ts';
import type { EventType } from '../../vocabulary/events.ts';
import type { VictimFact } from '../../vocabulary/victim-facts.ts';
import type { VictimEyeLine } from '../debrief.ts';
import { eventsOf, type Played, identifies } from '../played.ts';
import type { z } from 'zod';

/** One life: what the facts are counted from. */
export interface Life {
  played: Played;
  person: string;
  authored: z.infer<typeof Person>;
  /** Owed the protection of a presumed victim, in truth. */
  isVictim: boolean;
  /** Owed the protection of a child, in truth or in doubt. */
  isChild: boolean;
  startedAt: CaseMs;
}

type OfPerson<T extends EventType> = Extract<Event<T>, { person: string }>;

/** All events of some types about this person, in order. */
export const about = <T extends EventType>({ played, person }: Life, ...types: T[]): OfPerson<T>[] =>
  eventsOf(played, ...types).filter((event): event is OfPerson<T> => 'person' in event && event.person === person);

export const seqsOf = (events: readonly ({ seq: number } | undefined)[]): number[] =>
  events.flatMap((event) => (event === undefined ? [] : [event.seq]));

export const minutesIn = (ms: number): number => Math.round(ms / MINUTE);

/** A line at the last of these events; none without an event. */
export function counted(
  { person }: Life,
  line: VictimFact,
  events: readonly { seq: number; at: CaseMs }[],
  params: VictimEyeLine['params'] = { times: events.length },
): VictimEyeLine[] {
  const last = events.at(-1);
  return last ? [{ at: last.at, person, line, params, evidence: seqsOf(events) }] : [];
}

/** A line without an event of its own: something that did not happen until the end. */
export const missing = (
  { person, played }: Life,
  line: VictimFact,
  evidence: readonly ({ seq: number } | undefined)[] = [],
  params: VictimEyeLine['params'] = {},
): VictimEyeLine[] => [{ at: played.endedAt, person, line, params, evidence: seqsOf(evidence) }];

/** People who are owed protection in truth, even if the class took them for others: presumed victims and children. */
export function livesOf(played: Played): Life[] {
  const startedAt = eventsOf(played, 'exercise-started')[0]?.at ?? played.compiled.scenario.starts;
  return Object.entries(played.compiled.scenario.people).flatMap(([person, authored]): Life[] => {
    const life = {
      played,
      person,
      authored,
      isVictim: isVictim(authored.status),
      isChild: mayBeChild(authored),
      startedAt,
    };
    return life.isVictim || life.isChild ? [life] : [];
  });
}

/** The event by which a desk first held this person to be a presumed victim. */
export const identifiedBy = (life: Life): Event<'screened' | 'status-set'> | undefined =>
  about(life, 'screened', 'status-set').find(identifies);
