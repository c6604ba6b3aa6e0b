/** A raised hand, from the desk to the trainer and back. */
import { screen, waitFor } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { Console } from '../../../client/ui/trainer/console/console.tsx';
import { RaiseHand } from '../../../client/ui/trainee/desk/raise-hand.tsx';
import { raisedHands } from '../../../client/state/selectors.ts';
import { desk } from '../../../shared/access/audience.ts';
import { aClass } from '../../support/a-class.ts';
import { askConsole, noNotes, takeNotes } from '../../../shared/console/ask.ts';
import { atDesk } from './support/fake-seat.tsx';
import { fakeServer } from './support/fake-server.ts';
import { asTrainer } from './support/fake-trainer.tsx';

it('a press raises the hand, the desk reads that it is up, and only the trainer sees it', async () => {
  const play = aClass();
  const { sent } = atDesk(play, 'police', <RaiseHand />);
  await userEvent.setup().click(screen.getByRole('button', { name: 'Raise hand' }));
  await screen.findByText('Your hand is up');
  expect(sent).toEqual([{ type: 'raise-hand' }]);
  expect(screen.queryByRole('button')).toBeNull();
  expect(raisedHands(play.world)).toEqual({ p1: play.now });
  expect(raisedHands(play.view(desk('child-protection', 'c1')))).toEqual({});
});

it('a message of the trainer to the desk answers the hand, one to another desk does not', async () => {
  const play = aClass();
  play.desk('police').does('raise-hand', {});
  play.passes('2m');
  play.trainer('whisper', { to: ['child-protection'], text: 't1' });
  expect(Object.keys(raisedHands(play.world))).toEqual(['p1']);
  play.trainer('whisper', { to: ['police'], text: 't2' });
  expect(raisedHands(play.world)).toEqual({});
  atDesk(play, 'police', <RaiseHand />);
  await screen.findByRole('button', { name: 'Raise hand' });
  play.passes('1m');
  play.desk('police').does('raise-hand', {});
  expect(Object.keys(raisedHands(play.world))).toEqual(['p1']);
});

it('the trainer marks a hand as answered by mouth; it goes down, and the desk reads why', async () => {
  const play = aClass();
  play.desk('police').does('raise-hand', {});
  fakeServer({
    'GET /api/exercises/class-1/console': () => askConsole(play.compiled, play.exercise, takeNotes(noNotes, play.log)),
  });
  const { sent } = asTrainer(play, <Console />);
  await userEvent.setup().click(await screen.findByRole('button', { name: 'Answered by mouth' }));
  await waitFor(() => expect(raisedHands(play.world)).toEqual({}));
  expect(sent).toEqual([{ type: 'whisper', to: ['police'], text: 'Your raised hand was answered by mouth.' }]);
});
