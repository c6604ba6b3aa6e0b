/** The declarations of events and commands match the logs of real play. */
import { describe, expect, it } from 'vitest';
import { COMMAND_TYPES, COMMANDS } from '../../shared/vocabulary/commands.ts';
import { EVENT_TYPES, EVENTS, eventSchema, isEventType } from '../../shared/vocabulary/events.ts';
import { eventsOf, keptLogs, keptSets, readLog } from '../support/kept-logs/kept-log.ts';
import { longestPlay } from '../trust/permissions/moments.ts';

const kept = keptSets().flatMap((set) => keptLogs(set).flatMap((name) => eventsOf(readLog(set, name))));
/** Logs that were kept, and a play of today for the events that have come since. */
const played = [...kept, ...longestPlay('trial-match').events];

describe('a declared event', () => {
  it('reaches the audience that its declaration names', () => {
    const wrong = played.filter(({ type, audience }) => {
      const kind = EVENTS[type].audience;
      if (kind === 'everyone') return audience.join() !== 'all';
      return kind === 'control' && audience.join() !== 'trainer';
    });
    expect([...new Set(wrong.map(({ type, audience }) => `${type} to ${audience.join()}`))]).toEqual([]);
  });

  it('has the fields of its declaration and no others', () => {
    const byType = new Map(played.map((event) => [event.type, event]));
    expect(byType.size).toBeGreaterThan(EVENT_TYPES.length - 3);
    for (const [type, { seq: _seq, at: _at, type: _type, audience: _audience, ...fields }] of byType)
      expect(eventSchema(type).safeParse(fields).error?.issues, type).toBeUndefined();
  });

  it('creates an id that one of its own fields holds', () => {
    for (const type of EVENT_TYPES) {
      const { creates, fields } = EVENTS[type];
      if (creates !== undefined) expect(Object.keys(fields), type).toContain(creates);
    }
  });
});

describe('a declared command', () => {
  it('makes something only by an event that creates something', () => {
    for (const type of COMMAND_TYPES) {
      const { makes } = COMMANDS[type];
      if (makes !== undefined) expect(isEventType(makes) && EVENTS[makes].creates, type).toBeTypeOf('string');
    }
  });
});
