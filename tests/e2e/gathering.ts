/** The browsers of a class: the trainer's, and one per trainee with all its traffic recorded. */
import type { Browser } from '@playwright/test';
import { Desk } from './pages/desk.ts';
import { Trainer } from './pages/trainer.ts';
import type { BuiltServer } from './support/built-server.ts';
import type { PlayedCase } from './support/played-case.ts';
import { Tap } from './support/tap.ts';

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const LAPTOP = { viewport: { width: 1366, height: 768 } };

const NAMES: Readonly<Record<string, string>> = {
  police: 'Calm Heron',
  prosecutor: 'Clear Lake',
  'labour-inspector': 'Wise Acacia',
  'child-protection': 'Kind River',
  immigration: 'Keen Ibis',
};

export interface Seat {
  desk: Desk;
  tap: Tap;
  phone: boolean;
}

/** A separate browser for each of these desks. */
export function openSeats(
  browser: Browser,
  play: PlayedCase,
  roles: readonly string[],
  phones: readonly string[],
): Promise<Seat[]> {
  return Promise.all(
    roles.map(async (role): Promise<Seat> => {
      const phone = phones.includes(role);
      const context = await browser.newContext(phone ? PHONE : LAPTOP);
      const page = await context.newPage();
      return { desk: new Desk(page, play, role, NAMES[role] ?? role), tap: await Tap.on(page), phone };
    }),
  );
}

export const desksOf = (seats: readonly Seat[]): Record<string, Desk> =>
  Object.fromEntries(seats.map(({ desk }) => [desk.role, desk]));

/** The trainer, signed in with the key from the server's output. */
export async function aTrainer(browser: Browser, server: BuiltServer): Promise<Trainer> {
  const context = await browser.newContext(LAPTOP);
  const trainer = new Trainer(await context.newPage());
  await trainer.signIn(server.url, server.trainerKey);
  return trainer;
}
