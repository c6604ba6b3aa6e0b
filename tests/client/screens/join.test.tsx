/** Joining a class: what a person reads before the seat is taken. */
import { render, screen, waitFor } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { setLanguage } from '../../../client/i18n/index.ts';
import { Join } from '../../../client/ui/join/join.tsx';
import { type JoinCard, JoinBody } from '../../../shared/protocol/api.ts';
import { fakeServer } from './support/fake-server.ts';

const aCard = (languages: string[]): JoinCard => ({
  exercise: 'class-1',
  title: 'Small case',
  languages,
  contentCard: { themes: ['child trafficking'], intensity: 1, children: true, sexualViolence: 'none' },
  roles: [],
  seating: 'trainer',
  status: 'lobby',
  names: 'call-signs',
  retentionDays: 7,
});

/** The join page of a class in these languages; the body of a request is judged as by the server. */
function openJoin(languages = ['en', 'fr']) {
  const server = fakeServer({
    'GET /api/join/K7M4QP': () => aCard(languages),
    'POST /api/join/K7M4QP': (body) => {
      const parsed = JoinBody.safeParse(body);
      return Response.json(
        { error: parsed.success ? 'class-full' : 'bad-request', detail: parsed.error?.issues[0]?.path.join('.') },
        { status: 400 },
      );
    },
  });
  render(<Join pin="K7M4QP" />);
  return server;
}

afterEach(() => setLanguage('en', 'join'));

describe('a language that the case does not have', () => {
  it('is for menus only, and the page says so beside the choice, before the join', async () => {
    openJoin();
    await screen.findByRole('heading', { name: 'Small case' });
    expect(screen.queryByText(/The case is in/)).toBeNull();
    await userEvent.setup().click(screen.getByRole('radio', { name: 'Kiswahili' }));
    const said = await screen.findByText(/^Kesi ipo kwa English/);
    expect(said.textContent).toBe(
      'Kesi ipo kwa English na Français. Unaisoma kesi kwa English. Menyu na vitufe viko kwa Kiswahili.',
    );
  });

  it.each(['English', 'Français'])('leaves %s, which the case and the screens have, without a word', async (name) => {
    openJoin();
    await screen.findByRole('heading', { name: 'Small case' });
    await userEvent.setup().click(screen.getByRole('radio', { name }));
    await waitFor(() => expect(screen.getByRole('radio', { name })).toHaveProperty('checked', true));
    expect(screen.queryByText(/The case is in|Langues de l’affaire/)).toBeNull();
  });
});

it('a language that the screens do not have is for the case only', async () => {
  openJoin(['en', 'am']);
  await userEvent.setup().click(await screen.findByRole('radio', { name: 'አማርኛ' }));
  const said = await screen.findByText(/^The case is in English/);
  expect(said.textContent).toBe(
    'The case is in English and አማርኛ. You read the case in አማርኛ. Menus and buttons are in English.',
  );
});

it('a name with hidden characters is refused by its own sentence, with what helps', async () => {
  const user = userEvent.setup();
  openJoin();
  const field = await screen.findByLabelText('Your own name (optional)');
  await user.click(field);
  await user.paste('Amina\u202Etrainer');
  await user.click(screen.getByRole('button', { name: 'Join the class' }));
  await screen.findByText('This name has characters that cannot be shown');
  screen.getByText(/^Delete the name and type it again/);
  expect(screen.queryByText('The server did not understand the form')).toBeNull();
});
