/** A log line names what decides a mark: who translated, as what a child was treated, whether consent was explained. */
import { expect, test } from 'vitest';
import { detailsOf } from '../../../client/ui/debrief/sentence.ts';
import { debriefTexts, LANGUAGES, textAt } from '../../support/sentences.ts';

const entry = (type: string, params: Record<string, string>) => ({ at: 0, seq: 1, type, by: 'police', params });
const names = { name: (_field: string, value: string) => value };

test.each(LANGUAGES)('every detail has a text in %s', (language) => {
  const details = [
    entry('screened', { child: 'false', interpreter: 'mr-bello' }),
    entry('account-begun', { recorded: 'false', support: 'ms-neema' }),
    entry('consent-asked', { explained: 'true' }),
    entry('service-offered', { conditional: 'true' }),
    entry('risk-assessed', { family: 'false' }),
  ].flatMap((one) => detailsOf(one, names));
  expect(details).toHaveLength(7);
  const said = ({ keys }: { keys: string[] }) => keys.some((key) => textAt(debriefTexts(language), key) !== undefined);
  expect(details.filter((one) => !said(one))).toEqual([]);
});

test('an event without deciding fields has none, and a field that was not set has none', () => {
  expect(detailsOf(entry('arrested', { person: 'juma' }), names)).toEqual([]);
  expect(detailsOf(entry('screened', { child: 'true' }), names)).toHaveLength(1);
});
