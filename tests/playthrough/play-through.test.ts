import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parsePlaythrough } from '../../shared/playthrough/parse-playthrough.ts';
import { formatFailure, type PlayFailure, playThrough } from '../../shared/playthrough/play-through.ts';
import { aScenario } from '../support/a-scenario.ts';

const FILE = 'small-case.playthrough.yaml';
const whole = readFileSync(`tests/fixtures/playthroughs/${FILE}`, 'utf8');
const compiled = aScenario();

/** A playthrough of the small case from its steps, one per line. */
const withSteps = (...steps: string[]): string =>
  ['format: 1', 'title: Test', 'scenario: small-case', 'steps:', ...steps.map((step) => `  - ${step}`)].join('\n');

function play(text: string) {
  const { playthrough, diagnostics } = parsePlaythrough(FILE, text);
  if (!playthrough) throw new Error(JSON.stringify(diagnostics));
  return playThrough(compiled, playthrough);
}

const failureOf = (...steps: string[]): PlayFailure | undefined => play(withSteps(...steps)).failure;

describe('a playthrough', () => {
  test('that passes has a debrief and no failure', () => {
    const { failure, debrief } = play(whole);
    expect(failure).toBeUndefined();
    expect(debrief?.headline.referral.received).toBe(1);
  });

  test('gives the same log every time', () => {
    expect(play(whole).events).toEqual(play(whole).events);
  });

  test('keeps free texts out of the log, by reference', () => {
    const { events, texts } = play(whole);
    const words = 'One child, one man. Names only; the rest stays with us.';
    expect(Object.values(texts)).toContain(words);
    expect(JSON.stringify(events)).not.toContain(words);
  });

  test('names the first failing step, with the expected and the actual value', () => {
    const failure = failureOf(
      '{at: +5m}',
      '{expect: {role: police, knows: bus-manifest}}',
      '{expect: {role: police, knows: home-address}}',
    );
    expect(failure).toMatchObject({ step: 2, at: 'day 1 12:05', expected: 'true', actual: 'false' });
  });

  test('fails if a command is rejected unexpectedly', () => {
    const failure = failureOf('{who: police, do: search}', '{who: police, do: travel, place: nowhere}');
    expect(failure).toMatchObject({ step: 2, expected: 'accepted', actual: expect.stringContaining('refused:') });
  });

  test('fails if a command is accepted that must be rejected', () => {
    const failure = failureOf('{who: police, do: travel, place: bus-park, refused: no-power}');
    expect(failure).toMatchObject({ step: 1, expected: 'refused: no-power', actual: 'accepted' });
  });

  test('fails at the step in which the case loops', () => {
    const circling = aScenario((draft) => {
      const next = (target: string) => ({ after: { '0m': [{ target }] } });
      const wait = { after: { '5m': [{ target: 'tick' }] } };
      draft.statecharts['circle'] = { initial: 'wait', states: { wait, tick: next('tock'), tock: next('tick') } };
    });
    const { playthrough } = parsePlaythrough(FILE, withSteps('{at: +2m}', '{at: +10m}'));
    if (!playthrough) throw new Error('it cannot be read');
    expect(playThrough(circling, playthrough).failure).toMatchObject({
      step: 2,
      actual: expect.stringContaining('goes round in circles'),
    });
  });

  test('fails if a desk knows what it must not', () => {
    expect(failureOf('{who: police, does-not-know: tip}')).toMatchObject({
      step: 1,
      expected: 'not known',
      actual: 'known',
    });
  });

  test('fails for an unknown id, so that a typo never counts as "not known"', () => {
    expect(failureOf('{who: police, does-not-know: bus-manifesto}')).toMatchObject({ actual: 'no such id' });
  });

  test('fails if time would run backwards', () => {
    expect(failureOf('{at: day 1 12:30}', '{at: day 1 12:10}')).toMatchObject({ step: 2, what: 'time runs forward' });
  });

  test('fails if a result differs, and names it', () => {
    const text = `${withSteps('{at: +10m}')}\nresult: {ratings: {detect-and-screen: P}, tasks: {screen-juma: missed}}`;
    expect(play(text).failure).toMatchObject({ expected: 'detect-and-screen P', actual: 'detect-and-screen U' });
  });

  test('fails if a line of a victim does not stand as expected, also by its number', () => {
    const steps = withSteps('{who: police, do: travel, place: bus-park}', '{at: +30m}');
    const asking = (lists: string) => play(`${steps}\nresult: {victim-eye: {${lists}}}`).failure;
    expect(asking('has: [nyota never-identified], not: [nyota in-custody]')).toBeUndefined();
    expect(asking('not: [nyota never-identified]')).toMatchObject({
      expected: 'the line nyota never-identified does not stand',
      actual: 'the line nyota never-identified stands',
    });
    expect(asking('has: [nyota met-after 20]')).toMatchObject({ actual: 'the line nyota met-after 20 does not stand' });
  });

  test('reads the knowledge of desks from their views', () => {
    expect(
      failureOf('{who: child-protection, knows: home-address}', '{who: police, does-not-know: home-address}'),
    ).toBeUndefined();
  });

  test('may ask about any event, also one that the case never asks about', () => {
    expect(
      failureOf('{who: police, do: travel, place: bus-park}', '{expect: {happened: travel-started, place: bus-park}}'),
    ).toBeUndefined();
  });

  test('explains a failure in one paragraph', () => {
    const failure = failureOf('{expect: {in: case.protected}}');
    if (!failure) throw new Error('it should fail');
    expect(formatFailure(FILE, failure, [7])).toContain(`${FILE}:7  step 1 (day 1 12:00)`);
  });
});
