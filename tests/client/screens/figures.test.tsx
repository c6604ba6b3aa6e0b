/** A number stands with what would be good, and a neutral choice is no part of anything. */
import { screen, within } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { setLanguage } from '../../../client/i18n/index.ts';
import { FiguresTable } from '../../../client/ui/debrief/report-sections.tsx';
import { Measures } from '../../../client/ui/debrief/slide-competencies.tsx';
import { ReferralSlide } from '../../../client/ui/debrief/slide-results.tsx';
import { aClass } from '../../support/a-class.ts';
import { debriefOf, onSite, screensNyota } from '../../support/a-debrief.ts';
import { asTrainer } from './support/fake-trainer.tsx';

afterEach(() => setLanguage('en', 'debrief'));

const played = () => {
  const play = onSite();
  screensNyota(play);
  return debriefOf(play);
};

it.each(['en', 'fr', 'sw'])('every figure says what would be good in %s', async (language) => {
  await setLanguage(language, 'debrief', 'names', 'common');
  asTrainer(aClass(), <FiguresTable debrief={played()} />);
  const rows = screen.getAllByRole('row').slice(1);
  expect(rows).toHaveLength(13);
  for (const row of rows) expect(within(row).getAllByRole('cell').at(-1)?.textContent).toMatch(/^\p{Lu}.+/u);
});

it('has no share of nothing, and no share of free refusals', async () => {
  await setLanguage('en', 'debrief', 'names', 'common');
  asTrainer(aClass(), <FiguresTable debrief={played()} />);
  const cells = (name: RegExp) =>
    within(screen.getByRole('row', { name }))
      .getAllByRole('cell')
      .map((cell) => cell.textContent);
  expect(cells(/^Refused an offer freely/)).toEqual(['0', '–', 'No target: talk about it']);
  expect(cells(/^Received by a service/)).toEqual(['none to count', '–', 'Good: all']);
  expect(cells(/^Presumed victims identified/)).toEqual(['1 of 2', '50%', 'Good: all']);
});

it('has no part of a smaller whole: help was offered, and no one was identified', async () => {
  await setLanguage('en', 'debrief', 'names', 'common');
  const debrief = played();
  debrief.headline.referral = { ...debrief.headline.referral, identified: 0, offered: 1 };
  asTrainer(aClass(), <FiguresTable debrief={debrief} />);
  const row = screen.getByRole('row', { name: /^Offered help/ });
  expect(
    within(row)
      .getAllByRole('cell')
      .map((cell) => cell.textContent),
  ).toEqual(['1', '–', 'Good: all']);
});

it('the slide of the second result and the measures of each competency say it too', async () => {
  await setLanguage('en', 'debrief', 'names', 'common');
  const debrief = played();
  const measures = debrief.competencies.flatMap((mark) => mark.measures);
  asTrainer(
    aClass(),
    <>
      <ReferralSlide debrief={debrief} />
      <Measures measures={measures} />
    </>,
  );
  expect(measures.length).toBeGreaterThan(5);
  expect(screen.getAllByText(/^(Good: |No target)/)).toHaveLength(4 + measures.length);
});
