/** Decides who may join a room, before Colyseus reserves a seat. */
import { ServerError } from '@colyseus/core';
import { seatOfActor } from '../../shared/access/actor.ts';
import { JoinOptions } from '../../shared/protocol/messages.ts';
import { compareVersions, OTHER_VERSION, PROTOCOL_VERSION } from '../../shared/protocol/version.ts';
import type { Admission, RoomServices } from './room-services.ts';

/** Trainees present a token, all others a ticket. A tab that reconnects by itself does not take the seat from a newer tab. */
export async function admitted(
  services: RoomServices,
  token: unknown,
  options: { ticket?: unknown } | undefined,
): Promise<Admission> {
  const pass = options?.ticket ?? token;
  const admission = typeof pass === 'string' ? await services.admit(pass) : undefined;
  if (!admission) throw new ServerError(401, 'bad-token');
  const claim = JoinOptions.safeParse(options ?? {}).data ?? { take: true };
  if (compareVersions(claim.protocol) !== 'same') throw new ServerError(OTHER_VERSION, String(PROTOCOL_VERSION));
  const seating = services.exercises.get(admission.exercise)?.seating;
  const seat = seatOfActor(admission.actor);
  if (seat !== undefined && seating?.mayHold(seat, claim) === false) throw new ServerError(409, 'newer-tab');
  return { ...admission, tab: claim.tab };
}
