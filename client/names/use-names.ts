/** The hook that resolves ids to names, for desks, trainers and the debrief. The component renders again as cards arrive. */
import { useContext } from 'preact/hooks';
import type { CardLookup } from '../../shared/protocol/cards.ts';
import type { Jurisdiction } from '../../shared/scenario/schema/jurisdiction.ts';
import { useKit } from '../context/kit.ts';
import { SeatContext } from '../context/seat.ts';
import { formatList } from '../i18n/formats.ts';
import { hasText, translate, useT } from '../i18n/index.ts';
import { PENDING, type ValueNames, valueNames, wordKeys } from './name-of.ts';
import { roleNames } from './role-names.ts';

/** Names by kind. Each is `…` while its card or the law loads, because an id could reveal what a desk does not know. */
export interface ThingNames {
  role: (id: string) => string;
  /** A list of desks as one phrase. */
  roles: (ids: readonly string[]) => string;
  /** A desk, or a body outside the exercise. */
  receiver: (id: string) => string;
  person: (id: string) => string;
  place: (id: string) => string;
  item: (id: string) => string;
  /** A service outside this desk's directory (a protected home) stays unnamed. */
  service: (id: string) => string;
  helper: (id: string) => string;
  decision: (id: string) => string;
  inject: (id: string) => string;
  requestKind: (id: string) => string;
  duty: (id: string) => string;
  offence: (id: string) => string;
  indicator: (id: string) => string;
  planSection: (id: string) => string;
  /** The name of a language that a helper of the case speaks; for other languages, the id. */
  language: (id: string) => string;
}

export interface Names extends ValueNames, ThingNames {
  /** The person in a seat. A simulated desk has no person. */
  seat: (id: string) => string;
  /** The actor: a desk, the trainer or the story, with the person's name if it is known. */
  actor: (by: string, seat?: string) => string;
  /** A list of names as one phrase. */
  list: (names: readonly string[]) => string;
}

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
  const rosterEntry = (id: string | undefined) => roster.find((entry) => entry.seat === id);
  const personNameOf = (id: string | undefined): string | undefined => rosterEntry(id)?.name || undefined;
  return {
    ...valueNames({ card, law, word: wordFor }),
    ...things,
    seat: (id) => personNameOf(id) ?? (rosterEntry(id)?.simulated ? t('shared.simulated') : PENDING),
    actor: (by, seat) => {
      const person = personNameOf(seat);
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
  const listed = card('helpers')?.facts?.ids;
  const helpers = (listed ?? []).map((id) => card(`helper:${id}`));
  for (const found of helpers) {
    const helper = found?.facts;
    const at = helper?.languages?.indexOf(language) ?? -1;
    const name = helper?.languageNames?.[at];
    if (name !== undefined) return name;
  }
  return listed === undefined || helpers.includes(undefined) ? PENDING : language;
}
