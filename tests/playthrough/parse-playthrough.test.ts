import { describe, expect, test } from 'vitest';
import { parsePlaythrough } from '../../shared/playthrough/parse-playthrough.ts';

const HEAD = ['format: 1', 'title: Test', 'scenario: small-case', 'steps:'];

const findings = (...steps: string[]) =>
  parsePlaythrough('a.playthrough.yaml', [...HEAD, ...steps.map((step) => `  - ${step}`)].join('\n')).diagnostics;

const places = (...steps: string[]) => findings(...steps).map(({ code, range }) => `${range.start.line} ${code}`);

describe('a playthrough that is written wrong', () => {
  test('is told the line of every finding at once', () => {
    expect(places('{at: +5m}', '{at: soon}', '{who: police, do: fly}')).toEqual([
      '6 playthrough-shape',
      '7 playthrough-shape',
    ]);
  });

  test('is told which command was meant', () => {
    expect(findings('{who: police, do: travl, place: bus-park}')[0]?.message).toContain('did you mean `travel`?');
  });

  test('is told what a command lacks', () => {
    expect(findings('{who: police, do: travel}')[0]?.message).toContain('travel: ');
  });

  test('is told of keys that no command has', () => {
    expect(findings('{who: police, do: travel, place: bus-park, plce: x}')).toHaveLength(1);
  });

  test('is told of a name that no earlier step gave', () => {
    expect(places('{who: police, do: give-feedback, referral: "@help"}')).toEqual(['5 playthrough-name']);
  });

  test('is told where the YAML breaks, instead of throwing', () => {
    expect(places('{who: police, do: give-feedback, referral: @help}')).toContain('5 playthrough-syntax');
  });

  test('has no findings where it is right', () => {
    expect(findings('{who: police, do: make-request, kind: x, to: court, basis: court-order, due: +2h}')).toEqual([]);
  });
});
