/** What a caller is told of its command: whether it was accepted, and if not, why. Nothing of what followed from it. */
import type { Decision } from '../../shared/exercise/exercise.ts';
import type { CommandAnswer } from '../../shared/protocol/messages.ts';

export const answerTo = (decision: Decision): CommandAnswer =>
  'rejection' in decision ? { ok: false, rejection: decision.rejection } : { ok: true };
