/** The home of a desk: what needs me now, how each person stands, what is new since I looked. */
import './desk.css';
import { useT } from '../../../i18n/index.ts';
import { knownPeople } from '../../../state/selectors.ts';
import { Card, CaseTime, Chip, Deadline, EmptyState, LinkButton } from '../../kit/index.ts';
import { useSeat } from '../../seat.ts';
import { PersonLine } from '../people/person-line.tsx';
import { Changes } from './changes.tsx';
import { useNeeds, useNeedTitle } from './use-needs.ts';
import { Whereabouts } from './whereabouts.tsx';

const SHOWN = 6;

export function Desk() {
  const t = useT('desk');
  const seat = useSeat();
  const people = knownPeople(seat.world, seat.role);
  return (
    <div class="desk-home">
      <h1 class="visually-hidden">{t('nav.desk')}</h1>
      <div class="stack wide">
        <NeedsNow />
        <section class="stack" aria-labelledby="desk-people">
          <h2 id="desk-people">{t('home.people')}</h2>
          {people.length === 0 ? (
            <EmptyState title={t('home.no-people')} text={t('home.no-people-text')} />
          ) : (
            <ul class="plain stack tight">
              {people.slice(0, SHOWN).map((person) => (
                <li key={person}>
                  <PersonLine person={person} />
                </li>
              ))}
            </ul>
          )}
          {people.length > SHOWN && (
            <div>
              <LinkButton href="/play/people" kind="quiet">
                {t('home.all-people', { count: people.length })}
              </LinkButton>
            </div>
          )}
        </section>
      </div>
      <div class="stack wide">
        <Whereabouts />
        <Changes />
      </div>
    </div>
  );
}

function NeedsNow() {
  const t = useT('desk');
  const needs = useNeeds();
  const titleOf = useNeedTitle();
  return (
    <section class="stack" aria-labelledby="needs-now">
      <h2 id="needs-now">{t('home.needs')}</h2>
      {needs.length === 0 && (
        <EmptyState
          title={t('home.nothing')}
          text={t('home.nothing-text')}
          action={
            <LinkButton href="/play/map" kind="quiet">
              {t('home.to-map')}
            </LinkButton>
          }
        />
      )}
      <ul class="plain stack tight" aria-live="polite">
        {needs.slice(0, SHOWN).map((need) => (
          <li key={need.id}>
            <a class={need.due === undefined ? 'card' : 'card due'} href={need.href}>
              <span class="spread">
                <strong>
                  <bdi>{titleOf(need)}</bdi>
                </strong>
                {need.due === undefined ? <Chip>{t(`need-kind.${need.kind}`)}</Chip> : <Deadline due={need.due} />}
              </span>
              <span class="small dim">
                {t(`need-why.${need.kind}`)}
                {need.at > 0 && (
                  <>
                    {' '}
                    · <CaseTime at={need.at} short />
                  </>
                )}
              </span>
            </a>
          </li>
        ))}
      </ul>
      {needs.length > SHOWN && (
        <Card tone="flat">
          <span class="dim">{t('home.more-needs', { count: needs.length - SHOWN })}</span>
        </Card>
      )}
    </section>
  );
}
