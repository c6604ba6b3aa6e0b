/** A line of the handover note in one sentence, with the names this desk may read; and where it leads. */
import type { HandoverLine } from '../../../../shared/handover/handover.ts';
import { useT } from '../../kit/index.ts';
import { useSeat } from '../../seat.ts';
import { textForId } from '../../../i18n/index.ts';
import { useNames } from '../work/use-names.ts';

export function useHandoverWords(): (line: HandoverLine) => string {
  useT('desk');
  const { law, card, words } = useSeat();
  const names = useNames();
  const name = (of: string, id: string): string => {
    switch (of) {
      case 'person':
        return names.person(id);
      case 'item':
        return names.item(id);
      case 'role':
        return law?.bodies[id]?.title ?? names.role(id);
      case 'request':
        return law?.requests[id]?.title ?? '…';
      case 'duty':
        return law?.duties[id]?.title ?? '…';
      case 'offence':
        return law?.offences[id]?.title ?? '…';
      case 'state':
        return textForId('common', `referralState.${id}`);
      case 'status':
        return textForId('common', `status.${id}`);
      case 'text':
        return words(id);
      default:
        return card(`${of}:${id}`)?.title ?? '…';
    }
  };
  return ({ code, params }) =>
    textForId(
      'desk',
      `handover.line.${code}`,
      Object.fromEntries(Object.entries(params).map(([of, id]) => [of, name(of, id)])),
    );
}

/** The page on which the matter can be gone on with. */
export function pageOf({ code, id, params }: HandoverLine): string {
  const [, of = ''] = id.split(':');
  if (code === 'asked' || code === 'accepted' || code === 'waits' || code === 'got' || code === 'answered')
    return `/play/inbox/request/${of}`;
  if (code === 'interview' || code === 'interviewed') return '/play/interviews';
  if (code === 'conference' || code === 'action') return '/play/conference';
  if (code === 'decision') return '/play/decisions';
  if (code === 'charge' || code === 'filed' || code === 'no-charge') return '/play/charging';
  if (code === 'logged') return '/play/log';
  if (params['item'] !== undefined) return `/play/board/${params['item']}`;
  return `/play/people/${params['person'] ?? ''}`;
}
