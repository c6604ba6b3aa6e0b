/** Decides a command in three steps: find its desk, check whether it is allowed now and for this desk, call its handler. */
import { type Actor, seatOfActor } from '../../access/actor.ts';
import { may } from '../../access/capabilities.ts';
import {
  type AnyCommand,
  capabilityFor,
  type CommandOf,
  COMMANDS,
  type DeskCommandType,
  isControlCommand,
  type TrainerCommand,
} from '../../vocabulary/commands.ts';
import type { Command } from '../commands.ts';
import type { Stage } from '../stage.ts';
import { chargeHandlers } from './charges.ts';
import type { Desk, Handler, Handlers, Refusal, TrainerHandler } from './desk.ts';
import { firstRefusal, needsFreeHands, needsPower, refuse } from './desk.ts';
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

const deskHandlers: Handlers<DeskCommandType> = {
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

const isTrainerCommand = (body: AnyCommand): body is TrainerCommand => isControlCommand(body.type);

/** Emits the events of a command on the stage, or returns why it is rejected. */
export function handleCommand(stage: Stage, command: Command): Refusal {
  const { body, from } = command;
  if (isTrainerCommand(body)) {
    if (may(from, capabilityFor(body.type))) return handleForTrainer(stage, body, from);
    return refuse(may(from, 'steer') ? 'lead-only' : 'trainer-only');
  }
  const seatId = may(from, 'play') ? seatOfActor(from) : undefined;
  if (seatId === undefined) return refuse('not-seated');
  const seat = Object.hasOwn(stage.world.seats, seatId) ? stage.world.seats[seatId] : undefined;
  if (!seat || seat.freed) return refuse('not-seated');
  const halted = haltedReason(stage, body);
  if (halted) return halted;
  const desk: Desk = { role: seat.role, seat: seatId };
  return declaredRefusal(stage, desk, body) ?? handleForDesk(stage, desk, body);
}

/** What the declaration of a command asks of the desk, before its handler reads any field. */
function declaredRefusal(stage: Stage, desk: Desk, { type }: AnyCommand): Refusal {
  const { freeHands, powers } = COMMANDS[type];
  return firstRefusal(
    () => (freeHands ? needsFreeHands(stage, desk) : undefined),
    () => (powers === 'by-case' ? undefined : needsPower(stage, desk, powers)),
  );
}

// Generic in the command's type, so that the compiler pairs each handler with its own command.
function handleForTrainer<T extends TrainerCommand['type']>(stage: Stage, body: CommandOf<T>, from: Actor): Refusal {
  const handler: TrainerHandler<T> = trainerHandlers[body.type];
  return handler(stage, body, from);
}

function handleForDesk<T extends DeskCommandType>(stage: Stage, desk: Desk, body: CommandOf<T>): Refusal {
  const handler: Handler<T> = deskHandlers[body.type];
  return handler(stage, desk, body);
}

function haltedReason(stage: Stage, body: AnyCommand): Refusal {
  switch (stage.world.status) {
    case 'lobby':
      return refuse('not-started');
    case 'paused':
      return COMMANDS[body.type].whilePaused ? undefined : refuse('paused');
    case 'ended':
      return refuse('ended');
    default:
      return undefined;
  }
}
