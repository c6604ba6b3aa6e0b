/** The console, as a trainer uses it. */
import { screen, waitFor, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { Console } from '../../../client/ui/trainer/console/console.tsx';
import { askConsole, noNotes, takeNotes } from '../../../shared/console/ask.ts';
import type { Standstill } from '../../../shared/console/console.ts';
import { aClass, type PlayedClass } from '../../support/a-class.ts';
import { fakeServer } from './support/fake-server.ts';
import { asTrainer } from './support/fake-trainer.tsx';

function openConsole(play: PlayedClass, standstill?: Standstill) {
  fakeServer({
    'GET /api/exercises/class-1/console': () => ({
      ...askConsole(play.compiled, play.exercise, takeNotes(noNotes, play.log)),
      ...(standstill && { standstill }),
    }),
  });
  return asTrainer(play, <Console />);
}

it('pausing asks for a reason and stops the clock, and the button changes to resume', async () => {
  const user = userEvent.setup();
  const play = aClass();
  openConsole(play);
  await user.click(screen.getByRole('button', { name: /^Pause/ }));
  const dialog = await screen.findByRole('dialog', { name: 'Pause the exercise' });
  await user.type(within(dialog).getByRole('textbox'), 'Five minutes of air.');
  await user.click(within(dialog).getByRole('button', { name: 'Pause exercise' }));

  const resume = await screen.findByRole('button', { name: /^Resume/ });
  expect(play.world.status).toBe('paused');
  expect(screen.queryByRole('dialog')).toBeNull();
  await user.click(resume);
  await screen.findByRole('button', { name: /^Pause/ });
  expect(play.world.status).toBe('running');
});

it('the space bar opens the pause dialog, except while a note is being written', async () => {
  const user = userEvent.setup();
  openConsole(aClass());
  const note = screen.getByRole('textbox');
  await user.type(note, 'The police wait');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(note).toHaveProperty('value', 'The police wait');
  note.blur();
  await user.keyboard(' ');
  await screen.findByRole('dialog', { name: 'Pause the exercise' });
});

it('Enter saves a note, shows it under the field and empties the field', async () => {
  const user = userEvent.setup();
  const play = aClass();
  const { sent } = openConsole(play);
  const note = screen.getByRole('textbox');
  await user.type(note, 'They asked for an interpreter.{Enter}');
  await waitFor(() => expect(note).toHaveProperty('value', ''));
  expect(sent).toEqual([{ type: 'take-note', text: 'They asked for an interpreter.' }]);
  expect(play.world.notes).toHaveLength(1);
});

it('a halted class shows the reason and the remedy', async () => {
  openConsole(aClass(), { reason: 'disk-full', over: false });
  await screen.findByText('The server’s disk is full, so the class is paused');
  screen.getByText(/Free some space on the disk/);
});

it('ending needs a confirmation, and does not happen if the trainer lets the class play on', async () => {
  const user = userEvent.setup();
  const play = aClass();
  openConsole(play);
  await user.click(screen.getByRole('button', { name: 'End exercise…' }));
  const dialog = await screen.findByRole('dialog', { name: 'End the exercise?' });
  await user.click(within(dialog).getByRole('button', { name: 'Keep playing' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(play.world.status).toBe('running');
});
