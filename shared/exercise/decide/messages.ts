/** Messages between desks, and a raised hand. */
import { role as roleAudience, seat as seatAudience } from '../audience.ts';
import { acted, firstRefusal, type Handlers, isRole, refuse } from './desk.ts';

export const messageHandlers: Handlers<'send-message' | 'raise-hand'> = {
  'send-message': (stage, desk, { to, text }) => {
    const refusal = firstRefusal(() => (to.every((role) => isRole(stage, role)) ? undefined : refuse('bad-value')));
    if (refusal) return refusal;
    const message = stage.nextId(desk.role, 'message', stage.world.messages, to);
    stage.emit({ type: 'message-sent', audience: roleAudience(desk.role, ...to), ...acted(desk), message, to, text });
    return undefined;
  },
  'raise-hand': (stage, desk, { text }) => {
    stage.emit({ type: 'hand-raised', audience: [...seatAudience(desk.seat), 'trainer'], ...acted(desk), text });
    return undefined;
  },
};
