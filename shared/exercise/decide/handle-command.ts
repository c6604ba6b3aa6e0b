/** The ladder every command climbs: who asks, may that be asked now, then its own handler. */
import { type AnyCommand, type Command, TRAINER_COMMANDS } from '../commands.ts';
import type { Stage } from '../stage.ts';
import { chargeHandlers } from './charges.ts';
import type { Desk, Handler, Refusal } from './desk.ts';
import { refuse } from './desk.ts';
import { accountHandlers } from './interview-account.ts';
import { preparationHandlers } from './interview-preparation.ts';
import { itemHandlers } from './items.ts';
import { messageHandlers } from './messages.ts';
import { peopleHandlers } from './people.ts';
import { placeHandlers } from './places.ts';
import { referralHandlers } from './referrals.ts';
import { requestHandlers } from './requests.ts';
import { conferenceHandlers } from './conferences.ts';
import { decisionHandlers } from './decisions.ts';
import { operationHandlers } from './operations.ts';
import { trainerHandlers } from './trainer.ts';
import type { TraineeCommand } from '../commands.ts';

const deskHandlers: { [T in TraineeCommand['type']]: Handler<T> } = {
  ...placeHandlers,
  ...itemHandlers,
  ...requestHandlers,
  ...peopleHandlers,
  ...referralHandlers,
  ...preparationHandlers,
  ...accountHandlers,
  ...conferenceHandlers,
  ...decisionHandlers,
  ...operationHandlers,
  ...chargeHandlers,
  ...messageHandlers,
};

const trainerTypes: ReadonlySet<string> = new Set(TRAINER_COMMANDS.map((command) => command.shape.type.value));
/** What a desk may do while the exercise stands still: ask for help, and arrange its own board. */
const ALWAYS: ReadonlySet<string> = new Set(['raise-hand', 'place-item', 'link-items', 'unlink-items']);

/** Works a command out on the stage, or answers why not. */
export function handleCommand(stage: Stage, command: Command): Refusal {
  const { body, from } = command;
  if (trainerTypes.has(body.type))
    return 'trainer' in from ? trainerHandlers[body.type as 'pause'](stage, body as never) : refuse('trainer-only');
  if ('trainer' in from) return refuse('not-seated');
  const seat = Object.hasOwn(stage.world.seats, from.seat) ? stage.world.seats[from.seat] : undefined;
  if (!seat || seat.freed) return refuse('not-seated');
  const halted = haltedReason(stage, body);
  if (halted) return halted;
  const desk: Desk = { role: seat.role, seat: from.seat };
  return (deskHandlers[body.type as keyof typeof deskHandlers] as Handler<'search'>)(stage, desk, body as never);
}

function haltedReason(stage: Stage, body: AnyCommand): Refusal {
  switch (stage.world.status) {
    case 'lobby':
      return refuse('not-started');
    case 'paused':
      return ALWAYS.has(body.type) ? undefined : refuse('paused');
    case 'ended':
      return refuse('ended');
    default:
      return undefined;
  }
}
