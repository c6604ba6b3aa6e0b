import { useSeat } from '../../../context/seat.ts';
import { PauseCard, useT } from '../../kit/index.ts';

/** The pause at a desk, with the words of the trainer. */
export function Paused() {
  const t = useT('desk');
  const { state, world, textOf } = useSeat();
  return <PauseCard words={textOf(world.pauseReason)} text={t(state.me?.alone ? 'practice.paused' : 'paused')} />;
}
