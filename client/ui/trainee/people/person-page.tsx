import { useEffect } from 'preact/hooks';
import { useT } from '../../../i18n/index.ts';
import { deskIsAt } from '../../../state/selectors.ts';
import { CaseTime, Chip, LinkButton, Notice, PersonFace, Prose } from '../../kit/index.ts';
import { SceneSlot } from '../../seat/scene-slot.tsx';
import { useSeat } from '../../../context/seat.ts';
import { useNames } from '../../../names/use-names.ts';
import { Clocks } from './clocks.tsx';
import { ConsentSection } from './consent-section.tsx';
import { CustodySection } from './custody-section.tsx';
import { HelpTrack } from './help-track.tsx';
import { IndicatorsSection } from './indicators-section.tsx';
import { PersonItems } from './person-items.tsx';
import { ReferralSection } from './referral-section.tsx';
import { RiskSection } from './risk-section.tsx';
import { ScreeningSection } from './screening-section.tsx';

/** The page of one person: identity, state, and the actions of this desk in the order of the procedure. */
export function PersonPage({ person }: { person: string }) {
  const t = useT('people');
  const seat = useSeat();
  const state = seat.world.people[person];
  useEffect(() => {
    seat.markSeen(`person:${person}`);
    seat.select({ ...seat.state.selection, person });
  }, [person]);
  if (!state) return null;
  const here = deskIsAt(seat.world, seat.role, state.place);
  return (
    <article class="stack wide">
      <div>
        <LinkButton href="/play/people" kind="quiet" size="small">
          {t('all')}
        </LinkButton>
      </div>
      <PersonHead person={person} />
      <HelpTrack person={person} labelled />
      <Clocks person={person} />
      {!here && (
        <Notice>
          {state.place ? t('notHere') : t('whereaboutsUnknown')}{' '}
          {state.place && <a href={`/play/map/${state.place}`}>{t('goThere')}</a>}
        </Notice>
      )}
      <div class="person-columns">
        <ScreeningSection person={person} here={here} />
        <IndicatorsSection person={person} />
        <RiskSection person={person} />
        <ConsentSection person={person} />
        <ReferralSection person={person} here={here} />
        <CustodySection person={person} here={here} />
        <PersonItems person={person} />
      </div>
      {state.referrals.length > 0 && <SceneSlot kind="referral" label={t('scene')} />}
    </article>
  );
}

function PersonHead({ person }: { person: string }) {
  const t = useT('people');
  const { world, card } = useSeat();
  const names = useNames();
  const state = world.people[person];
  const found = card(`person:${person}`);
  const age = found?.facts?.age;
  const language = found?.facts?.languageName;
  return (
    <header class="person-head">
      <PersonFace person={person} size={88} />
      <div class="stack tight">
        <h1>
          <bdi>{names.person(person)}</bdi>
        </h1>
        {found?.text && found.text !== found.title && <Prose text={found.text} />}
        <p class="row tight">
          {state?.status && <Chip here>{t(`status.${state.status}`)}</Chip>}
          {age !== undefined && <Chip>{t(found?.facts?.ageInDoubt === true ? 'ageDoubt' : 'age', { age })}</Chip>}
          {language && <Chip>{t('speaks', { language })}</Chip>}
          {state?.custody && <Chip tone="alert">{t(`custody.${state.custody}`)}</Chip>}
          {state?.riskTriggered !== undefined && (
            <Chip tone="alert">
              {t('riskTriggered')} <CaseTime at={state.riskTriggered} short />
            </Chip>
          )}
        </p>
        <p class="small dim">
          {state?.place ? t('isAt', { place: names.place(state.place) }) : t('whereaboutsUnknown')}
        </p>
      </div>
    </header>
  );
}
