/** The slides of the debrief, as a trainer uses them. */
import { screen, waitFor, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { Deck } from '../../../client/ui/debrief/deck.tsx';
import { debriefOf, onSite, screensNyota, sharesList } from '../../support/a-debrief.ts';
import { asTrainer } from './support/fake-trainer.tsx';

function openDeck(onLeave = () => undefined) {
  const play = onSite();
  screensNyota(play);
  sharesList(play);
  play.trainer('end-exercise', {});
  asTrainer(play, <Deck debrief={debriefOf(play)} onLeave={onLeave} />);
}

const place = () => screen.getByRole('status').textContent;
const heading = () => screen.getByRole('heading', { level: 1 }).textContent;

it('arrow keys change slides; Home and End go to the first and the last', async () => {
  const user = userEvent.setup();
  openDeck();
  // Two slides of the case appear once their cards are loaded.
  await waitFor(() => expect(place()).toMatch(/^1 of 1\d$/));
  const first = heading();
  await user.keyboard('{ArrowRight}');
  await waitFor(() => expect(place()).toMatch(/^2 of /));
  expect(heading()).not.toBe(first);
  await user.keyboard('{End}');
  await waitFor(() => expect(place()).toMatch(/^(\d+) of \1$/));
  expect(screen.getByRole('button', { name: 'Next' })).toHaveProperty('disabled', true);
  await user.keyboard('{Home}');
  await waitFor(() => expect(place()).toMatch(/^1 of /));
  expect(screen.getByRole('button', { name: 'Back' })).toHaveProperty('disabled', true);
});

it('buttons change slides, and the new heading gets the focus', async () => {
  const user = userEvent.setup();
  openDeck();
  await user.click(screen.getByRole('button', { name: 'Next' }));
  await waitFor(() => expect(place()).toMatch(/^2 of /));
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
});

it('a mark opens the log lines that it cites', async () => {
  const user = userEvent.setup();
  openDeck();
  const marks = () => within(screen.getByRole('group', { name: 'Slides' })).queryAllByRole('button');
  while (marks().length === 0 && !screen.getByRole('button', { name: 'Next' }).hasAttribute('disabled'))
    await user.click(screen.getByRole('button', { name: 'Next' }));
  const [mark] = marks();
  if (!mark) throw new Error('no slide has a mark to open');
  await user.click(mark);
  const dialog = await screen.findByRole('dialog');
  within(dialog).getByRole('heading', { name: 'What the log says' });
});

it('the close button leaves the slides', async () => {
  const user = userEvent.setup();
  const onLeave = vi.fn(() => undefined);
  openDeck(onLeave);
  await user.click(screen.getByRole('button', { name: 'Leave the slides' }));
  expect(onLeave).toHaveBeenCalledOnce();
});
