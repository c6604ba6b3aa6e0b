/**
 * What a screen says before everything has arrived: no id, and nothing that it takes back later. A sentence that a screen says
 * at first and not once its texts are there was a guess: "No items about this person", "You can decide this alone".
 */
import { cleanup, render } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { amount } from '../../gate/amount.ts';
import { go } from '../../../client/ui/kit/index.ts';
import { Brief } from '../../../client/ui/trainee/brief/brief.tsx';
import { PageBody } from '../../../client/ui/trainee/shell/page-body.tsx';
import { RunningWall } from '../../../client/ui/wall/running.tsx';
import type { PlayedClass } from '../../support/a-class.ts';
import { aWholePlay, classAfter } from '../../support/a-play.ts';
import type { CoreConnection } from './support/core-connection.ts';
import { pagesOf } from './support/desk-pages.ts';
import { fakeServer } from './support/fake-server.ts';
import { atDesk } from './support/fake-seat.tsx';
import { anExerciseCard } from './support/fake-trainer.tsx';
import { idsIn, paintsOf, saidNow, takenBack } from './support/paint.ts';

/** What is wrong with the paints of a screen. */
async function faultsOf(play: PlayedClass, open: () => CoreConnection): Promise<string[]> {
  const paints = await paintsOf(open());
  cleanup();
  return [
    ...takenBack(paints).map((text) => `takes back: ${text}`),
    ...idsIn(paints.flat(), play.compiled).map((id) => `shows the id ${id}`),
  ];
}

async function faultsAtDesk(play: PlayedClass, role: string): Promise<string[]> {
  const faults: string[] = [];
  for (const page of [...pagesOf(play, role), 'brief']) {
    go(`/play/${page}`);
    const body = page === 'brief' ? <Brief /> : <PageBody page={page.split('/')[0] ?? ''} />;
    const found = await faultsOf(play, () => atDesk(play, role, body, 'held'));
    faults.push(...found.map((fault) => `${page} ${fault}`));
  }
  return faults;
}

describe.each(amount({ push: ['trial-match'], all: ['trial-match', 'silver-nets'] }))('in %s', (id) => {
  const { play } = aWholePlay(id, 'exemplary');
  const running = classAfter(play.compiled, play.log.slice(0, Math.ceil(play.log.length * 0.6)));

  it.each(Object.keys(play.compiled.scenario.roles))('no page of %s shows ids or guesses', async (role) => {
    expect(await faultsAtDesk(running, role)).toEqual([]);
  });
});

it('the wall of a running class shows no time until the clock has arrived', () => {
  const { play } = aWholePlay('trial-match', 'exemplary');
  const running = classAfter(play.compiled, play.log.slice(0, Math.ceil(play.log.length * 0.6)));
  fakeServer({});
  render(<RunningWall card={anExerciseCard(running)} roster={[]} />);
  expect(saidNow()).toEqual([running.compiled.scenario.title]);
});
