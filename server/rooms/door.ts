/** Who may come into a room: read before a seat in it is held. */
import { ServerError } from '@colyseus/core';
import { JoinOptions } from '../../shared/protocol/messages.ts';
import { compareVersions, OTHER_VERSION, PROTOCOL_VERSION } from '../../shared/protocol/version.ts';
import type { Admission, RoomServices } from './room-services.ts';

/** Trainees come with their token, trainers with a ticket. A tab that comes back by itself takes the seat from no newer one. */
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
  if (admission.seat !== undefined && seating?.mayHold(admission.seat, claim) === false)
    throw new ServerError(409, 'newer-tab');
  return { ...admission, tab: claim.tab };
}
