/** What only the control of the exercise can ask for. */
import { command } from '../declare.ts';
import { c, ids, optional } from '../fields.ts';

// biome-ignore format: one command per line reads best
export const controlCommands = {
  'start-exercise': command({}, { capability: 'steer' }),
  pause: command({ reason: optional(c.text) }, { capability: 'hold-clock' }),
  resume: command({}, { capability: 'hold-clock' }),
  'set-pace': command({ pace: c.within(0.1, 1440) }, { capability: 'hold-clock' }),
  'skip-to': command({ to: c.time }, { capability: 'steer' }),
  'end-exercise': command({}, { capability: 'end' }),
  'fire-inject': command({ inject: c.inject }, { capability: 'inject' }),
  'hold-inject': command({ inject: c.inject }, { capability: 'inject' }),
  'release-inject': command({ inject: c.inject }, { capability: 'inject' }),
  'skip-inject': command({ inject: c.inject }, { capability: 'inject' }),
  whisper: command({ to: ids(c.role, 1), text: c.text }, { capability: 'whisper' }),
  'take-note': command({ text: c.text, about: optional(c.role) }, { capability: 'note' }),
  seat: command({ seat: c.seat, role: c.role }, { capability: 'seat-people' }),
  'free-seat': command({ seat: c.seat }, { capability: 'seat-people' }),
  /** What a person of the case says, to the desks that are with the person. */
  'speak-for': command({ person: c.person, text: c.text }, { capability: 'speak-for-people' }),
  /** Simulates a desk that no person sits at; where it is simulated already, changes its manner from here on. */
  'simulate-desk': command({ role: c.role, manner: optional(c.manner), kind: optional(c.botKind) }, { capability: 'seat-people' }),
};
