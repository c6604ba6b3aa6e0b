/** Opening a class: the trainer's choices and the request to the server. */
import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { SetUp } from '../../../client/ui/trainer/set-up/set-up.tsx';
import type { ScenarioCard } from '../../../shared/protocol/api.ts';
import { aClass } from '../../support/a-class.ts';
import { fakeServer } from './support/fake-server.ts';
import { anExerciseCard, rolesOf } from './support/fake-trainer.tsx';

const play = aClass();

const aScenarioCard = (): ScenarioCard => ({
  id: 'small-case',
  title: 'Small case',
  summary: 'A bus, a girl of eleven, and a man called Coach.',
  level: 'entry',
  lengthMinutes: 45,
  pace: 6,
  languages: ['en', 'fr'],
  jurisdiction: 'Smallland',
  contentCard: { themes: ['child trafficking'], intensity: 1, children: true, sexualViolence: 'none' },
  objectives: [],
  reviewers: [],
  licence: 'CC BY 4.0',
  roles: rolesOf(play.compiled).map((role) => ({ ...role, taken: 0, min: 1 })),
  findings: [],
});

function openSetUp(scenario = 'small-case') {
  const server = fakeServer({
    'GET /api/scenarios': () => [aScenarioCard()],
    'POST /api/exercises': () => anExerciseCard(play),
  });
  render(<SetUp scenario={scenario} />);
  return server;
}

it('a class is opened with the chosen settings, and its lobby follows', async () => {
  const user = userEvent.setup();
  const server = openSetUp();
  await user.type(await screen.findByLabelText('Name of the class'), 'Group B');
  await user.click(screen.getByRole('radio', { name: /You assign the desks/ }));
  await user.click(screen.getByRole('checkbox', { name: 'Français' }));
  await user.click(screen.getByRole('button', { name: 'Open the class' }));
  await waitFor(() => expect(location.pathname).toBe('/trainer/class/class-1/lobby'));
  expect(server.asked.at(-1)).toMatchObject({
    route: 'POST /api/exercises',
    body: { scenario: 'small-case', label: 'Group B', languages: ['en'], seating: 'trainer', names: 'call-signs' },
  });
});

it('too few people are reported at once, with the step that helps', async () => {
  const user = userEvent.setup();
  const server = openSetUp();
  fireEvent.input(await screen.findByLabelText('How many people?'), { target: { value: '1' } });
  await screen.findByText('One more person is needed for the required desks.');
  await user.click(screen.getByRole('button', { name: 'Simulate this desk' }));
  await waitFor(() => expect(screen.queryByText(/more person is needed/)).toBeNull());
  await user.click(screen.getByRole('button', { name: 'Open the class' }));
  await waitFor(() => expect(server.asked.at(-1)?.route).toBe('POST /api/exercises'));
  expect(server.asked.at(-1)?.body).toMatchObject({ simulated: [{ role: 'child-protection', manner: 'helpful' }] });
});

it('a required desk is said to be covered once it is simulated, and to be required again once it is not', async () => {
  const user = userEvent.setup();
  openSetUp();
  const [played] = await screen.findAllByRole('combobox', { name: /played by/i });
  if (!played) throw new Error('no desk has a choice');
  const row = within(played.closest('li') as HTMLElement);
  row.getByText('Required');
  await user.selectOptions(played, 'simulated');
  await row.findByText('Required; covered by the simulation');
  expect(row.queryByText('Required')).toBeNull();
  await user.selectOptions(played, 'people');
  await row.findByText('Required');
});

it('no class can be opened without a language', async () => {
  const user = userEvent.setup();
  openSetUp();
  await user.click(await screen.findByRole('checkbox', { name: 'Français' }));
  await user.click(screen.getByRole('checkbox', { name: 'English' }));
  await waitFor(() => expect(screen.getByRole('button', { name: 'Open the class' })).toHaveProperty('disabled', true));
});

it('a missing case is reported, with a link back', async () => {
  openSetUp('no-such-case');
  expect(await screen.findByRole('link', { name: /cases|classes/i })).toHaveProperty('pathname', '/trainer');
  expect(screen.queryByRole('button', { name: 'Open the class' })).toBeNull();
});
