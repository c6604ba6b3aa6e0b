/** The people this desk knows, by name or appearance, and the page of one person. */
import './people.css';
import { useState } from 'preact/hooks';
import { useT } from '../../../i18n/index.ts';
import { knownPeople } from '../../../state/selectors.ts';
import { EmptyState, TextField, useRoute } from '../../kit/index.ts';
import { useSeat } from '../../../context/seat.ts';
import { useNames } from '../../../names/use-names.ts';
import { PersonLine } from './person-line.tsx';
import { PersonPage } from './person-page.tsx';

export function People() {
  const t = useT('people');
  const seat = useSeat();
  const names = useNames();
  const chosen = useRoute().parts[2];
  const [search, setSearch] = useState('');
  if (chosen && seat.world.people[chosen]?.known[seat.role]) return <PersonPage key={chosen} person={chosen} />;
  const query = search.trim().toLocaleLowerCase();
  const all = knownPeople(seat.world, seat.role);
  const shown = all.filter((id) => names.person(id).toLocaleLowerCase().includes(query));
  return (
    <div class="stack">
      <h1>{t('shared.people')}</h1>
      {all.length === 0 && <EmptyState title={t('shared.noPeople')} text={t('shared.noPeopleText')} />}
      {all.length > 5 && <TextField label={t('search')} type="search" value={search} onChange={setSearch} />}
      <ul class="plain columns">
        {shown.map((person) => (
          <li key={person}>
            <PersonLine person={person} />
          </li>
        ))}
      </ul>
    </div>
  );
}
