/** The people of the case and their true standing. */
import { PersonFace, RoleTag, useT } from '../../../kit/index.ts';
import { useNames } from '../../../../names/use-names.ts';
import { standingOf } from './desk-facts.ts';
import { useRoom } from '../../class/room.tsx';

export function PeopleBoard() {
  const t = useT('trainer');
  const { tools } = useRoom();
  const { name } = useNames();
  const { world } = tools;
  return (
    <table class="people-board">
      <thead>
        <tr>
          {(['shared.person', 'people.place', 'people.standing', 'people.known'] as const).map((head) => (
            <th scope="col" key={head}>
              {t(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Object.entries(world.people).map(([person, state]) => {
          const standing = standingOf(world, person);
          return (
            <tr key={person}>
              <th scope="row">
                <span class="row tight nowrap">
                  <PersonFace person={person} size={32} />
                  <bdi class="spoiler">{name('person', person)}</bdi>
                </span>
              </th>
              <td>{state.place ? <bdi>{name('place', state.place)}</bdi> : '–'}</td>
              <td>
                <span class={standing === 'detained' ? 'chip alert' : standing === 'received' ? 'chip good' : 'chip'}>
                  {t(`referralState.${standing}`)}
                </span>
              </td>
              <td>
                <span class="row tight">
                  {Object.keys(state.known).map((role) => (
                    <RoleTag key={role} role={role} />
                  ))}
                </span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
