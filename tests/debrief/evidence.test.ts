/** Every mark has readable reasons: README, third promise. */
import { describe, expect, test, vi } from 'vitest';
import { playBots } from '../../shared/bots/play-bots.ts';
import { debrief } from '../../shared/debrief/compute.ts';
import type { Debrief, Reason } from '../../shared/debrief/debrief.ts';
import { linesOf } from '../../shared/debrief/evidence.ts';
import { debriefForDesk } from '../../shared/debrief/for-desk.ts';
import { EVENT_TYPES, EVENTS } from '../../shared/vocabulary/events.ts';
import type { Event } from '../../shared/exercise/events.ts';
import { parsePlaythrough } from '../../shared/playthrough/parse-playthrough.ts';
import { playThrough } from '../../shared/playthrough/play-through.ts';
import type { CompiledScenario } from '../../shared/scenario/compiled.ts';
import { parseCase } from '../../shared/scenario/parse-case.ts';
import { caseFiles, caseIds, playthroughsOf } from '../support/case-files.ts';
import { eventsOf, keptLogs, keptSets, openPinned, readLog, readSources } from '../support/kept-logs/kept-log.ts';
import { debriefTexts, faultOf, LANGUAGES, nameSources, textAt } from '../support/sentences.ts';

// A play of bots takes a second or two on a quiet machine.
vi.setConfig({ testTimeout: 240_000 });

/** The name of each mark, with the numbers of the events that it cites. */
function saidIn({ competencies, redLines, ledger, victimEye, nonPunishment = [] }: Debrief): [string, number[]][] {
  const reasons = (name: string, because: readonly Reason[]): [string, number[]][] =>
    because.map(({ part, evidence }) => [`${name}, ${part}`, evidence]);
  return [
    ...competencies.flatMap(({ tasks, measures }): [string, number[]][] => [
      ...tasks.flatMap(({ task, evidence, because }): [string, number[]][] => [
        [`task ${task}`, evidence],
        ...reasons(`task ${task}`, because),
      ]),
      ...measures.map(({ id, evidence }): [string, number[]] => [`measure ${id}`, evidence]),
    ]),
    ...redLines.flatMap(({ redLine, evidence, because }): [string, number[]][] => [
      [`red line ${redLine}`, evidence],
      ...reasons(`red line ${redLine}`, because),
    ]),
    ...ledger.map(({ seq }): [string, number[]] => [`ledger line ${seq}`, [seq]]),
    ...victimEye.map(({ person, line, evidence }): [string, number[]] => [`${line} of ${person}`, evidence]),
    ...nonPunishment.map(({ seq, evidence }): [string, number[]] => [`non-punishment ${seq}`, evidence]),
  ];
}

/** Cited numbers without a line, and lines that are no complete sentence in some language. */
function unreadable(compiled: CompiledScenario, result: Debrief): string[] {
  const readers = LANGUAGES.map((language) => ({ language, sources: nameSources(compiled, language) }));
  const faults = new Map<number, string[]>();
  return saidIn(result).flatMap(([name, evidence]) => {
    const lines = linesOf(result, evidence);
    const missing = evidence.filter((seq) => !lines.some((line) => line.seq === seq));
    const wrong = lines.flatMap((line) => {
      const known = faults.get(line.seq);
      if (known) return known;
      const found = readers.flatMap(({ language, sources }) => faultOf(line, language, sources) ?? []);
      faults.set(line.seq, found);
      return found;
    });
    return [...missing.map((seq) => `${name}: no line for event ${seq}`), ...wrong.map((fault) => `${name}: ${fault}`)];
  });
}

