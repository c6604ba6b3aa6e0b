/** The interview room: person, last answer, helpers. Complete without the scene. */
import { Bdi, Chip, PersonFace, useT } from '../../kit/index.ts';
import type { Interview, Turn } from '../../../../shared/exercise/world.ts';
import { useSeat } from '../../../context/seat.ts';
import { PENDING } from '../../../names/name-of.ts';
import { useNames } from '../../../names/use-names.ts';
import { SceneSlot } from '../../seat/scene-slot.tsx';
import { answerCard, sessionNumber } from './selectors.ts';

export function Room({ id, interview }: { id: string; interview: Interview }) {
  const t = useT('work');
  const names = useNames();
  const person = names.person(interview.person);
  const posture = interview.posture ?? 'calm';
  return (
    <section class="iv-room" aria-label={t('interview.account.mediaLabel')}>
      <RoomChips id={id} interview={interview} />
      <RoomScene person={interview.person} posture={posture} />
      <div id="iv-said" class="iv-said" aria-live="polite">
        {interview.state === 'break' ? (
          <p class="iv-said__manner">{t('interview.account.onBreakText', { person })}</p>
        ) : (
          <LastAnswer interview={interview} person={person} />
        )}
      </div>
    </section>
  );
}

function RoomChips({ id, interview }: { id: string; interview: Interview }) {
  const seat = useSeat();
  const t = useT('work');
  const names = useNames();
  const session = sessionNumber(seat.world, id);
  return (
    <p class="row tight">
      <Chip tone={session > 1 ? 'due' : 'plain'}>{t('interview.account.session', { number: session })}</Chip>
      <Chip>
        {interview.interpreter === undefined
          ? t('shared.noInterpreter')
          : t('interview.account.interpreter', { name: names.helper(interview.interpreter) })}
      </Chip>
      {[interview.support, interview.guardian].map(
        (helper) =>
          helper !== undefined && (
            <Chip key={helper}>{t('interview.account.support', { name: names.helper(helper) })}</Chip>
          ),
      )}
      <Chip>{t(interview.recorded ? 'interview.account.recorded' : 'interview.account.notRecorded')}</Chip>
      {interview.breaks > 0 && <Chip>{t('interview.account.breaks', { count: interview.breaks })}</Chip>}
    </p>
  );
}

function LastAnswer({ interview, person }: { interview: Interview; person: string }) {
  const seat = useSeat();
  const t = useT('work');
  const last: Turn | undefined = interview.turns.at(-1);
  if (!last) {
    return (
      <>
        <p class="iv-said__manner">{t('interview.account.firstSilence', { person })}</p>
        <Manner interview={interview} person={person} />
      </>
    );
  }
  const address = answerCard(last);
  const card = address === undefined ? undefined : seat.card(address);
  const own = card?.facts?.own;
  const manner = card?.facts?.manner;
  return (
    <figure class="iv-said__figure">
      <blockquote class="iv-said__words">
        <Bdi>{address === undefined ? t('shared.noAnswer') : (card?.text ?? PENDING)}</Bdi>
      </blockquote>
      {own !== undefined && (
        <p class="iv-said__own">
          <span class="visually-hidden">{t('interview.account.own', { person })}: </span>
          <Bdi>{own}</Bdi>
        </p>
      )}
      <figcaption>
        {manner !== undefined ? (
          <p class="iv-said__manner">
            <Bdi>{manner}</Bdi>
          </p>
        ) : (
          <Manner interview={interview} person={person} />
        )}
      </figcaption>
    </figure>
  );
}

function Manner({ interview, person }: { interview: Interview; person: string }) {
  const t = useT('work');
  return <p class="iv-said__manner">{t(`interview.posture.${interview.posture ?? 'calm'}`, { person })}</p>;
}

/** The portrait of the person, and the drawn interview room in its place where there is room for it. */
function RoomScene({ person, posture }: { person: string; posture: string }) {
  const t = useT('work');
  return (
    <div class="iv-scene">
      <PersonFace person={person} posture={posture} size={168} />
      <SceneSlot kind="interview" label={t('interview.account.scene')} />
    </div>
  );
}
