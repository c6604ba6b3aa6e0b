/**
 * Draws a random command that a desk is offered, good or bad. It is valid by construction: every id is one that the
 * desk sees.
 */
import type { TraineeCommand } from '../vocabulary/commands.ts';
import type { DeskSight } from './desk-sight.ts';
import type { Mind } from './mind.ts';
import { Draw, type CommandMaker } from './random/maker.ts';
import { PEOPLE, REFERRALS } from './random/people.ts';
import { ITEMS, PLACES, REQUESTS } from './random/places-and-items.ts';
import { CHARGES, INTERVIEWS, TOGETHER } from './random/together.ts';

const MAKERS: readonly CommandMaker[] = [
  ...PLACES,
  ...ITEMS,
  ...REQUESTS,
  ...PEOPLE,
  ...REFERRALS,
  ...INTERVIEWS,
  ...TOGETHER,
  ...CHARGES,
];

/** Tries a few kinds of command; undefined if none of them is possible now. */
export function randomCommand(sight: DeskSight, mind: Mind): TraineeCommand | undefined {
  const draw = new Draw(mind);
  for (let tries = 0; tries < 12; tries += 1) {
    const command = draw.one(MAKERS)?.(sight, draw);
    if (command && !mind.isRefused(command, sight.now)) return command;
  }
  return undefined;
}
