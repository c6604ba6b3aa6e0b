import { useT } from '../../../i18n/index.ts';
import { currentReferral } from '../../../state/selectors.ts';
import { Chip, PersonFace } from '../../kit/index.ts';
import { useSeat } from '../../../context/seat.ts';
import { useNames } from '../../../names/use-names.ts';
import { HelpTrack } from './help-track.tsx';

/** A person as one card: portrait, name or appearance, progress of the referral. */
export function PersonLine({ person }: { person: string }) {
  const t = useT('people');
  const { world, role, isNew } = useSeat();
  const names = useNames();
  const state = world.people[person];
  const referral = currentReferral(world, person);
  const known = state?.known[role];
  const unscreened = state?.status === undefined;
  return (
    <a class="card compact person-line" href={`/play/people/${person}`}>
      <PersonFace person={person} size={44} />
      <span class="stack tight">
        <span class="spread">
          <strong>
            <bdi>{names.person(person)}</bdi>
          </strong>
          <span class="row tight">
            {known && isNew(`person:${person}`, known.at) && <Chip tone="good">{t('new')}</Chip>}
            {state?.custody && <Chip tone="alert">{t(`custody.${state.custody}`)}</Chip>}
            {unscreened ? (
              <Chip>{t('status.unknown')}</Chip>
            ) : (
              <span class="small dim">
                {referral ? t(`referralState.${referral.state}`) : t(`status.${state.status ?? 'unclear'}`)}
              </span>
            )}
          </span>
        </span>
        <HelpTrack person={person} />
      </span>
    </a>
  );
}
