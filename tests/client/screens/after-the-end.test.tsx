/** After EndEx everything can be read and nothing done: no page of any desk keeps a control that acts. */
import { cleanup, fireEvent, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { amount } from '../../gate/amount.ts';
import { go } from '../../../client/ui/kit/index.ts';
import { PageBody } from '../../../client/ui/trainee/shell/page-body.tsx';
import type { PlayedClass } from '../../support/a-class.ts';
import { aWholePlay, classAfter } from '../../support/a-play.ts';
import type { CoreConnection } from './support/core-connection.ts';
import { pagesOf } from './support/desk-pages.ts';
import { atDesk } from './support/fake-seat.tsx';

/** Controls that only choose what is shown. */
const SHOWS = '[type=search], [role=tab], .no-print *, .filters *';

const controls = (): HTMLElement[] =>
  [...document.body.querySelectorAll<HTMLElement>('button, input, select, textarea')].filter(
    (control) => !control.matches(`:disabled, ${SHOWS}`),
  );

/** The controls left on a page once it has settled, by what they say. */
async function leftOn(open: () => CoreConnection): Promise<string[]> {
  const { sent } = open();
  await waitFor(() => expect(document.querySelector('.spinner')).toBeNull());
  const writing = controls().filter((control) => !control.matches('button'));
  for (const button of controls().filter((control) => control.matches('button'))) fireEvent.click(button);
  return [
    ...writing.map((control) => control.closest('label, fieldset')?.textContent ?? control.outerHTML),
    ...sent.map(({ type }) => type),
    // What opened behind a button, such as a form.
    ...[...document.querySelectorAll('dialog[open] textarea, dialog[open] select, dialog[open] input')].map(
      (control) => `in a dialog: ${control.closest('dialog')?.querySelector('h2')?.textContent ?? ''}`,
    ),
  ];
}

async function aliveAt(play: PlayedClass, role: string): Promise<string[]> {
  const alive: string[] = [];
  for (const page of pagesOf(play, role)) {
    go(`/play/${page}`);
    const left = await leftOn(() => atDesk(play, role, <PageBody page={page.split('/')[0] ?? ''} />));
    alive.push(...left.map((control) => `${page}: ${control}`));
    cleanup();
  }
  return alive;
}

describe.each(amount({ push: ['trial-match'], all: ['trial-match', 'silver-nets'] }))('at the end of %s', (id) => {
  const { play } = aWholePlay(id, 'exemplary');

  it.each(Object.keys(play.compiled.scenario.roles))('no page of %s acts or invites to write', async (role) => {
    expect(await aliveAt(play, role)).toEqual([]);
  });
});

it('the same pages act while the exercise runs', async () => {
  const { play } = aWholePlay('trial-match', 'exemplary');
  const running = classAfter(
    play.compiled,
    play.log.filter(({ type }) => type !== 'exercise-ended'),
  );
  expect((await aliveAt(running, 'immigration')).length).toBeGreaterThan(20);
});
