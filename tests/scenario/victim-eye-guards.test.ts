/** Lines of a victim's view stand on conditions that guarantee them: what the check finds, and what it leaves alone. */
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { checkCase } from '../../shared/scenario/parse-case.ts';
import { caseFiles, caseIds } from '../support/case-files.ts';
import { smallestFiles } from './fixtures.ts';

/** The findings about one line of Juma, who needs an interpreter, with this condition. */
function findings(when: unknown): string[] {
  const files = smallestFiles();
  const line = { person: 'juma', when, says: 'It was like this.' };
  const helper = (result: string) => ({
    name: 'A voice',
    kind: 'interpreter',
    languages: ['tavi'],
    says: 'Speaks.',
    vetting: { takes: '5m', result, says: 'Done.' },
  });
  files['scenario.yaml'] =
    `${(files['scenario.yaml'] ?? '').replace('needs: [safe-accommodation]', 'needs: [safe-accommodation, interpreter]')}
${stringify({ helpers: { fit: helper('clear'), tied: helper('conflict') }, debrief: { 'victim-eye': { it: line } } })}`;
  return checkCase(files)
    .diagnostics.filter(({ code }) => code === 'VICTIM_EYE_UNGUARDED')
    .map(({ message }) => message.replace('The line `it` also stands where ', ''));
}

const SCREENED = { happened: 'screened', person: 'juma' };
const ALONE = { ...SCREENED, alone: true, interpreter: 'fit' };

describe('an unguarded line', () => {
  test.each<[string, unknown, RegExp]>([
    ['stands on a screening in company, too', SCREENED, /`screened` was done badly.*`alone` and `with`/],
    ['stands on any interpreter', { ...SCREENED, alone: true }, /`screened`.*`interpreter`/],
    ['has one guarded way and one that is not', { any: [ALONE, SCREENED] }, /`alone` and `with`/],
    [
      'has an unguarded part beside a guarded one',
      { all: [ALONE, { happened: 'received', person: 'juma' }] },
      /`service`/,
    ],
    ['is not guarded by what did not happen', { not: ALONE }, /something else was done/],
    ['stands on a state, which says not how', { reached: 'case.start' }, /something else was done/],
    ['stands on what a desk knows', { role: 'police', knows: 'call' }, /something else was done/],
    ['stands on what was done to another person', { ...ALONE, person: 'uncle' }, /something else was done/],
    [
      'stands on a full account without a recording',
      { happened: 'account-begun', person: 'juma', kind: 'account', interpreter: 'fit' },
      /`recorded`/,
    ],
    [
      'stands on a question without an explanation',
      { happened: 'consent-asked', person: 'juma', interpreter: 'fit' },
      /`explained`/,
    ],
    ['stands where one of two is enough, and one is open', { 'at-least': 1, of: [ALONE, SCREENED] }, /`alone`/],
  ])('%s', (_name, when, message) => {
    expect(findings(when)).toEqual([expect.stringMatching(message)]);
  });
});

describe('a guarded line', () => {
  test.each<[string, unknown]>([
    ['names how the screening was done, and by which voice', ALONE],
    ['names harm', { ...SCREENED, with: 'in-group' }],
    ['names an interpreter with ties to the case', { ...SCREENED, interpreter: 'tied' }],
    ['names that a child was held to be an adult', { ...SCREENED, child: false }],
    ['stands on an arrest', { happened: 'arrested', person: 'juma' }],
    ['stands on the place of the person', { person: 'juma', at: 'home' }],
    ['has a state beside an act', { all: [ALONE, { reached: 'case.start' }] }],
    [
      'needs two acts together',
      { 'at-least': 2, of: [ALONE, { happened: 'received', person: 'juma', service: 'bed' }] },
    ],
    [
      'stands on first questions, which need no recording',
      { happened: 'account-begun', person: 'juma', kind: 'first-questions', interpreter: 'fit' },
    ],
  ])('%s', (_name, when) => {
    expect(findings(when)).toEqual([]);
  });
});

test.each(caseIds())('all lines of %s are guarded', (id) => {
  const found = checkCase(caseFiles(id)).diagnostics.filter(({ code }) => code === 'VICTIM_EYE_UNGUARDED');
  expect(found).toEqual([]);
});
