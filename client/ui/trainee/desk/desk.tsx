/** The home page of a desk: urgent needs, people, changes. */
import './desk.css';
import { useT } from '../../../i18n/index.ts';
import { knownPeople } from '../../../state/selectors.ts';
import { EmptyState, LinkButton } from '../../kit/index.ts';
import { useSeat } from '../../../context/seat.ts';
import { HandoverNotice } from '../handover/handover-notice.tsx';
import { PersonLine } from '../people/person-line.tsx';
import { Changes } from './changes.tsx';
import { NeedsNow } from './needs.tsx';
import { RaiseHand } from './raise-hand.tsx';
import { Whereabouts } from './whereabouts.tsx';

const MAX_SHOWN = 6;

export function Desk() {
  const t = useT('desk');
  const seat = useSeat();
  const people = knownPeople(seat.world, seat.role);
  return (
    <div class="desk-home">
      <h1 class="visually-hidden">{t('nav.desk')}</h1>
      <div class="stack wide">
        <HandoverNotice />
        {seat.world.status !== 'ended' && <NeedsNow />}
        <section class="stack" aria-labelledby="desk-people">
          <h2 id="desk-people">{t('shared.people')}</h2>
          {people.length === 0 ? (
            <EmptyState title={t('shared.noPeople')} text={t('shared.noPeopleText')} />
          ) : (
            <ul class="plain stack tight">
              {people.slice(0, MAX_SHOWN).map((person) => (
                <li key={person}>
                  <PersonLine person={person} />
                </li>
              ))}
            </ul>
          )}
          {people.length > MAX_SHOWN && (
            <div>
              <LinkButton href="/play/people" kind="quiet">
                {t('home.allPeople', { count: people.length })}
              </LinkButton>
            </div>
          )}
        </section>
      </div>
      <div class="stack wide">
        <Whereabouts />
        <RaiseHand />
        <Changes />
      </div>
    </div>
  );
}
