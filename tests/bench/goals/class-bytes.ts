/**
 * P4, second half: the bytes that a phone gets during a whole class after loading. By-the-book bots play the case;
 * every event is encoded like in the room, and the busiest desk counts. Added to that: traffic at fixed intervals.
 */
import { getMessageBytes, Protocol } from '@colyseus/core';
import { Streams } from '../../../server/exercises/streams.ts';
import { frameOf } from '../../../server/rooms/shared-frame.ts';
import { playBots } from '../../../shared/bots/play-bots.ts';
import type { Event } from '../../../shared/exercise/events.ts';
import { foldExercise } from '../../../shared/exercise/exercise.ts';
import { trialMatch } from '../support/cases.ts';
import { type Finding, figure } from '../support/figures.ts';

const LIMIT_KB = 150;
const CLASS_MINUTES = 90;
/** A clock patch every ten seconds and a socket ping every five, with their frames. */
const CLOCK_BYTES = 13;
const PING_BYTES = 2;

export function classBytesFindings(): Finding[] {
  const compiled = trialMatch();
  const { events } = playBots(compiled, { seed: 1, bots: 'by-the-book' });
  const bytes = new Map<string, number>();
  const streams = new Streams();
  for (const group of byMoment(events)) {
    const { world } = foldExercise(compiled, events.slice(0, group.at(-1)?.seq ?? 0));
    for (const { key, from, events: told } of streams.add(group, world)) {
      const message = { stream: key.split(':')[0], from, events: told };
      const frame = frameOf(getMessageBytes.raw(Protocol.ROOM_DATA, 'events', message));
      bytes.set(key, (bytes.get(key) ?? 0) + frame.length);
    }
  }
  const desks = [...bytes].filter(([key]) => key.startsWith('role:')).map(([, count]) => count);
  const steady = CLASS_MINUTES * (6 * CLOCK_BYTES + 12 * PING_BYTES);
  const kilobytes = (Math.max(...desks) + steady) / 1024;
  return [
    {
      goal: 'P4',
      what: `down to one phone in a whole class of ${CLASS_MINUTES} minutes, busiest desk, ${events.length} events`,
      value: kilobytes,
      unit: ' kB',
      limit: LIMIT_KB,
      measured: `${figure(kilobytes)} kB`,
    },
  ];
}

/** Events of one moment share a frame. */
function byMoment(events: readonly Event[]): Event[][] {
  const groups: Event[][] = [];
  for (const event of events) {
    const last = groups.at(-1);
    if (last && last[0]?.at === event.at) last.push(event);
    else groups.push([event]);
  }
  return groups;
}
