/** The charging table: the guidance for the desk that charges, and the view of all others. */
import { screen, waitFor, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import ChargingScreen from '../../../client/ui/trainee/charging/index.tsx';
import { onSite } from '../../support/a-debrief.ts';
import { atDesk } from './support/fake-seat.tsx';

it('a draft is saved once the offence and the age are chosen; a child’s charge needs no means', async () => {
  const user = userEvent.setup();
  const { sent } = atDesk(onSite(), 'police', <ChargingScreen />);
  const [add] = await screen.findAllByRole('button', { name: 'Add a charge' });
  if (!add) throw new Error('no charge can be added');
  await user.click(add);
  const form = within(await screen.findByRole('dialog', { name: /^Charge: / }));
  const save = form.getByRole('button', { name: 'Save as draft' });
  expect(save).toHaveProperty('disabled', true);
  await user.selectOptions(form.getByLabelText('Offence'), 'trafficking');
  expect(save).toHaveProperty('disabled', true);
  await user.click(await form.findByRole('radio', { name: 'Yes, a child or perhaps a child' }));
  await form.findByText('For a child no means need to be shown: act and purpose are enough.');
  await user.click(save);

  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(sent).toMatchObject([{ type: 'set-charge', offence: 'trafficking', child: true, means: [] }]);
  await screen.findByText(/Trafficking in persons/);
  screen.getByText('not needed for a child');
});

it('a desk that may not charge sees the table and who may charge', async () => {
  atDesk(onSite(), 'child-protection', <ChargingScreen />);
  await screen.findByText(/Charges are set by the prosecutor/);
  expect(screen.queryByRole('button', { name: 'Add a charge' })).toBeNull();
});
