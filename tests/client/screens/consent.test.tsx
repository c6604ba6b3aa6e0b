/** The consent form of the asking desk: one question at a time, and the person's answer in their own words. */
import { screen, waitFor, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { ConsentSection } from '../../../client/ui/trainee/people/consent-section.tsx';
import { onSite } from '../../support/a-debrief.ts';
import { atDesk } from './support/fake-seat.tsx';

async function openForm(user: ReturnType<typeof userEvent.setup>) {
  await user.click(screen.getByRole('button', { name: 'Ask for consent' }));
  return within(await screen.findByRole('dialog', { name: 'Ask for consent' }));
}

it('a person who is asked for too much refuses in their own words', async () => {
  const user = userEvent.setup();
  const { sent } = atDesk(onSite(), 'police', <ConsentSection person="juma" />);
  screen.getByText('Nothing was asked yet.');
  const form = await openForm(user);
  expect(form.getByRole('button', { name: 'Ask the person' })).toHaveProperty('disabled', true);
  await user.click(form.getByRole('radio', { name: 'Passing on personal data' }));
  await user.click(await form.findByRole('checkbox', { name: 'Children' }));
  await user.click(form.getByRole('checkbox', { name: /Explained in words/ }));
  await user.click(form.getByRole('button', { name: 'Ask the person' }));

  await screen.findByText('refused');
  await screen.findByText('No names.');
  screen.getByText('Passing on personal data');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(sent).toEqual([
    { type: 'ask-consent', person: 'juma', kind: 'data', explained: true, to: ['child-protection'] },
  ]);
});

it('a form keeps its fields when it is closed and opened again', async () => {
  const user = userEvent.setup();
  const { sent } = atDesk(onSite(), 'police', <ConsentSection person="nyota" />);
  const form = await openForm(user);
  await user.click(form.getByRole('radio', { name: 'An interview' }));
  await user.click(form.getByRole('button', { name: 'Close' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const again = await openForm(user);
  expect(again.getByRole('radio', { name: 'An interview' })).toHaveProperty('checked', true);
  expect(sent).toEqual([]);
});

it('another kind of consent starts without receivers', async () => {
  const user = userEvent.setup();
  atDesk(onSite(), 'police', <ConsentSection person="nyota" />);
  const form = await openForm(user);
  await user.click(form.getByRole('radio', { name: 'Passing on personal data' }));
  await user.click(await form.findByRole('checkbox', { name: 'Children' }));
  await user.click(form.getByRole('radio', { name: 'An interview' }));
  await waitFor(() => expect(form.getByRole('checkbox', { name: 'Children' })).toHaveProperty('checked', false));
});
