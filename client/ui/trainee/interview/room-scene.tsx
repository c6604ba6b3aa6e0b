/** The portrait of the person, replaced by the scene of the interview room if there is space. */
import { PersonFace, useT } from '../../kit/index.ts';
import { SceneSlot } from '../../seat/scene-slot.tsx';

export function RoomScene({ person, posture }: { person: string; posture: string }) {
  const t = useT('work');
  return (
    <div class="iv-scene">
      <PersonFace person={person} posture={posture} size={168} />
      <SceneSlot kind="interview" label={t('interview.account.scene')} />
    </div>
  );
}
