/** Sets the pace of case time. */
import { Select, useT } from '../../../kit/index.ts';
import { useRoom } from '../../class/room.tsx';

export function PaceField() {
  const t = useT('trainer');
  const { tools, publicState, exercise } = useRoom();
  const paces = [
    ...new Set(
      [0.5, 1, 1.5, 2, 4].map((factor) => Math.round(exercise.pace * factor * 10) / 10).concat(publicState.pace),
    ),
  ].sort((a, b) => a - b);
  return (
    <Select
      label={t('iCan.pace')}
      options={paces.map((pace) => ({ value: String(pace), label: t('console.pace', { pace }) }))}
      value={String(publicState.pace)}
      onChange={(pace) => void tools.send({ type: 'set-pace', pace: Number(pace) })}
    />
  );
}
