/** Names of desks, people, places and things as this seat may read them. `…` while a card is on its way. */
import { TRAINER } from '../../../../shared/access/stored-names.ts';
import { formatList } from '../../../i18n/formats.ts';
import { useT } from '../../kit/index.ts';
import { useSeat } from '../../../context/seat.ts';

export interface Names {
  role: (id: string) => string;
  /** Who acted: a desk, the trainer or the story; with the name of the person at the desk where it is known. */
  actor: (by: string, seat?: string) => string;
  seat: (id: string) => string;
  person: (id: string) => string;
  place: (id: string) => string;
  item: (id: string) => string;
  service: (id: string) => string;
  helper: (id: string) => string;
  /** Several desks in one phrase. */
  roles: (ids: readonly string[]) => string;
  /** Several names, already found, in one phrase. */
  list: (names: readonly string[]) => string;
}

export function useNames(): Names {
  const tools = useSeat();
  const t = useT('work');
  const title = (kind: string) => (id: string) => tools.card(`${kind}:${id}`)?.title ?? '…';
  const role = (id: string): string => {
    if (id === TRAINER || id === 'story') return t(`actor.${id}`);
    const card = tools.card(`role:${id}`);
    return card?.facts?.short ?? card?.title ?? '…';
  };
  const entryOf = (id: string | undefined) => tools.state.public?.roster.find((entry) => entry.seat === id);
  /** A simulated desk has no name: the desk speaks for itself. */
  const nameOf = (id: string | undefined): string | undefined => entryOf(id)?.name || undefined;
  return {
    role,
    seat: (id) => nameOf(id) ?? (entryOf(id)?.simulated ? t('simulated') : '…'),
    actor: (by, who) => (nameOf(who) === undefined ? role(by) : `${nameOf(who)} · ${role(by)}`),
    person: title('person'),
    place: title('place'),
    item: title('item'),
    service: title('service'),
    helper: title('helper'),
    roles: (ids) => formatList(ids.map(role)),
    list: (names) => formatList([...names]),
  };
}
