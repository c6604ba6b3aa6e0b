/** A raised hand, from the desk to the trainer and back. */
import { screen } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { RaiseHand } from '../../../client/ui/trainee/desk/raise-hand.tsx';
import { raisedHands } from '../../../client/state/selectors.ts';
import { desk } from '../../../shared/access/audience.ts';
import { aClass } from '../../support/a-class.ts';
import { atDesk } from './support/fake-seat.tsx';

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
