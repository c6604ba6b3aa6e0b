import { useRef } from 'preact/hooks';
import type { World } from '../../../../shared/exercise/world.ts';
import { useT } from '../../../i18n/index.ts';
import { type Need, needsNow } from '../../../state/needs-now.ts';
import { useSeat } from '../../../context/seat.ts';
import { PENDING } from '../../../names/name-of.ts';
import { useNames } from '../../../names/use-names.ts';

/**
 * The open needs of this desk; none after EndEx, when nothing can be done about them. They depend on who runs a service: while its
 * card loads, they stay as they were, and are undefined at first.
 */
export function useNeeds(): Need[] | undefined {
  const { world, role, can, isNew, card } = useSeat();
  const last = useRef<Need[] | undefined>(undefined);
  const directory = card('services')?.facts?.ids;
  const isLoading = (service: string): boolean =>
    (directory?.includes(service) ?? true) && card(`service:${service}`) === undefined;
  const runsService = (service: string): boolean => service !== '' && card(`service:${service}`)?.facts?.runBy === role;
  if (world.status === 'ended') return [];
  if (!usedServices(world).some(isLoading)) last.current = needsNow({ world, role, can, isNew, runsService });
  return last.current;
}

const usedServices = (world: World): string[] =>
  Object.values(world.referrals).flatMap(({ service }) => (service === undefined ? [] : [service]));

/** Returns a function that describes a need in one line, with the names this desk may read. */
export function useNeedTitle(): (need: Need) => string {
  const t = useT('desk');
  const seat = useSeat();
  const names = useNames();
  return (need) => {
    switch (need.kind) {
      case 'duty':
        return t('needNow.duty', {
          duty: names.duty(need.about),
          person: names.person(need.person ?? ''),
        });
      case 'request': {
        const request = seat.world.requests[need.about];
        return t('needNow.request', {
          desk: names.role(request?.by ?? ''),
          kind: names.requestKind(request?.kind ?? ''),
        });
      }
      case 'action':
        return t('needNow.action', { text: seat.textOf(need.about) });
      case 'conference':
      case 'message': {
        const from = need.person === undefined ? names.role(need.about) : names.person(need.person);
        return t(`needNow.${need.kind}`, { desk: from });
      }
      case 'decision':
        return t('needNow.decision', { title: names.decision(need.about) });
      case 'operation':
        return t('needNow.operation', { title: names.name('operation', need.about) });
      case 'inject': {
        const card = seat.card(`inject:${need.about}`);
        return card ? t('needNow.inject', { title: names.inject(need.about), from: card.from ?? '' }) : PENDING;
      }
      default:
        return t(`needNow.${need.kind}`, { person: names.person(need.person ?? '') });
    }
  };
}
