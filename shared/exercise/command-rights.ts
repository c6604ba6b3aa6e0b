/** The capability that a command needs. A new command of a trainer does not compile until it has its row here. */
import type { CommandCapability } from '../access/capabilities.ts';
import type { CommandType, TrainerCommand } from './commands.ts';

const STEERING: { [T in TrainerCommand['type']]: CommandCapability } = {
  'start-exercise': 'steer',
  pause: 'hold-clock',
  resume: 'hold-clock',
  'set-pace': 'hold-clock',
  'skip-to': 'steer',
  'end-exercise': 'end',
  'fire-inject': 'inject',
  'hold-inject': 'inject',
  'release-inject': 'inject',
  'skip-inject': 'inject',
  whisper: 'whisper',
  'take-note': 'note',
  seat: 'seat-people',
  'free-seat': 'seat-people',
  'simulate-desk': 'seat-people',
};

const rows = new Map<string, CommandCapability>(Object.entries(STEERING));

export const capabilityFor = (type: CommandType): CommandCapability => rows.get(type) ?? 'play';

/** Whether a command steers the exercise, in contrast to one of a desk. */
export const isSteering = (type: CommandType): type is TrainerCommand['type'] => rows.has(type);
