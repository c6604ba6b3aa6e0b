/** A play can be recorded, and the recording plays to the same log. */
import { describe, expect, test } from 'vitest';
import { actorKeptAs } from '../../shared/access/stored-names.ts';
import type { Event } from '../../shared/exercise/events.ts';
import { parsePlaythrough } from '../../shared/playthrough/parse-playthrough.ts';
import { playThrough, type PlayResult } from '../../shared/playthrough/play-through.ts';
import type { Playthrough } from '../../shared/playthrough/playthrough.ts';
import { type RecordedCommand, recordPlay, type Recording } from '../../shared/playthrough/record-playthrough.ts';
import { ask, openSession, waitUntil } from '../../shared/playthrough/session.ts';
import { writePlaythrough } from '../../shared/playthrough/write-playthrough.ts';
import { parseCase } from '../../shared/scenario/parse-case.ts';
import { MINUTE } from '../../shared/time.ts';
import { aScenario } from '../support/a-scenario.ts';
import { caseFiles, playthroughsOf } from '../support/case-files.ts';

type Compiled = ReturnType<typeof aScenario>;

const FILE = 'recorded.playthrough.yaml';

function parsed(compiled: Compiled, text: string): Playthrough {
  const { playthrough, diagnostics } = parsePlaythrough(FILE, text, compiled);
  if (!playthrough) throw new Error(`${JSON.stringify(diagnostics, undefined, 1)}\n${text}`);
  return playthrough;
}

/** The recording of a playthrough's run. Steps that must be rejected are known from the playthrough. */
function recordingOf({ steps }: Playthrough, { events, commands, texts }: PlayResult): Recording {
  const asked = steps.filter((step) => step.kind === 'command');
  return {
    events,
    texts,
    commands: commands.map((command, index): RecordedCommand => ({ ...command, refused: asked[index]?.refused })),
  };
}

function record(compiled: Compiled, recording: Recording, times: 'minutes' | 'exact' = 'exact'): string {
  const play = recordPlay(compiled, recording);
  if (!play) throw new Error('nothing was played');
  return writePlaythrough(play, { title: 'Recorded', times });
}

/** References of free texts depend on the step number, so the texts themselves are compared. */
function withWords({ events, texts }: { events: readonly Event[]; texts: Readonly<Record<string, string>> }): unknown {
  return JSON.parse(JSON.stringify(events), (_, value: unknown) =>
    typeof value === 'string' && value in texts ? `words: ${texts[value]}` : value,
  ) as unknown;
}

describe('every playthrough of Trial Match', () => {
  const compiled = parseCase(caseFiles('trial-match')).compiled;
  if (!compiled) throw new Error('Trial Match does not pass its checks');
  for (const { path, text } of playthroughsOf('trial-match')) {
    test(`${path} is recorded, parsed and played to the same log`, () => {
      const written = parsed(compiled, text);
      const first = playThrough(compiled, written);
      const again = playThrough(compiled, parsed(compiled, record(compiled, recordingOf(written, first))));
      expect(again.failure).toBeUndefined();
      expect(withWords(again)).toEqual(withWords(first));
    }, 60_000);
  }
});

