/** The case from a victim's side: each counted line is a sentence, in every language. */
import { screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { setLanguage } from '../../../client/i18n/index.ts';
import { VictimEyeSlide } from '../../../client/ui/debrief/slide-people.tsx';
import type { VictimEyeLine } from '../../../shared/debrief/debrief.ts';
import { aClass } from '../../support/a-class.ts';
import { asTrainer } from './support/fake-trainer.tsx';

const line = (id: string, params: VictimEyeLine['params']): VictimEyeLine => ({
  at: 0,
  person: 'nyota',
  line: id,
  params,
  evidence: [],
});
const LINES = [
  line('asked-again', { times: 3 }),
  line('waited', { minutes: 40 }),
  line('waited-in-vain', { minutes: 61 }),
  line('moved', { times: 2 }),
];

afterEach(() => setLanguage('en', 'debrief'));

it.each(['en', 'fr', 'sw'])('counted lines are sentences in %s', async (language) => {
  await setLanguage(language, 'debrief', 'names');
  asTrainer(aClass(), <VictimEyeSlide person="nyota" lines={LINES} />);
  const said = screen.getAllByRole('listitem').map((item) => item.querySelector('span')?.textContent);
  expect(said).toHaveLength(4);
  for (const text of said) expect(text).toMatch(/^[\p{Lu}\d].* .*\.$/u);
  expect(said[0]).toContain('3');
  expect(said[1]).toContain('40');
});