/** Marks without a reason: done without evidence, missed without what they needed, a red line crossed by nothing. */
function unexplained({ competencies, redLines }: Debrief): string[] {
  const says = ({ evidence, held = [] }: Reason): boolean => evidence.length + held.length > 0;
  const given = (because: readonly Reason[], part: Reason['part']): boolean =>
    because.some((reason) => reason.part === part && says(reason));
  return [
    ...competencies
      .flatMap(({ tasks }) => tasks)
      .filter(({ result, because, lacked = [], doneAt, unrepaired, unstaffed }) => {
        if (unrepaired) return !given(because, 'undone');
        if (result === 'missed' && doneAt === undefined) return lacked.length === 0;
        if (unstaffed) return false;
        if (result === 'no-chance') return lacked.length === 0;
        return !given(because, 'done') || (result === 'repaired' && !given(because, 'undone'));
      })
      .map(({ task, result }) => `${task} is ${result} and does not say why`),
    ...redLines
      .filter(
        ({ because, repairedAt }) =>
          !given(because, 'crossed') || (repairedAt !== undefined && !given(because, 'repaired')),
      )
      .map(({ redLine }) => `${redLine} does not say why`),
  ];
}

function checks(compiled: CompiledScenario, events: readonly Event[]): void {
  const result = debrief(compiled, events);
  expect(unreadable(compiled, result)).toEqual([]);
  expect(unexplained(result)).toEqual([]);
}

test.each(LANGUAGES)('every event has a sentence in %s', (language) => {
  const texts = debriefTexts(language);
  expect(EVENT_TYPES.filter((type) => textAt(texts, `timeline.${type}`) === undefined)).toEqual([]);
});

describe.each(caseIds())('every mark of %s has a readable reason', (id) => {
  const { compiled } = parseCase(caseFiles(id));
  if (!compiled) throw new Error(`${id} is not playable`);

  test.each(playthroughsOf(id))('after the playthrough $path', ({ path, text }) => {
    const { playthrough } = parsePlaythrough(path, text, compiled);
    if (!playthrough) throw new Error(`${path} cannot be read`);
    checks(compiled, playThrough(compiled, playthrough).events);
  });

  test.each([4101, 4102])('after a play of random bots, seed %i', (seed) => {
    checks(compiled, playBots(compiled, { seed, bots: 'random' }).events);
  });

  test('after a class in which no one acts', () => {
    checks(compiled, playBots(compiled, { seed: 4103, bots: [] }).events);
  });
});

describe.each(keptSets())('every mark of the kept logs %s has a readable reason', (set) => {
  const sources = readSources(set);
  test.each(keptLogs(set))('%s', (name) => {
    const log = readLog(set, name);
    const compiled = openPinned(sources[log.record.hash] ?? {}, log.record.hash);
    checks(compiled, eventsOf(log));
  });
});

test('a desk reads no line of another desk, and is told that lines are withheld', () => {
  const [set = ''] = keptSets();
  const log = readLog(set, 'trial-match-exemplary');
  const compiled = openPinned(readSources(set)[log.record.hash] ?? {}, log.record.hash);
  const whole = debrief(compiled, eventsOf(log));
  const withheld = Object.keys(compiled.scenario.roles).map((role) => {
    const own = debriefForDesk(whole, role);
    const lines = new Set([...own.timeline, ...own.evidence].map(({ seq }) => seq));
    expect(saidIn({ ...own, ledger: [] }).flatMap(([, evidence]) => evidence.filter((seq) => !lines.has(seq)))).toEqual(
      [],
    );
    expect(own.evidence.filter(({ type }) => EVENTS[type as Event['type']].reading !== 'evidence')).toEqual([]);
    const marks = [...own.competencies.flatMap(({ tasks }) => tasks), ...own.redLines];
    expect(JSON.stringify(marks)).not.toMatch(/"(lacked|notOpened|held)"/);
    const [before, after] = [whole, own].map(({ competencies }) => competencies.flatMap(({ tasks }) => tasks));
    for (const [index, mark] of (after ?? []).entries()) {
      const all = before?.[index]?.because.flatMap(({ evidence }) => evidence).length ?? 0;
      const told = mark.because.flatMap(({ evidence }) => evidence).length;
      if (told < all) expect(mark).toMatchObject({ withheld: true });
    }
    return (after ?? []).filter((mark) => mark.withheld).length;
  });
  expect(withheld.every((count) => count > 0)).toBe(true);
});
