import { describe, expect, test } from 'vitest';
import { aScenario } from '../support/a-scenario.ts';
import { parsePlaythrough } from '../../shared/playthrough/parse-playthrough.ts';

const HEAD = ['format: 1', 'title: Test', 'scenario: small-case', 'steps:'];

const findings = (...steps: string[]) =>
  parsePlaythrough('a.playthrough.yaml', [...HEAD, ...steps.map((step) => `  - ${step}`)].join('\n'), aScenario())
    .diagnostics;

const places = (...steps: string[]) => findings(...steps).map(({ code, range }) => `${range.start.line} ${code}`);

test('lines of a victim that the case and the debrief do not have are found, with the nearest', () => {
  const text = [
    ...HEAD,
    '  - {at: +1m}',
    'result:',
    '  victim-eye: {has: [someone-sat-up, nyota in-custodi], not: [niota moved]}',
  ];
  const found = parsePlaythrough('a.playthrough.yaml', text.join('\n'), aScenario()).diagnostics;
  expect(found.map(({ code, remedy }) => [code, remedy])).toEqual([
    ['playthrough-id', 'Did you mean `someone-sat-down`?'],
    ['playthrough-id', 'Did you mean `in-custody`?'],
    ['playthrough-id', 'Did you mean `nyota`?'],
  ]);
});

describe('an invalid playthrough', () => {
  test('gets all findings at once, with their lines', () => {
    expect(places('{at: +5m}', '{at: soon}', '{who: police, do: fly}')).toEqual([
      '6 playthrough-shape',
      '7 playthrough-shape',
    ]);
  });

  test('gets a suggestion for a mistyped command', () => {
    expect(findings('{who: police, do: travl, place: bus-park}')[0]?.message).toContain('did you mean `travel`?');
  });

  test('gets a finding for a missing field', () => {
    expect(findings('{who: police, do: travel}')[0]?.message).toContain('travel: ');
  });

  test('gets a finding for an unknown key', () => {
    expect(findings('{who: police, do: travel, place: bus-park, plce: x}')).toHaveLength(1);
  });

  test('gets a finding for a name that no earlier step gave', () => {
    expect(places('{who: police, do: give-feedback, referral: "@help"}')).toEqual(['5 playthrough-name']);
  });

  test('gets a finding for a YAML error instead of an exception', () => {
    expect(places('{who: police, do: give-feedback, referral: @help}')).toContain('5 playthrough-syntax');
  });

  test.each([
    ['a desk', '{who: polic, do: search}', 'police'],
    ['an item that a desk is not to know', '{who: police, does-not-know: bus-manifesto}', 'bus-manifest'],
    ['an event', '{expect-not: {happened: screend, person: nyota}}', 'screened'],
    ['a person deep in a condition', '{expect-not: {all: [{person: nyot, at: cells}]}}', 'nyota'],
    ['a chart', '{expect: {in: cas.tip}}', 'case'],
  ])('gets a finding for %s that the case does not have, with a suggestion', (_what, step, meant) => {
    expect(findings(step)).toMatchObject([
      { code: 'playthrough-id', range: { start: { line: 5 } }, remedy: `Did you mean \`${meant}\`?` },
    ]);
  });

  test('has no findings once it is right', () => {
    expect(findings('{who: police, do: make-request, kind: x, to: court, basis: court-order, due: +2h}')).toEqual([]);
  });
});
