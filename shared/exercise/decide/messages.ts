/** Messages between desks, and a raised hand. */
import type { messageCommands } from '../../vocabulary/commands/charges.ts';
import { role as roleAudience, seat as seatAudience, trainerOnly } from '../../access/audience.ts';
import { acted, firstRefusal, type Handlers, isRole, refuse } from './desk.ts';

export const messageHandlers: Handlers<keyof typeof messageCommands> = {
  'send-message': (stage, desk, { to, text }) => {
    const refusal = firstRefusal(() => (to.every((role) => isRole(stage, role)) ? undefined : refuse('bad-value')));
    if (refusal) return refusal;
    const message = stage.nextId(desk.role, 'message', stage.world.messages, to);
    // Takes the ids from the world: strings of the command would otherwise be kept with every message.
    const desks = to.map((role) => stage.world.roles.find((own) => own === role) ?? role);
    const audience = roleAudience(desk.role, ...desks);
    stage.emit({ type: 'message-sent', audience, ...acted(desk), message, to: desks, text });
    return undefined;
  },
  'raise-hand': (stage, desk, { text }) => {
    stage.emit({ type: 'hand-raised', audience: [...seatAudience(desk.seat), ...trainerOnly], ...acted(desk), text });
    return undefined;
  },
};
