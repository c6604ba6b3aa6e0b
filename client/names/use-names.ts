/** The one service that turns ids into words, for desks, trainers and the debrief: a component is drawn again as cards arrive. */
import { useContext } from 'preact/hooks';
import type { CardLookup } from '../../shared/protocol/cards.ts';
import type { Jurisdiction } from '../../shared/scenario/schema/jurisdiction.ts';
import { useKit } from '../context/kit.ts';
import { SeatContext } from '../context/seat.ts';
import { formatList } from '../i18n/formats.ts';
import { hasText, translate, useT } from '../i18n/index.ts';
import { type ValueNames, valueNames, wordKeys } from './name-of.ts';
import { roleNames } from './role-names.ts';

/** Names by kind of thing. Each is `…` while its card or the law is on its way: an id could tell what a desk does not know. */
export interface ThingNames {
  role: (id: string) => string;
  /** Several desks in one phrase. */
  roles: (ids: readonly string[]) => string;
  /** A desk, or a body outside the exercise. */
  receiver: (id: string) => string;
  person: (id: string) => string;
  place: (id: string) => string;
  item: (id: string) => string;
  /** A service outside the directory of this desk (a protected home) has no name here. */
  service: (id: string) => string;
  helper: (id: string) => string;
  decision: (id: string) => string;
  inject: (id: string) => string;
  requestKind: (id: string) => string;
  duty: (id: string) => string;
  offence: (id: string) => string;
  indicator: (id: string) => string;
  planSection: (id: string) => string;
  /** A spoken language as the helpers of the case name it; the id where none of them speaks it. */
  language: (id: string) => string;
}

export interface Names extends ValueNames, ThingNames {
  /** The person in a seat. A simulated desk has no person. */
  seat: (id: string) => string;
  /** Who acted: a desk, the trainer or the story; with the name of the person at the desk where it is known. */
  actor: (by: string, seat?: string) => string;
  /** Several names, already found, in one phrase. */
  list: (names: readonly string[]) => string;
}

/** What stands for a name that is not there yet. */
const PENDING = '…';

function wordFor(field: string, value: string): string | undefined {
  const key = wordKeys(field, value).find((one) => hasText('names', one));
  return key === undefined ? undefined : translate('names', key);
}

export function useNames(): Names {
  const t = useT('names');
  const { card } = useKit();
  const roster = useContext(SeatContext)?.state.public?.roster ?? [];
  const law = card('law')?.facts;
  const things = thingNames(card, law, t('hiddenService'));
  const { role } = things;
  const inSeat = (id: string | undefined) => roster.find((entry) => entry.seat === id);
  const personIn = (id: string | undefined): string | undefined => inSeat(id)?.name || undefined;
  return {
    ...valueNames({ card, law, word: wordFor }),
    ...things,
    seat: (id) => personIn(id) ?? (inSeat(id)?.simulated ? t('simulated') : PENDING),
    actor: (by, seat) => {
      const person = personIn(seat);
      return person === undefined ? role(by) : `${person} · ${role(by)}`;
    },
    list: (names) => formatList([...names]),
  };
}

function thingNames(card: CardLookup, law: Jurisdiction | undefined, hidden: string): ThingNames {
  const title = (kind: string) => (id: string) => card(`${kind}:${id}`)?.title ?? PENDING;
  const role = (id: string): string => roleNames(card, id).short;
  const isHidden = (service: string): boolean => {
    const listed = card('services');
    return listed !== undefined && !(listed.facts?.ids ?? []).includes(service);
  };
  return {
    role,
    roles: (ids) => formatList(ids.map(role)),
    receiver: (id) => law?.bodies[id]?.title ?? role(id),
    person: title('person'),
    place: title('place'),
    item: title('item'),
    service: (id) => (isHidden(id) ? hidden : title('service')(id)),
    helper: title('helper'),
    decision: title('decision'),
    inject: title('inject'),
    requestKind: (id) => law?.requests[id]?.title ?? PENDING,
    duty: (id) => law?.duties[id]?.title ?? PENDING,
    offence: (id) => law?.offences[id]?.title ?? PENDING,
    indicator: (id) => law?.indicators[id]?.title ?? PENDING,
    planSection: (id) => law?.['plan-sections'][id]?.title ?? PENDING,
    language: (id) => languageName(card, id),
  };
}

function languageName(card: CardLookup, language: string): string {
  for (const id of card('helpers')?.facts?.ids ?? []) {
    const helper = card(`helper:${id}`)?.facts;
    const at = helper?.languages?.indexOf(language) ?? -1;
    const name = helper?.languageNames?.[at];
    if (name !== undefined) return name;
  }
  return language;
}