describe('a recording', () => {
  const compiled = aScenario();

  /** Two people at the police desk; the second waits an odd time before acting. */
  function played(): Recording {
    const session = openSession(compiled, { seed: 9, seats: { police: 2, 'child-protection': 1 } });
    const commands: RecordedCommand[] = [];
    const asks = (seat: string, body: RecordedCommand['body']) => {
      const from = actorKeptAs(seat);
      const outcome = ask(session, from, body);
      const refused = 'rejection' in outcome ? outcome.rejection.code : undefined;
      commands.push({ from, at: session.now, body, refused });
    };
    asks('police-2', { type: 'travel', place: 'bus-park' });
    waitUntil(session, session.now + 12 * MINUTE + 20_125);
    asks('police-1', {
      type: 'make-request',
      kind: 'case-question',
      to: 'child-protection',
      basis: 'duty-by-law',
      text: 'ref-1',
    });
    asks('child-protection-1', {
      type: 'answer-request',
      request: Object.keys(session.exercise.world.requests)[0] ?? '',
      outcome: 'accepted',
      items: [],
      text: 'ref-2',
    });
    asks('police-1', { type: 'travel', place: 'nowhere' });
    asks('trainer', { type: 'whisper', to: ['police-2'], text: 'ref-3' });
    asks('police-2', { type: 'log-decision', text: 'ref-2', reason: 'gone', confidence: 'high' });
    return {
      events: session.events,
      commands,
      texts: { 'ref-1': 'Can you come? "Now", please.', 'ref-2': 'Yes:\nin an hour.', 'ref-3': 'Well done' },
      until: session.now + 30 * MINUTE,
    };
  }

  const text = record(compiled, played());

  test('names only created ids that are used later', () => {
    expect(text).toContain('as: case-question-child-protection\n');
    expect(text).toContain('request: case-question-child-protection');
    expect(text.match(/\bas: /g)).toHaveLength(1);
  });

  test('names actors by desk and seat number, also when a seat is named', () => {
    expect(text).toContain('{at: day 1 12:00, who: police 2, do: travel, place: bus-park}');
    expect(text).toContain('to: [police-2]');
    expect(text).toContain('seats: {police: 2}');
  });

  test('has free texts inline; erased texts are an ellipsis', () => {
    expect(text).toContain('Can you come?');
    expect(text).toContain('reason: …');
    expect(text).not.toContain('ref-');
  });

  test('keeps a rejected command as a step that expects the rejection', () => {
    expect(text).toMatch(/who: police, refused: [a-z-]+, do: travel, place: nowhere/);
  });

  test('writes a moment only when time has passed, and waits at the end', () => {
    expect(text.match(/at: day/g)).toHaveLength(3);
    expect(text).toContain('at: day 1 12:12:20.125');
    expect(text.trimEnd()).toMatch(/- \{at: day 1 12:42:20.125\}$/);
  });

  test('of a clock between two milliseconds ends at the later one', () => {
    const recording = played();
    const until = (recording.until ?? 0) + 0.032;
    expect(record(compiled, { ...recording, until }).trimEnd()).toMatch(/- \{at: day 1 12:42:20.126\}$/);
  });

  test('can be cut to whole minutes, and still passes', () => {
    const minutes = record(compiled, played(), 'minutes');
    expect(minutes).toMatch(/at: day 1 12:12\n/);
    expect(playThrough(compiled, parsed(compiled, minutes)).failure).toBeUndefined();
  });

  test('can contain its marks as expected result', () => {
    const recording = played();
    const play = recordPlay(compiled, recording);
    const { debrief } = playThrough(compiled, parsed(compiled, text));
    if (!play || !debrief) throw new Error('nothing was played');
    const marked = writePlaythrough(play, {
      title: 'Recorded',
      times: 'exact',
      result: debrief,
      lines: ['someone-sat-down'],
    });
    expect(playThrough(compiled, parsed(compiled, marked)).failure).toBeUndefined();
    const { ratings = {}, 'victim-eye': eye } = parsed(compiled, marked).result ?? {};
    expect(eye?.has).toContain('nyota never-identified');
    expect(eye?.not).toEqual(['someone-sat-down']);
    expect(Object.keys(ratings).length).toBeGreaterThan(4);
    const wrong = marked.replace(/investigation: \w+/, 'investigation: P');
    expect(playThrough(compiled, parsed(compiled, wrong)).failure?.what).toBe('the result of the exercise');
  });

  test('of a log without an exercise is undefined', () => {
    expect(recordPlay(compiled, { events: [], commands: [], texts: {} })).toBeUndefined();
  });
});

describe('seats of a class', () => {
  test('are numbered by desk, even if people moved or left', () => {
    const compiled = aScenario();
    const seat = (
      seq: number,
      at: number,
      type: 'seat-taken' | 'seat-moved' | 'seat-freed',
      id: string,
      role: string,
    ) => ({ seq, at, type, audience: ['everyone'], seat: id, role, from: 'police' }) as unknown as Event;
    const events: Event[] = [
      { seq: 1, at: 0, type: 'exercise-opened', audience: ['trainer'], scenario: 'x', seed: 4, roles: ['police'] },
      seat(2, 0, 'seat-taken', 's1', 'police'),
      seat(3, 0, 'seat-taken', 's2', 'police'),
      seat(4, 10, 'seat-freed', 's1', 'police'),
      seat(5, 20, 'seat-taken', 's3', 'police'),
      seat(6, 30, 'seat-moved', 's2', 'child-protection'),
    ];
    const body = { type: 'search' } as const;
    const at = (time: number, id: string) => ({ from: actorKeptAs(id), at: time, body });
    const play = recordPlay(compiled, { events, texts: {}, commands: [at(5, 's2'), at(25, 's3'), at(35, 's2')] });
    expect(play?.steps.map(({ who }) => who)).toEqual(['police 2', 'police', 'child-protection']);
    expect(play?.seats).toEqual({ police: 2 });
    expect(play?.seed).toBe(4);
  });
});
