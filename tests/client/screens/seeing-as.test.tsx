/** The pages of a desk in the trainer's view. */
import { screen, waitFor } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { deskPages } from '../../../client/ui/trainee/shell/pages.ts';
import Mirror from '../../../client/ui/trainee/shell/mirror.tsx';
import { textForId } from '../../../client/i18n/index.ts';
import { desk } from '../../../shared/access/audience.ts';
import { aWholePlay, classAfter } from '../../support/a-play.ts';
import { FollowedContext } from '../../../client/context/followed-screen.ts';
import { atDesk } from './support/fake-seat.tsx';

it('has every page of the desk, under its own name, and follows links into it', async () => {
  const { play } = aWholePlay('trial-match', 'exemplary');
  const running = classAfter(play.compiled, play.log.slice(0, Math.ceil(play.log.length / 2)));
  atDesk(running, 'child-protection', <Mirror />);
  const world = running.view(desk('child-protection'));
  const { powers } = play.compiled.law.agencies[play.compiled.scenario.roles['child-protection']?.desk ?? ''] ?? {};
  const can = (power: string): boolean => (powers ?? []).some((own) => own === power);
  const names = deskPages({ world, role: 'child-protection', can }).map(({ id }) => textForId('desk', `nav.${id}`));
  await waitFor(() => {
    const buttons = screen
      .getAllByRole('button', { pressed: undefined })
      .map(({ textContent }) => textContent?.replace(/\d* unread$/, '').replace(/\d+$/, ''));
    expect(buttons).toEqual(expect.arrayContaining(names));
  });
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: /^People/ }));
  await user.click(await screen.findByRole('link', { name: /Nyota/ }));
  await screen.findByRole('heading', { level: 1, name: 'Nyota' });
  expect(globalThis.location.pathname).not.toContain('nyota');
});

it('shows the page that the person has open, with the same unread marks, until the trainer opens another one', async () => {
  const { play } = aWholePlay('trial-match', 'exemplary');
  const running = classAfter(play.compiled, play.log.slice(0, Math.ceil(play.log.length / 2)));
  const view = (path: string) => (
    <FollowedContext.Provider value={{ name: 'Amina', path, connected: true }}>
      <Mirror />
    </FollowedContext.Provider>
  );
  const { store } = atDesk(running, 'child-protection', view('/play/people/nyota'));
  await screen.findByRole('heading', { level: 1, name: 'Nyota' });
  screen.getByText(/Amina.* has this page open/);
  const world = running.view(desk('child-protection'));
  const items = Object.keys(world.items).filter((id) => world.items[id]?.known['child-protection']);
  expect(screen.getByRole('button', { name: new RegExp(`^Board.*${items.length}`) })).toBeTruthy();
  for (const id of items.slice(1)) store.dispatch({ type: 'seen', topic: `item:${id}`, at: world.now });
  await screen.findByRole('button', { name: /^Board.*1/ });
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: /^Inbox/ }));
  await user.click(await screen.findByRole('button', { name: /Follow.*Amina/ }));
  await screen.findByRole('heading', { level: 1, name: 'Nyota' });
});
