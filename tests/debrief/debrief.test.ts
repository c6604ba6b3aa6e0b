import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { debrief } from '../../shared/debrief/compute.ts';
import { debriefForDesk } from '../../shared/debrief/for-desk.ts';
import { measuresFor } from '../../shared/debrief/measures/all.ts';
import { eventsByType, type Played } from '../../shared/debrief/played.ts';
import { parsePlaythrough } from '../../shared/playthrough/parse-playthrough.ts';
import { playThrough } from '../../shared/playthrough/play-through.ts';
import { COMPETENCIES } from '../../shared/scenario/schema/basics.ts';
import { aClass } from '../support/a-class.ts';
import { aScenario } from '../support/a-scenario.ts';
import { debriefOf, onSite, screensNyota, sharesList } from '../support/a-debrief.ts';

const file = 'tests/fixtures/playthroughs/small-case.playthrough.yaml';
const compiled = aScenario();
const { playthrough } = parsePlaythrough(file, readFileSync(file, 'utf8'));
if (!playthrough) throw new Error(`${file} does not parse`);
const played = playThrough(compiled, playthrough);
const result = debrief(compiled, played.events);

describe('the debrief of a good play', () => {
  test('is the same each time it is computed, and changes nothing', () => {
    const before = JSON.stringify(played.events);
    expect(debrief(compiled, played.events)).toEqual(result);
    expect(JSON.stringify(played.events)).toBe(before);
  });

  test('survives a round trip through JSON', () => {
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  test('starts with strengths: the musts done in time', () => {
    expect(result.strengths).toEqual(expect.arrayContaining(['screen-nyota', 'guardian-in-time', 'nyota-received']));
  });

  test('names as strengths no musts that were missed, and nothing that only should be done', () => {
    const play = onSite();
    screensNyota(play);
    play.desk('police').does('tag-indicator', { person: 'nyota', indicator: 'no-papers' });
    play.passes('4h');
    play.desk('police').does('log-decision', { text: 'words-1', reason: 'words-2', confidence: 'high' });
    expect(debriefOf(play).strengths).toEqual(['screen-nyota']);
  });

  test('cites log events for every mark that was done', () => {
    const seqs = new Set(played.events.map(({ seq }) => seq));
    for (const mark of result.competencies.flatMap(({ tasks }) => tasks).filter(({ result: how }) => how === 'done')) {
      expect({
        task: mark.task,
        found: mark.evidence.length > 0 && mark.evidence.every((seq) => seqs.has(seq)),
      }).toEqual({ task: mark.task, found: true });
    }
  });

  test('has at least three measures for every competency, even if no one acted', () => {
    const idle = debriefOf(aClass());
    for (const { competencies } of [result, idle]) {
      expect(competencies.filter(({ measures }) => measures.length < 3).map(({ competency }) => competency)).toEqual(
        [],
      );
    }
    const played: Played = { compiled, byType: eventsByType(aClass().log), end: aClass().exercise, endedAt: 0 };
    const found = { ledger: [], underShared: [], paths: idle.paths, redLines: [] };
    expect(COMPETENCIES.filter((competency) => measuresFor(competency, played, found).length < 3)).toEqual([]);
  });

  test('never calls a measure of time good or bad', () => {
    const times = result.competencies.flatMap(({ measures }) => measures).filter(({ unit }) => unit === 'minutes');
    expect(times.length).toBeGreaterThan(0);
    expect(times.every(({ better }) => better === 'neither')).toBe(true);
  });

  test('has no share above its total', () => {
    for (const { value, of = value } of result.competencies.flatMap(({ measures }) => measures))
      expect(value).toBeLessThanOrEqual(of);
  });

  test('has a readable timeline in order, with the pin at its moment', () => {
    const pinned = result.timeline.filter(({ pin }) => pin !== undefined);
    expect(pinned).toMatchObject([{ type: 'screened', pin: 'first-words', params: { person: 'nyota' } }]);
    expect(result.timeline.map(({ seq }) => seq)).toEqual(
      result.timeline.map(({ seq }) => seq).toSorted((a, b) => a - b),
    );
    expect(result.timeline.some(({ type }) => type === 'timer-set' || type === 'mood-changed')).toBe(false);
  });

  test('coaches each interview by the types of its questions', () => {
    expect(result.coach).toMatchObject([
      { role: 'child-protection', person: 'nyota', counts: { care: 1, open: 1 }, better: [] },
    ]);
    expect(result.coach[0]?.turningPoints).toMatchObject([
      { question: 'nyota-account.journey.tell-me', way: 'opened' },
    ]);
  });

  test('counts an element as proved by independent sources, and marks elements that rest on a victim alone', () => {
    const { proved, provable, backed } = result.headline.investigation;
    expect({ proved, provable, backed }).toEqual({
      proved: [{ person: 'coach', element: 'act.transport', sources: 1 }],
      provable: 4,
      backed: 0,
    });
  });
});

describe('a red line', () => {
  const detains = () => {
    const play = onSite();
    play.desk('police').does('screen', { person: 'nyota', with: 'alone', outcome: 'presumed-victim', child: true });
    play.desk('child-protection').does('notify-guardian', { person: 'nyota' });
    play.desk('police').does('move-person', { person: 'nyota', place: 'cells' });
    return play;
  };
  const protection = (play: ReturnType<typeof onSite>) =>
    debriefOf(play).competencies.find(({ competency }) => competency === 'protection-and-referral');

  test('that is not repaired rates its competencies U', () => {
    expect(protection(detains())).toMatchObject({ rating: 'U', redLines: ['child-in-cells'] });
  });

  test('that is repaired rates them M at best, and keeps its card', () => {
    const play = detains();
    play.desk('police').does('travel', { place: 'station' });
    play.passes('20m');
    play.desk('police').does('travel', { place: 'cells' });
    play.passes('5m');
    play.desk('police').does('move-person', { person: 'nyota', place: 'children-home' });
    expect(protection(play)?.rating).toBe('M');
    expect(debriefOf(play).redLines).toMatchObject([{ redLine: 'child-in-cells', repairedAt: play.now }]);
  });
});

describe('a competency', () => {
  const shown = (play: ReturnType<typeof onSite>) => debriefOf(play).competencies.map(({ competency }) => competency);

  test('is shown if it has a task or a red line that was crossed', () => {
    const play = onSite();
    expect(shown(play)).not.toContain('safety-first');
    expect(shown(play)).not.toContain('law-and-charging');
    play.desk('police').does('move-person', { person: 'nyota', place: 'cells' });
    expect(shown(play)).toContain('safety-first');
  });
});

test('a duration of a task counts from the start of the exercise, not from the opening of its log', () => {
  const play = onSite();
  const LATER = 10 * 60_000;
  const log = play.log.map((event) => (event.seq === 1 ? event : { ...event, at: event.at + LATER }));
  const [started] = log.filter(({ type }) => type === 'exercise-started');
  const task = debrief(compiled, log)
    .competencies.flatMap(({ tasks }) => tasks)
    .find((mark) => mark.task === 'screen-nyota');
  expect(started?.at).toBe(compiled.scenario.starts + LATER);
  expect(task?.dueAt).toBe(compiled.scenario.starts + LATER + 2 * 60 * 60_000);
});

describe('the debrief of a desk', () => {
  const play = onSite();
  screensNyota(play);
  sharesList(play);
  play.desk('child-protection').does('notify-guardian', { person: 'nyota' });
  play.desk('police').does('log-decision', { text: 'words-1', reason: 'words-2', confidence: 'high' });
  const whole = debriefOf(play);
  const own = debriefForDesk(whole, 'child-protection');

  test('has the results of the whole team', () => {
    expect(own.headline).toEqual(whole.headline);
    expect(own.competencies.map(({ rating }) => rating)).toEqual(whole.competencies.map(({ rating }) => rating));
  });

  test('has only log lines that the desk did or received', () => {
    expect(own.timeline.map(({ type }) => type)).not.toContain('decision-logged');
    expect(own.timeline.map(({ type }) => type)).toEqual(expect.arrayContaining(['guardian-notified', 'item-shared']));
    expect(
      own.timeline.every(
        ({ by, params, type }) =>
          by === 'child-protection' ||
          params['to'] === 'child-protection' ||
          params['role'] === 'child-protection' ||
          type.startsWith('exercise-'),
      ),
    ).toBe(true);
  });

  test('has no evidence from the log of others', () => {
    const lines = new Set([...own.timeline, ...own.evidence].map(({ seq }) => seq));
    const isOwn = ({ by, params }: (typeof own.evidence)[number]) =>
      [by, params['role'], params['to']].includes('child-protection');
    expect(own.evidence.every(isOwn)).toBe(true);
    const evidence = own.competencies
      .flatMap(({ tasks, measures }) => [...tasks, ...measures])
      .flatMap((mark) => mark.evidence);
    expect(evidence.every((seq) => lines.has(seq))).toBe(true);
  });
});
