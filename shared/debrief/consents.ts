/** The consents that are valid at a moment: given, not withdrawn, not ended, and for this receiver. */
import type { ConsentKind } from '../vocabulary/enums.ts';
import type { CaseMs } from '../time.ts';
import { eventsOf, type Played } from './played.ts';

interface Given {
  id: string;
  person: string;
  kind: ConsentKind;
  to: string[];
  from: number;
  until?: CaseMs | undefined;
  /** The event that ended it. */
  ended?: number;
}

export interface ConsentHistory {
  /** The consents that are valid after event `seq`, at this time, for this receiver. */
  standing(seq: number, at: CaseMs, receiver: string): Given[];
}

export function consentsOver(played: Played): ConsentHistory {
  const given: Given[] = [];
  for (const event of eventsOf(played, 'consent-given', 'consent-withdrawn', 'consent-ended')) {
    if (event.type === 'consent-given') {
      const { consent: id, person, kind, to, until, seq } = event;
      given.push({ id, person, kind, to, until, from: seq });
    } else {
      for (const one of given) if (one.id === event.consent) one.ended ??= event.seq;
    }
  }
  return {
    standing: (seq, at, receiver) =>
      given.filter(
        (one) =>
          one.from < seq &&
          (one.ended === undefined || one.ended > seq) &&
          (one.until === undefined || at <= one.until) &&
          one.to.includes(receiver),
      ),
  };
}
