/** The pause, as everybody in the room reads it. */
import { screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { Console } from '../../../client/ui/trainer/console/console.tsx';
import { Paused } from '../../../client/ui/trainee/shell/paused.tsx';
import { RunningWallClock } from '../../../client/ui/wall/running.tsx';
import { askConsole, noNotes, takeNotes } from '../../../shared/console/ask.ts';
import { aClass, type PlayedClass } from '../../support/a-class.ts';
import type { CoreConnection } from './support/core-connection.ts';
import { fakeServer } from './support/fake-server.ts';
import { atDesk } from './support/fake-seat.tsx';
import { anExerciseCard, asTrainer } from './support/fake-trainer.tsx';

const WORDS = 'Stop here for a moment.\nWho of you has spoken with a child alone today?';

function pausedClass({ words }: { words: boolean }): PlayedClass {
  const play = aClass();
  play.trainer('pause', words ? { reason: 'words-of-the-pause' } : {});
  return play;
}

/** The words are a card of their own, as from the server. */
const arrives = ({ store }: CoreConnection, text = WORDS): void =>
  store.dispatch({ type: 'cards', cards: [{ id: 'text:words-of-the-pause', text }] });

const SCREENS: Record<string, (play: PlayedClass) => CoreConnection> = {
  'a desk': (play) => atDesk(play, 'police', <Paused />),
  'the wall': (play) =>
    asTrainer(play, <RunningWallClock card={anExerciseCard(play)} here={3} all={3} simulated={[]} />),
  'the console': (play) => {
    fakeServer({
      'GET /api/exercises/class-1/console': () =>
        askConsole(play.compiled, play.exercise, takeNotes(noNotes, play.log)),
    });
    return asTrainer(play, <Console />);
  },
};

describe.each(Object.entries(SCREENS))('%s', (_, open) => {
  it('shows what the trainer wants people to read, in full and line by line', async () => {
    arrives(open(pausedClass({ words: true })));
    const said = await screen.findByRole('figure');
    within(said).getByText('From the trainer');
    expect(said.querySelector('blockquote')?.textContent).toBe(WORDS);
  });

  it('shows a text of the greatest length whole', async () => {
    const long = 'Think about what each of you knew. '.repeat(55);
    arrives(open(pausedClass({ words: true })), long);
    expect((await screen.findByRole('figure')).textContent).toContain(long);
  });

  it('shows no empty frame where the trainer wrote nothing, or before the words have arrived', () => {
    open(pausedClass({ words: false }));
    expect(screen.queryByRole('figure')).toBeNull();
    open(pausedClass({ words: true }));
    expect(screen.queryByRole('figure')).toBeNull();
  });
});
