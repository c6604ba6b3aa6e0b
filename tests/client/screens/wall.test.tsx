/** The wall, as a class reads it from the back row. */
import { render, screen } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { RunningWallClock } from '../../../client/ui/wall/running.tsx';
import { WallLobby } from '../../../client/ui/wall/lobby.tsx';
import { aClass, type PlayedClass } from '../../support/a-class.ts';
import { anExerciseCard, asTrainer } from './support/fake-trainer.tsx';

const shown = (play: PlayedClass): void =>
  void asTrainer(play, <RunningWallClock card={anExerciseCard(play)} here={2} all={3} simulated={[]} />);

it('during play the wall invites latecomers and tells people that they may step out', () => {
  const play = aClass();
  shown(play);
  screen.getByText(/^Late\? Code/);
  screen.getByText(/step out/);
});

it('after the end the wall only thanks', () => {
  const play = aClass();
  play.trainer('end-exercise', {});
  shown(play);
  screen.getByRole('heading', { name: /The exercise has ended/ });
  expect(screen.queryByText(/Late/)).toBeNull();
  expect(screen.queryByText(/step out/)).toBeNull();
});

it('without a network the wall says so, and offers neither an address nor a picture to scan', () => {
  const card = { ...anExerciseCard(aClass()), addresses: [], joinUrl: '', qrSvg: '' };
  const { container } = render(<WallLobby card={card} roster={[]} />);
  screen.getByText(/^No phone can reach this computer yet/);
  expect(container.querySelector('.wall-qr')).toBeNull();
});
