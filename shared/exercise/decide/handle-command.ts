/** Decides a command in three steps: who sends it, whether it is allowed now, then its own handler. */
import { seatOfActor } from '../../access/actor.ts';
import { may } from '../../access/capabilities.ts';
import { capabilityFor, isSteering } from '../command-rights.ts';
import type { AnyCommand, Command, CommandOf, TrainerCommand } from '../commands.ts';
import type { Stage } from '../stage.ts';
import { chargeHandlers } from './charges.ts';
import type { Desk, Handler, Handlers, Refusal, TrainerHandler } from './desk.ts';
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

const deskHandlers: Handlers<TraineeCommand['type']> = {
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

const isTrainerCommand = (body: AnyCommand): body is TrainerCommand => isSteering(body.type);

/** What a desk may do while the exercise is paused: ask for help, and arrange its own board. */
const ALLOWED_IN_PAUSE: ReadonlySet<string> = new Set(['raise-hand', 'place-item', 'link-items', 'unlink-items']);

/** Emits the events of a command on the stage, or answers why it is rejected. */
export function handleCommand(stage: Stage, command: Command): Refusal {
  const { body, from } = command;
  if (isTrainerCommand(body)) {
    if (may(from, capabilityFor(body.type))) return handleForTrainer(stage, body);
    return refuse(may(from, 'steer') ? 'lead-only' : 'trainer-only');
  }
  const seatId = may(from, 'play') ? seatOfActor(from) : undefined;
  if (seatId === undefined) return refuse('not-seated');
  const seat = Object.hasOwn(stage.world.seats, seatId) ? stage.world.seats[seatId] : undefined;
  if (!seat || seat.freed) return refuse('not-seated');
  const halted = haltedReason(stage, body);
  if (halted) return halted;
  const desk: Desk = { role: seat.role, seat: seatId };
  return handleForDesk(stage, desk, body);
}

// Generic in the command's type, so that the compiler pairs each handler with its own command.
function handleForTrainer<T extends TrainerCommand['type']>(stage: Stage, body: CommandOf<T>): Refusal {
  const handler: TrainerHandler<T> = trainerHandlers[body.type];
  return handler(stage, body);
}

function handleForDesk<T extends TraineeCommand['type']>(stage: Stage, desk: Desk, body: CommandOf<T>): Refusal {
  const handler: Handler<T> = deskHandlers[body.type];
  return handler(stage, desk, body);
}

function haltedReason(stage: Stage, body: AnyCommand): Refusal {
  switch (stage.world.status) {
    case 'lobby':
      return refuse('not-started');
    case 'paused':
      return ALLOWED_IN_PAUSE.has(body.type) ? undefined : refuse('paused');
    case 'ended':
      return refuse('ended');
    default:
      return undefined;
  }
}
