/** Returns a function that writes a line of the handover note as a sentence, with the names this desk may read. */
import type { HandoverLine } from '../../../../shared/handover/handover.ts';
import { useT } from '../../kit/index.ts';
import { useSeat } from '../../../context/seat.ts';
import { textForId } from '../../../i18n/index.ts';
import { useNames } from '../../../names/use-names.ts';

export function useHandoverSentence(): (line: HandoverLine) => string {
  useT('desk');
  const { card, textOf } = useSeat();
  const names = useNames();
  const nameOf = (kind: string, id: string): string => {
    switch (kind) {
      case 'person':
        return names.person(id);
      case 'item':
        return names.item(id);
      case 'role':
        return names.receiver(id);
      case 'request':
        return names.requestKind(id);
      case 'duty':
        return names.duty(id);
      case 'offence':
        return names.offence(id);
      case 'state':
        return textForId('common', `referralState.${id}`);
      case 'status':
        return textForId('common', `status.${id}`);
      case 'text':
        return textOf(id);
      default:
        return card(`${kind}:${id}`)?.title ?? '…';
    }
  };
  return ({ code, params }) =>
    textForId(
      'desk',
      `handover.line.${code}`,
      Object.fromEntries(Object.entries(params).map(([kind, id]) => [kind, nameOf(kind, id)])),
    );
}

/** The page on which the desk can continue the work of a line. */
export function pageOf({ code, id, params }: HandoverLine): string {
  const [, subject = ''] = id.split(':');
  if (code === 'asked' || code === 'accepted' || code === 'waits' || code === 'got' || code === 'answered')
    return `/play/inbox/request/${subject}`;
  if (code === 'interview' || code === 'interviewed') return '/play/interviews';
  if (code === 'conference' || code === 'action') return '/play/conference';
  if (code === 'decision') return '/play/decisions';
  if (code === 'charge' || code === 'filed' || code === 'no-charge') return '/play/charging';
  if (code === 'logged') return '/play/log';
  if (params['item'] !== undefined) return `/play/board/${params['item']}`;
  return `/play/people/${params['person'] ?? ''}`;
}
